// Where the focus goes when what had it leaves the page: to the head of what it stood in, and not to the top.
let focused = null;
let around = []; // what opens and closes, from the inside out

function note({ target }) {
  focused = target;
  around = [];
  for (let at = target.closest?.('details'); at; at = at.parentElement.closest('details')) around.push(at);
}

function forget() {
  focused = null; // a pointer has taken the focus away
}

export function watchFocus() {
  document.addEventListener('focusin', note);
  document.addEventListener('pointerdown', forget, { capture: true });
}

// To be asked once the page has changed.
export function keepFocus() {
  const isLost = focused && document.activeElement === document.body;
  if (!isLost || (focused.isConnected && focused.checkVisibility())) return;
  focused = null;
  around.find((each) => each.isConnected)?.querySelector('summary')?.focus({ preventScroll: true });
}
