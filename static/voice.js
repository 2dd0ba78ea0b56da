// What a screen reader says of a change: the first words that are others than before, once they have settled, and
// nothing while a run plays.
const SETTLES_MS = 900;

const said = new Map(); // place -> its words when it was last looked at
let voice = null;
let settles = 0;

function build() {
  const made = Object.assign(document.createElement('div'), { className: 'voice' });
  made.setAttribute('role', 'status');
  document.body.append(made);
  return made;
}

const textOf = (key) => document.querySelector(`.st-key-${key}`)?.innerText.replaceAll(/\s+/g, ' ').trim() ?? '';

// keys: of the places whose words may have changed, the most important first. isBusy(): whether they still move.
export function sayOnceSettled(keys, isBusy) {
  voice ??= build();
  clearTimeout(settles);
  settles = setTimeout(() => {
    if (isBusy()) {
      sayOnceSettled(keys, isBusy);
      return;
    }
    const changed = keys.filter((key) => textOf(key) !== said.get(key));
    if (changed.length) voice.textContent = textOf(changed[0]);
    for (const key of keys) said.set(key, textOf(key));
  }, SETTLES_MS);
}
