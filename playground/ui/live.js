// Streamlit's slider reports on release only. This component watches the page's sliders and reports the value under
// the finger as well, and draws in place what Python answers. If Streamlit's markup changes and nothing is seen here,
// the sliders still report on release.
const RELEASE_SETTLES_MS = 120; // the slider's own report must reach Python before this one says that the hand rests
const NARROW_PX = 640; // as in page.css

function sliderOf(element) {
  const input = element?.closest?.('.stSlider')?.querySelector('input[type=range]');
  const named = input?.closest('[class*="st-key-"]');
  const key = named && [...named.classList].find((name) => name.startsWith('st-key-'))?.slice('st-key-'.length);
  return key ? { key, input } : null;
}

function watchHand(report) {
  const stop = new AbortController();
  const listen = (target, type, handler) => target.addEventListener(type, handler, { capture: true, signal: stop.signal });
  let dragged = null; // { key, base }: the slider under the finger and its value when the finger came down
  let rest = null;
  let greeted = false;
  const restIn = (ms) => {
    clearTimeout(rest);
    rest = setTimeout(() => report({ moving: false, key: null, value: null, base: null }), ms);
  };
  const release = () => {
    if (dragged) restIn(RELEASE_SETTLES_MS);
    dragged = null;
  };
  listen(document, 'pointerdown', (event) => {
    const slider = sliderOf(event.target);
    if (!slider) return;
    clearTimeout(rest);
    dragged = { key: slider.key, base: parseFloat(slider.input.value) };
    report({ moving: true, key: null, value: null, base: null });
  });
  for (const type of ['pointerup', 'pointercancel']) listen(window, type, release);
  listen(window, 'blur', ({ target }) => { if (target === window) release(); }); // not when the focus moves in the page
  listen(document, 'visibilitychange', release);
  // A key is reported by the slider itself at once. From the first touch on, Python knows that this part is at work.
  const greet = () => {
    if (!greeted) report({});
    greeted = true;
  };
  for (const type of ['pointerdown', 'focusin']) listen(document, type, greet);
  const watch = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const slider = dragged && target.type === 'range' ? sliderOf(target) : null;
      if (slider?.key === dragged?.key && slider) {
        report({ moving: true, key: slider.key, value: parseFloat(target.value), base: dragged.base });
      }
    }
  });
  watch.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['value', 'aria-valuetext'] });
  return () => {
    stop.abort();
    watch.disconnect();
    clearTimeout(rest);
  };
}

function start({ data, parentElement, setStateValue }) {
  const live = (parentElement.live ??= { channel: openChannel() });
  live.channel.send = (message) => setStateValue('hand', message);
  live.channel.resume(data.turn);
  live.channel.answer(data.turn);
  live.stop ??= watchHand(live.channel.report);
  if (!live.width) {
    live.width = window.matchMedia(`(max-width: ${NARROW_PX}px)`);
    live.turned = () => live.channel.report({ narrow: live.width.matches });
    live.width.addEventListener('change', live.turned); // a phone that is turned
    if (live.width.matches !== data.narrow) live.turned();
  }
  if (arrived.stamp !== data.stamp) {
    arrived.stamp = data.stamp;
    const could = Object.entries(data.pictures).map(([key, change]) => draw(key, change));
    if (could.includes(false)) live.channel.report({ cannot_draw: true });
  }
  return () => {
    live.width.removeEventListener('change', live.turned);
    live.stop();
    live.channel.close();
  };
}
