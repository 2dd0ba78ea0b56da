// Buttons that copy this page's address; the second leaves out what is the visitor's own. The address is read when a
// button is pressed, so it is never old.
import { addressWithout } from './address.js';

const WORDS = {
  copy: 'Copy the link to this page',
  fresh: 'Copy it without guesses and missions',
  copied: 'Copied.',
  byHand: 'Press Ctrl+C (on a Mac ⌘C) to copy it.',
  address: 'address of this page',
};

export function buildShare(place, own) {
  const field = Object.assign(document.createElement('input'), { className: 'address', readOnly: true, hidden: true });
  field.setAttribute('aria-label', WORDS.address);
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  const copying = (text, names) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
    button.addEventListener('click', async () => {
      const address = addressWithout(window.location.href, names());
      try {
        await navigator.clipboard.writeText(address);
        status.textContent = WORDS.copied;
      } catch { // no clipboard without https, or it was refused: then by hand
        field.hidden = false;
        field.value = address;
        field.select();
        status.textContent = WORDS.byHand;
      }
    });
    return button;
  };
  place.append(copying(WORDS.copy, () => []));
  if (own().length) place.append(copying(WORDS.fresh, own));
  place.append(field, status);
}
