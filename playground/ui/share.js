// A button that copies this page's address, which holds everything the visitor chose. It is read when it is pressed, so
// it is never old.
function start({ data, parentElement }) {
  if (parentElement.shared) return;
  parentElement.shared = true;
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'share', textContent: data.copy });
  const address = Object.assign(document.createElement('input'), { className: 'address', readOnly: true, hidden: true });
  address.setAttribute('aria-label', data.address);
  const said = Object.assign(document.createElement('span'), { role: 'status' });
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      said.textContent = data.copied;
    } catch { // no clipboard without https, or it was refused: then by hand
      address.hidden = false;
      address.value = window.location.href;
      address.select();
      said.textContent = data.by_hand;
    }
  });
  parentElement.append(button, address, said);
}
