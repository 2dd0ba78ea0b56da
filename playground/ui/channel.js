// One message in flight: while Python answers, newer values replace each other, and the last one is always sent.
// A slow network therefore slows the rate and never builds a queue.
const LOST_AFTER_MS = 4000; // an answer that never comes must not silence the page

// And no message beside another one's. Streamlit sends what changes at one moment as one message, which reruns the
// fragment of the first change only: a press on another control would be lost. A message from this page that arrives
// after the request for another page brings back this page's script without its elements: an empty screen. So nothing
// is sent during a press elsewhere than on what reports here, and after one on a link. And what reports here does so one
// after the other: Streamlit sends in the next turn of the browser's timers, and this page's next message waits for that.
const OURS = '.stSlider, .stBidiComponent';
const LINKS = '[data-testid="stHeader"], [data-testid="stSidebar"], a[href]';
const LONGEST_MS = 4000; // of a press, and of the way to another page
const PRESS_SETTLES_MS = 60;

// Python writes parts of the link, each as a new entry of the browser's history: "back" would undo them one by one and
// seem stuck. As with sliders, a choice replaces the entry; only another page is a new one.
if (!window.history.replacing) {
  const push = window.history.pushState.bind(window.history);
  window.history.pushState = (state, title, url) => {
    const samePage = url && new URL(url, window.location.href).pathname === window.location.pathname;
    (samePage ? window.history.replaceState.bind(window.history) : push)(state, title, url);
  };
  window.history.replacing = true;
}

const channels = new Set();
let waits = null;
let path = null;

function sendAgain() {
  clearTimeout(waits);
  waits = null;
  for (const channel of channels) channel.pump();
}

function wait(ms) {
  clearTimeout(waits);
  waits = setTimeout(sendAgain, ms);
}

function heedPress({ target, type }) {
  const begins = type.endsWith('down');
  if (target.closest?.(LINKS)) wait(LONGEST_MS);
  else if (!target.closest?.(OURS)) wait(type === 'pointerdown' ? LONGEST_MS : PRESS_SETTLES_MS);
  else if (begins) wait(0);
}

for (const type of ['pointerdown', 'pointerup', 'pointercancel', 'keydown', 'keyup']) {
  document.addEventListener(type, heedPress, { capture: true });
}
window.addEventListener('popstate', () => { if (window.location.pathname !== path) wait(LONGEST_MS); }, { capture: true });

function openChannel(send) {
  let wanted = null;
  let turn = 0;
  let inFlight = 0;
  let lost = null;
  const pump = () => {
    if (inFlight || wanted === null || waits !== null) return;
    const message = { ...wanted, turn: ++turn };
    wanted = null;
    inFlight = turn;
    lost = setTimeout(() => answer(inFlight), LOST_AFTER_MS);
    channel.send(message);
    wait(0);
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
    pump,
    // `turn` counts on from the last session of this element, so that an old answer is never taken for a new one.
    resume: (last) => { turn = Math.max(turn, last || 0); },
    report: (message) => { wanted = { ...wanted, ...message }; pump(); },
    close: () => { clearTimeout(lost); wanted = null; channels.delete(channel); },
  };
  path = window.location.pathname;
  channels.add(channel);
  return channel;
}
