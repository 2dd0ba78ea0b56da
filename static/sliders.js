// Streamlit's sliders, as they are moved. They report to Python themselves, once they are let go.
const HOVERS_AFTER_MS = 60;

export function sliderOf(element) {
  const input = element?.closest?.('.stSlider')?.querySelector('input[type=range]');
  const named = input?.closest('[class*="st-key-"]');
  const key = named && [...named.classList].find((name) => name.startsWith('st-key-'))?.slice('st-key-'.length);
  return key ? { key, input, value: parseFloat(input.value) } : null;
}

// Tell of every slider that a hand comes near to (`near`) or leaves (`away`), moves (`move`) or lets go (`release`),
// and of a press elsewhere.
export function watchSliders({ near, away, move, release, elsewhere }) {
  let held = null;
  let hovers = null;
  const listen = (target, type, handler) => target.addEventListener(type, handler, { capture: true, passive: true });
  listen(document, 'pointerover', ({ target }) => {
    const slider = sliderOf(target);
    clearTimeout(hovers);
    if (held) return;
    if (slider) hovers = setTimeout(() => near(slider), HOVERS_AFTER_MS);
    else away();
  });
  listen(document, 'focusin', ({ target }) => {
    const slider = sliderOf(target);
    if (slider) near(slider);
  });
  listen(document, 'pointerdown', ({ target }) => {
    const slider = sliderOf(target);
    held = slider?.key ?? null;
    if (slider) near(slider);
    else elsewhere();
  });
  const letGo = () => {
    if (held) release(held);
    held = null;
  };
  for (const type of ['pointerup', 'pointercancel', 'blur']) listen(window, type, ({ target }) => {
    if (type !== 'blur' || target === window) letGo(); // not when the focus moves in the page
  });
  const watch = new MutationObserver((changes) => {
    for (const target of new Set(changes.map((change) => change.target))) {
      const slider = target.type === 'range' && sliderOf(target);
      const byHand = slider && (held === slider.key || (!held && document.activeElement === slider.input));
      if (byHand) move(slider);
    }
  });
  watch.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['value', 'aria-valuetext'] });
  return { isHeld: () => held !== null };
}
