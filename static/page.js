// The page around the parts: Streamlit's theme and its links.
const THEME = ['text', 'background', 'secondary-background', 'border', 'primary'].map((name) => `--st-${name}-color`);
const LINKS = '[data-testid="stHeader"] a, [data-testid="stSidebar"] a, a[href]';

// Streamlit tells its theme to components only; the parts that stand in the page wear it as well.
export function wearTheme(element) {
  const style = getComputedStyle(element.host ?? element);
  for (const name of THEME) document.documentElement.style.setProperty(name, style.getPropertyValue(name));
}

// Tell when a visitor goes to another page.
export function watchLeaving(leaves) {
  const pressed = ({ target }) => { if (target.closest?.(LINKS)) leaves(); };
  document.addEventListener('click', pressed, { capture: true });
  window.addEventListener('popstate', () => leaves(), { capture: true });
}
