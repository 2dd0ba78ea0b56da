// The page around the parts: Streamlit's theme, its links and popovers, and the page on paper.
import { watchAnnouncements } from './announcer.js';
import { keepFocus, watchFocus } from './focus.js';

const THEME = ['text', 'background', 'secondary-background', 'border', 'primary'].map((name) => `--st-${name}-color`);
const PAPER_PX = 680; // the width of a sheet of A4 between its margins
const LINKS = '[data-testid="stHeader"] a, [data-testid="stSidebar"] a, a[href]';

// Streamlit tells its theme to components only; the parts that stand in the page wear it as well.
export function wearTheme(element) {
  const style = getComputedStyle(element.host ?? element);
  for (const name of THEME) document.documentElement.style.setProperty(name, style.getPropertyValue(name));
}

// Tell when a visitor goes to another page; if something that was said is still on its way, they go a moment later.
function watchLeaving(leaves) {
  const pressed = (event) => {
    const link = event.target.closest?.(LINKS);
    const waits = link ? leaves() : 0;
    if (!waits || !event.isTrusted || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    setTimeout(() => link.click(), waits);
  };
  document.addEventListener('click', pressed, { capture: true });
  window.addEventListener('popstate', () => leaves(), { capture: true });
}

// The focus moves into a popover that opens: what is said of it there can be heard.
function focusPopovers() {
  const opened = ({ target }) => {
    if (!target.closest?.('[data-testid="stPopoverButton"]')) return;
    requestAnimationFrame(() => {
      const body = document.querySelector('[data-testid="stPopoverBody"]');
      if (!body || body.contains(document.activeElement)) return;
      body.tabIndex = -1;
      body.focus({ preventScroll: true });
    });
  };
  document.addEventListener('click', opened);
}

// A picture is as wide as the window when it is drawn; a sheet of paper is narrower.
function fitOnPaper() {
  window.addEventListener('beforeprint', () => {
    for (const chart of document.querySelectorAll('.js-plotly-plot')) {
      chart.style.setProperty('--on-paper', Math.min(1, PAPER_PX / chart.clientWidth));
    }
  });
}

// Tell when Streamlit has put something on the page or taken it away, once a frame.
function watchElements(changes) {
  let frame = 0;
  const look = () => {
    frame = 0;
    keepFocus();
    changes();
  };
  const observer = new MutationObserver(() => { frame ||= requestAnimationFrame(look); });
  observer.observe(document.body, { childList: true, subtree: true });
}

export function watchPage({ leaves, changes }) {
  watchLeaving(leaves);
  watchElements(changes);
  watchFocus();
  focusPopovers();
  fitOnPaper();
  watchAnnouncements();
}
