// Where the focus goes when what had it leaves the page: to the head of what it stood in, and not to the top.
let focused = null;
let heads = []; // what the heads around it say, from the inside out: Streamlit may build them anew

function note({ target }) {
  focused = target;
  heads = [];
  for (let at = target.closest?.('details'); at; at = at.parentElement.closest('details')) {
    heads.push(at.querySelector('summary')?.textContent);
  }
}

function forget() {
  focused = null; // a pointer has taken the focus away
}

export function watchFocus() {
  document.addEventListener('focusin', note);
  document.addEventListener('pointerdown', forget, { capture: true });
  // It closes a moment after the page has changed, and a frame later the browser takes the focus from it.
  const closed = () => requestAnimationFrame(() => requestAnimationFrame(keepFocus));
  document.addEventListener('toggle', closed, { capture: true });
}

// To be asked once the page has changed.
export function keepFocus() {
  if (document.activeElement !== document.body) {
    note({ target: document.activeElement }); // it may have had the focus before this was here
    return;
  }
  if (!focused || (focused.isConnected && focused.checkVisibility())) return;
  const shown = [...document.querySelectorAll('summary')];
  const head = heads.map((words) => shown.find((each) => each.textContent === words)).find(Boolean);
  if (!head) return;
  focused = null;
  head.focus({ preventScroll: true });
}
