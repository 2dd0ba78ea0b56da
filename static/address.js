// Python writes the page's state into the address, each time as a new entry of the browser's history: "back" would undo
// a drag step by step and seem stuck. So a choice replaces the entry; only another page is a new one.
// onChoice(link): the page has this link now. Python's answer comes after it, and a server may end between them.
export function keepOneEntryAPage(window, onChoice) {
  const push = window.history.pushState.bind(window.history);
  const replace = window.history.replaceState.bind(window.history);
  window.history.pushState = (state, title, url) => {
    const samePage = url && new URL(url, window.location.href).pathname === window.location.pathname;
    (samePage ? replace : push)(state, title, url);
    if (samePage) onChoice(window.location.search.slice(1));
  };
}

// The page's address without what is the visitor's own, or only about the frame that the page stands in.
export function addressWithout(href, names) {
  const address = new URL(href);
  for (const name of [...names, 'embed', 'embed_options']) address.searchParams.delete(name);
  return address.href;
}

const STORE = 'one-neuron-links';

// What was chosen on each page, as links: kept here in case the server loses the session.
export function keptLinks() {
  try {
    return JSON.parse(window.sessionStorage.getItem(STORE)) ?? {};
  } catch {
    return {};
  }
}

export function keepLinks(links) {
  try {
    window.sessionStorage.setItem(STORE, JSON.stringify({ ...keptLinks(), ...links }));
  } catch { /* no storage: then a lost session is lost */ }
}
