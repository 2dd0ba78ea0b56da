// Streamlit's sliders, as they are moved. They report to Python themselves, once they are let go.
const HOVERS_AFTER_MS = 60;
const WRITE = Object.getOwnPropertyDescriptor(globalThis.HTMLInputElement?.prototype ?? {}, 'value')?.set;

export function sliderOf(element) {
  const input = element?.closest?.('.stSlider')?.querySelector('input[type=range]');
  const named = input?.closest('[class*="st-key-"]');
  const key = named && [...named.classList].find((name) => name.startsWith('st-key-'))?.slice('st-key-'.length);
  return key ? { key, input, value: parseFloat(input.value) } : null;
}

const inputOf = (key) => document.querySelector(`.st-key-${key} .stSlider input[type=range]`);

// A slider follows whatever moves its hidden input, as assistive technology does; a key press makes it report.
function write(input, value) {
  WRITE.call(input, String(value));
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
}

function pressKey(input, key) {
  for (const type of ['keydown', 'keyup']) {
    input.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
  }
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
    else if (!target.closest?.('.grip')) elsewhere();
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
  return {
    isHeld: () => held !== null,
    // The same from elsewhere than the slider itself: a handle is another grip of it.
    read: (key) => {
      const input = inputOf(key);
      if (!input) return null;
      const label = input.closest('.stSlider').querySelector('[data-testid="stWidgetLabel"] p')?.textContent ?? key;
      return { label, value: parseFloat(input.value), text: input.getAttribute('aria-valuetext') };
    },
    attend: (key) => { if (inputOf(key)) near(sliderOf(inputOf(key))); },
    hold: (key) => { held = key; },
    set: (key, value) => {
      const input = inputOf(key);
      if (!input || parseFloat(input.value) === value) return;
      write(input, value);
      move({ key, input, value });
    },
    commit: (key) => {
      const input = inputOf(key);
      if (!input) {
        letGo();
        return;
      }
      const [value, step] = [parseFloat(input.value), parseFloat(input.step)];
      const down = value - step >= parseFloat(input.min);
      write(input, down ? value - step : value + step); // and back by a key
      pressKey(input, down ? 'ArrowRight' : 'ArrowLeft');
      letGo();
    },
  };
}
