// Points drawn by hand: a press on the empty plane adds one, a drag moves it, a double click or the delete key takes it
// away. They are the text of a field, as a visitor would type it: this is another grip of that field.
import { REACH, added, moved, pointsOf, removed, textOf } from './points.js';
import { ARROWS, svg } from './svg.js';

const MARGIN_PX = 22;
const TOUCH_PX = 22;
const DOT_PX = 7;
const TICK = 2;
const KEY_STEP = 0.1;
const SETTLES_MS = 500; // quick keys are one change
const WAITS_FRAMES = 120; // for the field to be there

// A text area of Streamlit's, which it reads when it is left.
class Field {
  constructor(key) { this.key = key; }

  get area() { return document.querySelector(`.st-key-${this.key} textarea`); }

  write(text) {
    const { area } = this;
    if (!area || area.value === text) return;
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(area, text);
    area.dispatchEvent(new Event('input', { bubbles: true }));
    requestAnimationFrame(() => area.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
  }
}

class Drawing {
  constructor(place, field) {
    Object.assign(this, { field, points: [], text: '', held: null, pressed: null, before: null });
    Object.assign(this, { chosen: null, settles: 0 });
    this.plane = svg('svg', { class: 'drawing-plane', role: 'group', 'aria-label': 'plane with points' }, place);
    this.grid = svg('g', { class: 'grid', 'aria-hidden': true }, this.plane);
    this.dots = svg('g', {}, this.plane);
    const row = Object.assign(document.createElement('div'), { className: 'drawing-buttons' });
    place.append(row);
    this.button(row, 'add a point', () => this.addByKey());
    this.button(row, 'remove it', () => this.remove(this.chosen));
    this.button(row, 'remove all', () => { this.chosen = null; this.change([]); this.settle(); });
    this.plane.addEventListener('pointerdown', (event) => this.press(event));
    this.plane.addEventListener('pointermove', (event) => this.point(event));
    for (const type of ['pointerup', 'pointercancel']) this.plane.addEventListener(type, () => this.release());
    this.plane.addEventListener('dblclick', () => { if (this.before !== null) this.remove(this.pressed); });
    this.plane.addEventListener('keydown', (event) => this.step(event));
    this.plane.addEventListener('focusin', ({ target }) => { this.chosen = this.indexOf(target); });
    const look = () => (this.plane.isConnected ? this.look() : document.removeEventListener('focusout', look));
    document.addEventListener('focusout', look);
    new ResizeObserver(() => this.fit()).observe(this.plane);
    this.waitForField(WAITS_FRAMES);
  }

  button(row, words, action) {
    const made = Object.assign(document.createElement('button'), { type: 'button', textContent: words });
    made.addEventListener('click', action);
    row.append(made);
  }

  // The text that the field was opened with is in it only some frames later.
  waitForField(frames) {
    this.look();
    if (frames && !this.points.length) requestAnimationFrame(() => this.waitForField(frames - 1));
  }

  // What was written into the field by another hand.
  look() {
    const text = this.plane.isConnected ? this.field.area?.value : undefined;
    if (text === undefined || text === this.text) return;
    this.text = text;
    this.points = pointsOf(text) ?? [];
    this.paint();
  }

  fit() {
    const { width, height } = this.plane.getBoundingClientRect();
    if (!width || !height) return;
    this.size = { width, height };
    this.plane.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.grid.replaceChildren();
    for (let i = 0; i <= REACH; i += TICK) {
      const [[x, top], [left, y]] = [this.pixels([i, REACH]), this.pixels([0, i])];
      const [[, bottom], [right]] = [this.pixels([i, 0]), this.pixels([REACH, i])];
      svg('line', { x1: x, x2: x, y1: top, y2: bottom }, this.grid);
      svg('line', { x1: left, x2: right, y1: y, y2: y }, this.grid);
      svg('text', { class: 'tick', x, y: bottom + 16, 'text-anchor': 'middle' }, this.grid).textContent = i;
      if (i) svg('text', { class: 'tick', x: left - 5, y: y + 5, 'text-anchor': 'end' }, this.grid).textContent = i;
    }
    this.paint();
  }

