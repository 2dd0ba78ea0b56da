// Grips over the handles of a picture: its sliders in another hand. A grip says which value its slider should have; the
// rest is as if the slider itself were moved. By pointer, by touch and by the keys of a slider.
import { chartOf, offsetOf, placesOf } from './chart.js';
import { Squares } from './squares.js';
import { watchTaps } from './taps.js';

const KEYS = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 };
const ENDS = { Home: -1e6, End: 1e6 }; // steps: more than any slider has

// The nearest value of a slider.
export function nearestOf({ low, step, count }, value) {
  const position = Math.min(Math.max(Math.round((value - low) / step), 0), count - 1);
  return low + position * step;
}

// Step a slider by a key from elsewhere than itself.
export function stepSlider(sliders, range, key, steps) {
  sliders.hold(key);
  sliders.set(key, nearestOf(range, sliders.read(key).value + steps * range.step));
  sliders.commit(key);
}

class Handles {
  // rangeOf(key): what the slider is like. sliders: see sliders.js.
  constructor(place, picture, { rangeOf, sliders }) {
    Object.assign(this, { place, picture, rangeOf, sliders, grips: [], held: null, offset: null });
    this.squares = new Squares(place);
  }

  // Which handles there are: [{ key, x, per_unit }], as their order is in the picture's trace.
  take(handles) {
    while (this.grips.length < handles.length) this.grips.push(this.build());
    this.grips.forEach((grip, i) => { grip.handle = handles[i]; });
    this.follow();
  }

  build() {
    const element = Object.assign(document.createElement('div'), { className: 'grip', tabIndex: 0 });
    element.setAttribute('role', 'slider');
    const grip = { element, handle: null };
    element.addEventListener('pointerdown', (event) => this.press(event, grip));
    element.addEventListener('pointermove', (event) => this.drag(event, grip));
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture']) {
      element.addEventListener(type, () => this.letGo());
    }
    element.addEventListener('keydown', (event) => this.step(event, grip));
    element.addEventListener('focus', () => this.sliders.attend(grip.handle.key));
    element.addEventListener('pointerenter', () => this.sliders.attend(grip.handle.key));
    this.place.append(element);
    return grip;
  }

  // Stand where the picture has the handles. isStill: the picture itself stands where it stood. To measure that within
  // a change makes the browser lay out the page once more.
  follow(isStill = false) {
    const chart = chartOf(this.picture);
    if (!chart) return;
    const places = placesOf(chart, 'handles');
    if (!isStill || !this.offset) this.offset = offsetOf(chart, this.place);
    const [left, top] = this.offset;
    this.squares.follow(chart, [left, top]);
    this.grips.forEach(({ element, handle }, i) => {
      if (!places[i]) return;
      const [x, y] = places[i];
      element.style.transform = `translate(${left + x}px, ${top + y}px)`;
      this.describe(element, handle.key);
    });
  }

  describe(element, key) {
    const [range, now] = [this.rangeOf(key), this.sliders.read(key)];
    if (!range || !now) return;
    const state = {
      label: `${now.label}: a handle in the picture`,
      valuemin: range.low,
      valuemax: range.low + range.step * (range.count - 1),
      valuenow: now.value,
      valuetext: now.text,
    };
    for (const [name, value] of Object.entries(state)) element.setAttribute(`aria-${name}`, value);
  }

  press(event, grip) {
    if (event.button !== 0 || this.held) return;
    const now = this.sliders.read(grip.handle.key);
    const chart = chartOf(this.picture);
    if (!now || !chart) return;
    event.preventDefault();
    grip.element.setPointerCapture(event.pointerId);
    grip.element.focus({ focusVisible: false });
    const axis = chart._fullLayout.yaxis;
    const unitsAPixel = (axis.range[1] - axis.range[0]) / axis._length;
    this.held = { grip, from: event.clientY, value: now.value, unitsAPixel };
    this.sliders.hold(grip.handle.key);
  }

  drag({ clientY }, grip) {
    if (this.held?.grip !== grip) return;
    const { from, value, unitsAPixel } = this.held;
    const { key, per_unit: perUnit } = grip.handle;
    this.sliders.set(key, nearestOf(this.rangeOf(key), value + ((from - clientY) * unitsAPixel) / perUnit));
  }

  letGo() {
    if (!this.held) return;
    const { key } = this.held.grip.handle;
    this.held = null;
    this.sliders.commit(key);
  }

  step(event, grip) {
    const { key } = grip.handle;
    const [range, now] = [this.rangeOf(key), this.sliders.read(key)];
    const steps = KEYS[event.key] ?? ENDS[event.key];
    if (steps === undefined || !now) return;
    event.preventDefault();
    stepSlider(this.sliders, range, key, steps);
  }
}

// Lay grips over a picture. put({ key: row }): a point was chosen, and what the page calls its row, counted from 1.
// moves(): whether a run plays or a hand is on a slider.
export function layHandles(place, picture, { rangeOf, sliders, put, moves }) {
  const handles = new Handles(place, picture, { rangeOf, sliders });
  const resized = new ResizeObserver(() => handles.follow());
  resized.observe(place);
  const { tap } = place.dataset;
  const stop = tap ? watchTaps(picture, (row) => put({ [tap]: row }), moves) : () => {};
  handles.leave = () => { resized.disconnect(); stop(); };
  return handles;
}
