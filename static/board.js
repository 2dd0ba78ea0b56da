// The vector board under the hand: press and drag in the empty plane to draw an arrow, first a, then b; drag a tip to
// change it; arrow keys move the focused tip; fields take exact values. What is drawn here follows the pointer in the
// same frame; the numbers beside the board are Python's.
import { Fields } from './fields.js';
import { allowed, fromPixels, onGrid, scaleFor, toPixels, within, written } from './geometry.js';
import { Scene, TOUCH_PX } from './scene.js';
import { ARROWS } from './svg.js';

const KEY_STEP = 0.1;
const DRAWS_AFTER_PX = 4; // a tap is not a drawing
const SETTLES_MS = 350;
// Of the way to the pointer, the part that is gone at once; the rest follows in the next frames, so that the arrow
// moves evenly even where the pointer reports less often than the display draws.
const AT_ONCE_PART = 0.8;
const ARRIVED_PX = 0.005;

export class Board {
  // report(drawn, moving): what is on the board now, and whether the hand is still at it.
  constructor(place, { look, words }, report) {
    Object.assign(this, { look, report, a: [3, 1], b: [1, 2], unit: false });
    Object.assign(this, { next: 'a', held: null, given: null, stroke: 0, settles: 0 });
    place.style.setProperty('--board-height', `${look.height}px`);
    this.scene = new Scene(place, { words, look });
    if (look.fields) {
      this.fields = new Fields(place, words, {
        vectors: () => this,
        set: (name, vector) => this.set(name, vector),
        settle: () => this.fit(),
        atUnitLength: (on) => this.keepUnitLength(on),
      });
    }
    const { plane } = this.scene;
    plane.addEventListener('pointerdown', (event) => this.press(event));
    plane.addEventListener('pointermove', (event) => this.point(event));
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture']) {
      plane.addEventListener(type, (event) => this.release(event));
    }
    plane.addEventListener('keydown', (event) => this.step(event));
    new ResizeObserver(() => this.fit()).observe(plane);
  }

  get rules() { return { ...this.look, unit: this.unit }; }

  // Python put these arrows there: at first, or in place of those drawn.
  adopt({ given, arrows: [a, b], unit }) {
    if (given === this.given) return;
    cancelAnimationFrame(this.held?.frame);
    Object.assign(this, { given, a, b, unit, held: null });
    this.fit();
    if (this.settles) this.settle(); // else the hand would be taken for moving, and the link wait for it, for good
  }

  // Arrows that follow a slider.
  move(a, b) {
    if (this.held) return;
    Object.assign(this, { a, b });
    this.paint();
  }

  fit() {
    const { width, height } = this.scene.plane.getBoundingClientRect();
    if (!width || !height) return;
    this.scene.measure({ width, height, scale: scaleFor(this, { width, height }, this.rules) });
    this.paint();
  }

  paint() {
    const read = (value) => (this.held ? Number(value.toFixed(2)) : written(value)); // on its way numbers are long
    this.scene.paint(this, read);
    this.fields?.paint(this, this.unit, read);
  }

  // While a tip is held it follows the pointer exactly; Python gets the position that it will have when let go.
  reportMove() {
    this.stroke += 1; // what stands here is reported long after, and counts once
    this.report(this.drawn(), true);
    clearTimeout(this.settles);
    this.settles = setTimeout(() => this.settle(), SETTLES_MS);
  }

  settle() {
    clearTimeout(this.settles);
    this.settles = 0;
    this.report(this.drawn(), false);
  }

  drawn() {
    const goal = (name) => (this.held?.goal && this.held.name === name ? this.held.goal : this[name]);
    const { unit, given, stroke } = this;
    return { a: goal('a'), b: goal('b'), unit, given, stroke };
  }

  set(name, vector) {
    this[name] = allowed(name, vector, this.rules);
    this.paint();
    this.reportMove();
  }

  keepUnitLength(on) {
    this.unit = on;
    for (const name of ['a', 'b']) this.set(name, this[name]);
    this.fit();
  }

  nearest(event) {
    const box = this.scene.plane.getBoundingClientRect();
    const distance = (name) => {
      const [x, y] = toPixels(this[name], this.scene.size);
      return Math.hypot(event.clientX - box.left - x, event.clientY - box.top - y);
    };
    const [first, second] = ['a', 'b'].sort((one, other) => distance(one) - distance(other));
    if (distance(first) > TOUCH_PX) return null;
    const pressed = event.target.dataset?.handle;
    return pressed && distance(second) <= TOUCH_PX ? pressed : first;
  }

  press(event) {
    if (event.button !== 0 || this.held) return;
    event.preventDefault();
    this.scene.plane.setPointerCapture(event.pointerId);
    const name = this.nearest(event);
    const from = [event.clientX, event.clientY];
    this.held = { name: name ?? this.next, pointer: event.pointerId, from, draws: !name, goal: null, frame: 0 };
    if (name) this.scene.arrows[name].tip.focus({ focusVisible: false });
  }

  point(event) {
    const { held } = this;
    if (!held || event.pointerId !== held.pointer) return;
    if (held.draws) {
      if (Math.hypot(event.clientX - held.from[0], event.clientY - held.from[1]) < DRAWS_AFTER_PX) return;
      held.draws = false;
      if (held.name === this.next) this.next = this.next === 'a' ? 'b' : 'a';
    }
    const box = this.scene.plane.getBoundingClientRect();
    const { width, height, scale } = this.scene.size;
    const [x, y] = fromPixels([event.clientX - box.left, event.clientY - box.top], this.scene.size);
    const inside = [within(x, width / 2 / scale), within(y, height / 2 / scale)];
    held.pointed = allowed(held.name, inside, this.rules);
    held.goal = this.unit ? held.pointed : allowed(held.name, onGrid(inside, this.look.step), this.rules);
    if (!held.frame) this.follow();
    this.reportMove();
  }

  follow() {
    const { held } = this;
    if (!held) return;
    const vector = this[held.name].map((value, axis) => value + AT_ONCE_PART * (held.pointed[axis] - value));
    const far = Math.hypot(vector[0] - held.pointed[0], vector[1] - held.pointed[1]) * this.scene.size.scale;
    this[held.name] = far > ARRIVED_PX ? vector : held.pointed;
    held.frame = far > ARRIVED_PX ? requestAnimationFrame(() => this.follow()) : 0;
    this.paint();
  }

  release(event) {
    if (!this.held || event.pointerId !== this.held.pointer) return;
    const { name, goal, frame } = this.held;
    this.held = null;
    cancelAnimationFrame(frame);
    if (goal) this.set(name, goal);
    this.fit();
  }

  step(event) {
    const name = event.target.dataset?.handle;
    const move = ARROWS[event.key];
    if (!name || !move) return;
    event.preventDefault();
    const step = event.shiftKey ? 10 * KEY_STEP : KEY_STEP;
    this.set(name, this[name].map((value, axis) => Number((value + step * move[axis]).toFixed(6))));
    this.fit();
  }
}
