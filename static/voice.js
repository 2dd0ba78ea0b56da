// The one place from which a screen reader hears of changes: Streamlit puts new elements in place of old ones, and
// readers hear only of what comes into a place that stays.
const SETTLES_MS = 900;
const KEPT = 3; // what came before is read to its end

const known = new Map(); // key -> its words when they were last looked at
let place = null;
let settles = 0;

function build() {
  const made = Object.assign(document.createElement('div'), { className: 'voice' });
  made.setAttribute('role', 'status');
  made.setAttribute('aria-atomic', 'false'); // only what is new
  document.body.append(made);
  return made;
}

export function say(text) {
  place = place?.isConnected ? place : build();
  place.append(Object.assign(document.createElement('p'), { textContent: text }));
  while (place.children.length > KEPT) place.firstChild.remove();
}

const textOf = (key) => document.querySelector(`.st-key-${key}`)?.innerText.replaceAll(/\s+/g, ' ').trim() ?? '';

// Say of a change the first words that are others than before, once they have settled, and nothing while a run plays.
// keys: of the places whose words may have changed, the most important first. isBusy(): whether they still move.
export function sayOnceSettled(keys, isBusy) {
  clearTimeout(settles);
  settles = setTimeout(() => {
    if (isBusy()) {
      sayOnceSettled(keys, isBusy);
      return;
    }
    const changed = keys.filter((key) => textOf(key) !== known.get(key));
    if (changed.length) say(textOf(changed[0]));
    for (const key of keys) known.set(key, textOf(key));
  }, SETTLES_MS);
}