  pixels([x, y]) {
    const { width, height } = this.size;
    const unit = [(width - 2 * MARGIN_PX) / REACH, (height - 2 * MARGIN_PX) / REACH];
    return [MARGIN_PX + x * unit[0], height - MARGIN_PX - y * unit[1]];
  }

  under({ clientX, clientY }) {
    const { left, top, width, height } = this.plane.getBoundingClientRect();
    const across = (clientX - left - MARGIN_PX) / (width - 2 * MARGIN_PX);
    const up = (top + height - MARGIN_PX - clientY) / (height - 2 * MARGIN_PX);
    return [across * REACH, up * REACH];
  }

  // Marks stay what they are while they move, so that the focus stays on one.
  paint() {
    if (!this.size) return;
    while (this.dots.children.length > this.points.length) this.dots.lastChild.remove();
    while (this.dots.children.length < this.points.length) {
      const mark = svg('g', { class: 'drawn-point', tabindex: 0, role: 'button' }, this.dots);
      svg('circle', { class: 'hit', r: TOUCH_PX }, mark);
      svg('circle', { class: 'dot', r: DOT_PX }, mark);
    }
    [...this.dots.children].forEach((mark, i) => {
      const [x, y] = this.points[i];
      mark.setAttribute('transform', `translate(${this.pixels([x, y])})`);
      mark.setAttribute('aria-label', `point ${i + 1} at ${x}, ${y}`);
    });
  }

  indexOf(target) {
    const at = [...this.dots.children].indexOf(target.closest?.('.drawn-point'));
    return at < 0 ? null : at;
  }

  press(event) {
    if (event.button !== 0 || this.held !== null) return;
    event.preventDefault();
    const pressed = this.indexOf(event.target);
    this.before = this.pressed; // of a double click the first press must not have added the point
    this.pressed = pressed;
    if (pressed === null) this.change(added(this.points, this.under(event)));
    this.held = pressed ?? this.points.length - 1;
    this.dots.children[this.held]?.focus({ preventScroll: true });
    this.plane.setPointerCapture(event.pointerId);
  }

  point(event) {
    if (this.held !== null) this.change(moved(this.points, this.held, this.under(event)));
  }

  release() {
    if (this.held === null) return;
    this.held = null;
    this.settle();
  }

  step(event) {
    const at = this.indexOf(event.target);
    if (at === null) return;
    if (['Delete', 'Backspace'].includes(event.key)) this.remove(at);
    else if (ARROWS[event.key]) {
      const step = KEY_STEP * (event.shiftKey ? 10 : 1);
      this.change(moved(this.points, at, this.points[at].map((part, axis) => part + step * ARROWS[event.key][axis])));
      this.settleSoon();
    } else return;
    event.preventDefault();
  }

  addByKey() {
    this.change(added(this.points, [REACH / 2, REACH / 2]));
    this.dots.lastChild?.focus({ preventScroll: true });
    this.settleSoon();
  }

  remove(at) {
    if (at === null || !this.points[at]) return;
    this.change(removed(this.points, at));
    this.chosen = null;
    this.dots.children[Math.min(at, this.points.length - 1)]?.focus({ preventScroll: true });
    this.settle();
  }

  change(points) {
    this.points = points;
    this.paint();
  }

  settleSoon() {
    clearTimeout(this.settles);
    this.settles = setTimeout(() => this.settle(), SETTLES_MS);
  }

  settle() {
    clearTimeout(this.settles);
    this.settles = 0;
    this.text = textOf(this.points);
    this.field.write(this.text);
  }
}

export function buildDrawing(place) { return new Drawing(place, new Field(place.dataset.field)); }
