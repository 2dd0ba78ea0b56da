// Writes down what happens on the screen, frame by frame, in ms since the page was asked for. What it means is worked
// out in Python (recording.py), so that this part stays light beside what it measures.
(() => {
  const CHART = ':is(.st-key-training, .st-key-your_training)';
  // What each part of the page shows now, as text; empty when it shows nothing.
  const signs = {
    lines: () => Array.from(
      document.querySelectorAll(`${CHART} .scatterlayer path.js-line`),
      (line) => line.getAttribute('d'),
    ).join(''),
    board: () => document.querySelector('.st-key-board [data-handle]')?.closest('svg').innerHTML ?? '',
    numbers: () => document.querySelector('.st-key-similarity')?.textContent ?? '',
  };
  let sign = signs.lines;
  let last = '';
  let record = null;
  const watch = (part) => {
    sign = signs[part];
    last = sign();
    record = { frames: [], changes: [], empty: [], inputs: [] };
  };
  const rests = (ms) => {
    const latest = Math.max(...[record.changes, record.empty, record.inputs].map((times) => times.at(-1) ?? 0));
    const idle = document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning';
    return idle && performance.now() - latest > ms;
  };
  const look = () => {
    const now = performance.now();
    const seen = sign();
    record.frames.push(now);
    if (!seen) record.empty.push(now);
    else if (seen !== last) { last = seen; record.changes.push(now); }
    requestAnimationFrame(look);
  };
  for (const type of ['keydown', 'pointermove']) {
    addEventListener(type, ({ timeStamp }) => record.inputs.push(timeStamp), { capture: true });
  }
  window.feel = { watch, rests, changed: () => record.changes.length > 0, record: () => record };
  watch('lines');
  look();
})();
