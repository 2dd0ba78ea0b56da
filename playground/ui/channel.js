// One message in flight: while Python answers, newer values replace each other, and the last one is always sent.
// A slow network therefore slows the rate and never builds a queue.
const LOST_AFTER_MS = 4000; // an answer that never comes must not silence the page

// A message from this page that reaches the server after the request for another page brings this page's script back,
// without its elements: an empty screen. So from a press on a link on nothing is sent, until the visitor acts on this
// page again.
const LINKS = '[data-testid="stHeader"], [data-testid="stSidebar"], a[href]';
let leaving = false;
let path = null;
const heedPress = (event) => { leaving = Boolean(event.target.closest?.(LINKS)); };
document.addEventListener('pointerdown', heedPress, { capture: true });
document.addEventListener('keydown', heedPress, { capture: true });
window.addEventListener('popstate', () => { leaving = window.location.pathname !== path; }, { capture: true });

function openChannel(send) {
  let wanted = null;
  let turn = 0;
  let inFlight = 0;
  let lost = null;
  leaving = false;
  path = window.location.pathname;
  const pump = () => {
    if (inFlight || wanted === null) return;
    if (leaving) {
      clearTimeout(lost);
      lost = setTimeout(() => { leaving = false; pump(); }, LOST_AFTER_MS);
      return;
    }
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
