// One message in flight: while Python answers, newer values replace each other, and the last one is always sent.
// A slow network therefore slows the rate and never builds a queue.
const LOST_AFTER_MS = 4000; // an answer that never comes must not silence the page

function openChannel(send) {
  let wanted = null;
  let turn = 0;
  let inFlight = 0;
  let lost = null;
  const pump = () => {
    if (inFlight || wanted === null) return;
    const message = { ...wanted, turn: ++turn };
    wanted = null;
    inFlight = turn;
    lost = setTimeout(() => answer(inFlight), LOST_AFTER_MS);
    channel.send(message);
  };
  const answer = (answered) => {
    if (!inFlight || !(answered >= inFlight)) return;
    clearTimeout(lost);
    inFlight = 0;
    pump();
  };
  const channel = {
    send,
    answer,
    // `turn` counts on from the last session of this element, so that an old answer is never taken for a new one.
    resume: (last) => { turn = Math.max(turn, last || 0); },
    report: (message) => { wanted = { ...wanted, ...message }; pump(); },
    close: () => { clearTimeout(lost); wanted = null; },
  };
  return channel;
}
