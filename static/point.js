// A point of a picture in the hand: it sets two parameters at once, one along each axis. By pointer, touch, arrow keys.
import { chartOf, offsetOf, placesOf } from './chart.js';
import { nearestOf, stepSlider } from './handles.js';

const KEYS = { ArrowLeft: ['across', -1], ArrowRight: ['across', 1], ArrowDown: ['up', -1], ArrowUp: ['up', 1] };

export class Point {
  // rangeOf(key): what the slider of a parameter is like. sliders: see sliders.js. put(values, moving): set these.
  constructor(place, picture, { rangeOf, sliders, put }) {
    const { across, up } = place.dataset;
    Object.assign(this, { place, picture, rangeOf, sliders, put, keys: { across, up }, held: null });
    this.grip = Object.assign(document.createElement('div'), { className: 'grip', tabIndex: 0 });
    this.grip.setAttribute('role', 'slider');
    this.grip.setAttribute('aria-label', `${across} and ${up}: a point in the bowl`);
    this.grip.addEventListener('pointerdown', (event) => this.press(event));
    this.grip.addEventListener('pointermove', (event) => this.drag(event));
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture']) {
      this.grip.addEventListener(type, () => this.letGo());
    }
    this.grip.addEventListener('keydown', (event) => this.step(event));
    place.append(this.grip);
    this.resized = new ResizeObserver(() => this.follow());
    this.resized.observe(place);
  }

  leave() { this.resized.disconnect(); }

  // Stand where the picture has the point, if it is not in the hand.
  follow() {
    const chart = chartOf(this.picture);
    const [at] = chart && !this.held ? placesOf(chart, 'handles') : [];
    if (!at) return;
    this.stand(chart, at);
    const [across, up] = [this.keys.across, this.keys.up].map((key) => this.sliders.read(key));
    if (!across || !up) return;
    this.grip.setAttribute('aria-valuenow', across.value);
    this.grip.setAttribute('aria-valuetext', `${this.keys.across} ${across.text}, ${this.keys.up} ${up.text}`);
  }

  stand(chart, [x, y]) {
    const [left, top] = offsetOf(chart, this.place);
    this.grip.style.transform = `translate(${left + x}px, ${top + y}px)`;
  }

  press(event) {
    if (event.button !== 0) return;
    event.preventDefault();
    this.grip.setPointerCapture(event.pointerId);
    this.grip.focus({ focusVisible: false });
    this.held = { values: null };
  }

  // The values under the pointer, and the grip with them.
  drag({ clientX, clientY }) {
    const chart = chartOf(this.picture);
    if (!this.held || !chart) return;
    const { xaxis, yaxis } = chart._fullLayout;
    const { left, top } = chart.getBoundingClientRect();
    const { across, up } = this.keys;
    const x = nearestOf(this.rangeOf(across), xaxis.p2d(clientX - left - xaxis._offset));
    const y = nearestOf(this.rangeOf(up), yaxis.p2d(clientY - top - yaxis._offset));
    this.stand(chart, [xaxis._offset + xaxis.d2p(x), yaxis._offset + yaxis.d2p(y)]);
    this.held.values = { [across]: x, [up]: y };
    this.put(this.held.values, true);
  }

  letGo() {
    const values = this.held?.values;
    this.held = null;
    if (values) this.put(values);
  }

  step(event) {
    const [axis, steps] = KEYS[event.key] ?? [];
    const key = this.keys[axis];
    if (!key || !this.rangeOf(key) || !this.sliders.read(key)) return;
    event.preventDefault();
    stepSlider(this.sliders, this.rangeOf(key), key, steps);
  }
}
