// Buttons that copy this page's address, which holds everything the visitor chose; the second leaves out the visitor's
// own answers. The address is read when it is pressed, so it is never old.
function addressWithout(names) {
  const address = new URL(window.location.href);
  for (const name of names) address.searchParams.delete(name);
  return address.href;
}

function start({ data: { words, leave_out: answers }, parentElement }) {
  if (parentElement.shared) return;
  parentElement.shared = true;
  const field = Object.assign(document.createElement('input'), { className: 'address', readOnly: true, hidden: true });
  field.setAttribute('aria-label', words.address);
  const said = Object.assign(document.createElement('span'), { role: 'status' });
  const copying = (text, names) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'share', textContent: text });
    button.addEventListener('click', async () => {
      const address = addressWithout(names);
      try {
        await navigator.clipboard.writeText(address);
        said.textContent = words.copied;
      } catch { // no clipboard without https, or it was refused: then by hand
        field.hidden = false;
        field.value = address;
        field.select();
        said.textContent = words.by_hand;
      }
    });
    return button;
  };
  parentElement.append(copying(words.copy, []));
  if (answers.length) parentElement.append(copying(words.fresh, answers));
  parentElement.append(field, said);
}
