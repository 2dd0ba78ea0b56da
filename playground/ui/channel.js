// One message in flight: while Python answers, newer values replace each other, and the last one is always sent.
// A slow network therefore slows the rate and never builds a queue.
const LOST_AFTER_MS = 4000; // an answer that never comes must not silence the page

// And no message beside another one's. Streamlit sends what changes at one moment as one message, which reruns the
// fragment of the first change only: a press on another control would be lost. A message from this page that arrives
// after the request for another page brings back this page's script without its elements: an empty screen. So nothing
// is sent during a press elsewhere than on what reports here, and after one on a link.
//
// And a message of one part waits for the end of the run that something else started. Streamlit forgets what a run that
// has just ended still had to say, if the next message comes at that moment; only a run for the same part says it again.
const COMPONENTS = '.stBidiComponent';
const SLIDERS = '.stSlider'; // report here while they are dragged, and themselves when let go or moved by key
const LINKS = '[data-testid="stHeader"], [data-testid="stSidebar"], a[href]';
const LONGEST_MS = 4000; // of a press, and of the way to another page
const PRESS_SETTLES_MS = 60; // or twice as long as the last answer took: then the page knows that a run has begun
const LOOKS_AGAIN_MS = 15; // whether the run has ended

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

const channels = new Set(); // in the order in which they may speak
let latest = null; // the channel that spoke last, if nothing else was touched since
let waits = null;
let tookMs = 0; // the last answer
let path = null;

function isRunning() {
  const state = document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState;
  return state === 'running' || state === 'rerunRequested';
}

function maySpeak(channel) {
  const others = [...channels].filter((other) => other !== channel);
  if (others.some((other) => other.isInFlight())) return false;
  return !isRunning() || (channel === latest && !others.some((other) => other.hasNews()));
}

function sendAgain() {
  clearTimeout(waits);
  waits = null;
  for (const channel of [...channels]) channel.pump();
}

function wait(ms) {
  clearTimeout(waits);
  waits = setTimeout(sendAgain, ms);
}

function heedPress({ target, type }) {
  const onOurs = target.closest?.(COMPONENTS) || (type === 'pointerdown' && target.closest?.(SLIDERS));
  latest = null; // a control may report itself
  if (target.closest?.(LINKS)) wait(LONGEST_MS);
  else if (!onOurs) wait(type === 'pointerdown' ? LONGEST_MS : Math.max(PRESS_SETTLES_MS, 2 * tookMs));
  else if (type.endsWith('down')) wait(0);
}

// A screen reader may press without a pointer or a key.
for (const type of ['pointerdown', 'pointerup', 'pointercancel', 'keydown', 'keyup', 'click']) {
  document.addEventListener(type, heedPress, { capture: true });
}
window.addEventListener('popstate', () => { if (window.location.pathname !== path) wait(LONGEST_MS); }, { capture: true });

function openChannel() {
  let wanted = null;
  let turn = 0;
  let inFlight = 0;
  let lost = null;
  let repeated = false;
  let spokeAt = 0;
  const pump = () => {
    if (inFlight || wanted === null || waits !== null) return;
    if (!maySpeak(channel)) {
      wait(LOOKS_AGAIN_MS);
      return;
    }
    const message = { ...wanted, turn: ++turn };
    spokeAt = performance.now();
    wanted = null;
    inFlight = turn;
    lost = setTimeout(() => {
      if (!repeated) wanted = { ...message, ...wanted }; // once more, as its numbers are missing on the screen
      inFlight = 0;
      repeated = true;
      pump();
    }, LOST_AFTER_MS);
    channels.delete(channel); // to the end of the queue
    channels.add(channel);
    latest = channel;
    channel.send(message);
    wait(0); // Streamlit sends in the next turn of the browser's timers
  };
  const answer = (answered) => {
    if (!inFlight || !(answered >= inFlight)) return;
    clearTimeout(lost);
    tookMs = performance.now() - spokeAt;
    inFlight = 0;
    repeated = false;
    pump();
  };
  const channel = {
    send: null, // set by what reports here
    answer,
    pump,
    hasNews: () => wanted !== null,
    isInFlight: () => inFlight > 0,
    // `turn` counts on from the last session of this element, so that an old answer is never taken for a new one.
    resume: (last) => { turn = Math.max(turn, last || 0); },
    report: (message) => { wanted = { ...wanted, ...message }; pump(); },
    close: () => { clearTimeout(lost); wanted = null; inFlight = 0; channels.delete(channel); },
  };
  path = window.location.pathname;
  channels.add(channel);
  return channel;
}
