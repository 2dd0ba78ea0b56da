// The vector board's drawing: a plane with a grid, two arrows, the angle and the projection between them.
import { angleBetween, arcBetween, footOf, gridStep, length, toPixels, unit } from './geometry.js';
import { svg } from './svg.js';

const TOUCH_PX = 22;
const LETTER_PX = 6; // half of a letter's width
const LETTER_TOP_PX = 18;

function buildArrow(name, label, words, plane) {
  const group = svg('g', { class: `vector ${name}` }, plane);
  const named = { role: 'slider', 'data-handle': name, 'aria-label': `${words.tip} ${label}` };
  const arrow = {
    shaft: svg('line', { class: 'shaft' }, group),
    head: svg('polygon', { class: 'head' }, group),
    label: svg('text', { class: 'label' }, group),
    tip: svg('circle', { class: 'tip', r: TOUCH_PX, tabindex: 0, ...named }, group),
  };
  arrow.label.textContent = label;
  return arrow;
}

export class Scene {
  constructor(root, { words, look }) {
    this.names = { a: look.names[0], b: look.names[1] };
    this.plane = svg('svg', { class: 'plane', role: 'group', 'aria-label': words.plane }, root);
    this.grid = svg('g', { class: 'grid' }, this.plane);
    this.arc = svg('path', { class: 'arc' }, this.plane);
    this.arcLabel = svg('text', { class: 'arc-label' }, this.plane);
    this.projection = svg('line', { class: 'projection' }, this.plane);
    this.perpendicular = svg('line', { class: 'perpendicular' }, this.plane);
    this.arrows = {};
    for (const name of ['b', 'a']) this.arrows[name] = buildArrow(name, this.names[name], words, this.plane);
    this.size = { width: 400, height: 220, scale: 25 };
  }

  measure(size) {
    this.size = size;
    this.plane.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
    this.paintGrid();
  }

  line(element, from, to) {
    const [[x1, y1], [x2, y2]] = [toPixels(from, this.size), toPixels(to, this.size)];
    for (const [key, value] of Object.entries({ x1, y1, x2, y2 })) element.setAttribute(key, value);
  }

  paintGrid() {
    const { width, height, scale } = this.size;
    const step = gridStep(scale);
    const [wide, high] = [width / 2 / scale, height / 2 / scale];
    this.grid.replaceChildren();
    const rule = (i, from, to) => this.line(svg('line', { class: i ? '' : 'axis' }, this.grid), from, to);
    for (let i = -Math.floor(wide / step); i <= wide / step; i++) rule(i, [i * step, -high], [i * step, high]);
    for (let i = -Math.floor(high / step); i <= high / step; i++) rule(i, [-wide, i * step], [wide, i * step]);
    const [x, y] = toPixels([step, 0], this.size);
    svg('text', { class: 'tick', x, y: y + 17, 'text-anchor': 'middle' }, this.grid).textContent = step;
  }

  // read(value): a coordinate as it is read aloud.
  paint(vectors, read) {
    this.paintBetween(vectors);
    for (const name of ['a', 'b']) this.paintArrow(name, vectors[name], read);
  }

  paintArrow(name, vector, read) {
    const { shaft, head, label, tip } = this.arrows[name];
    const [x, y] = toPixels(vector, this.size);
    const [dx, dy] = unit([vector[0], -vector[1]]);
    const long = length(vector) > 0;
    this.line(shaft, [0, 0], vector);
    const back = [x - 15 * dx, y - 15 * dy];
    const corners = `${x},${y} ${back[0] - 7 * dy},${back[1] + 7 * dx} ${back[0] + 7 * dy},${back[1] - 7 * dx}`;
    head.setAttribute('points', long ? corners : '');
    if (long) for (const [key, value] of [['x2', x - 12 * dx], ['y2', y - 12 * dy]]) shaft.setAttribute(key, value);
    const half = LETTER_PX * this.names[name].length;
    const beside = x + (12 + 4 * this.names[name].length) * dx + (long ? 0 : 12);
    const inside = Math.min(Math.max(beside, half), this.size.width - half);
    const raised = Math.abs(inside - beside); // off the arrow that it would otherwise lie on
    label.setAttribute('x', inside);
    label.setAttribute('y', Math.min(Math.max(y + 16 * dy + 6 - raised, LETTER_TOP_PX), this.size.height - LETTER_PX));
    tip.setAttribute('cx', x);
    tip.setAttribute('cy', y);
    tip.setAttribute('aria-valuetext', `${read(vector[0])}, ${read(vector[1])}`);
    tip.setAttribute('aria-valuenow', read(length(vector)));
  }

  paintBetween({ a, b }) {
    const possible = length(a) > 0 && length(b) > 0;
    const between = [this.arc, this.arcLabel, this.projection, this.perpendicular];
    for (const element of between) element.style.display = possible ? '' : 'none';
    if (!possible) return;
    const foot = footOf(a, b);
    this.line(this.projection, [0, 0], foot);
    this.line(this.perpendicular, a, foot);
    const { path, label } = arcBetween(a, b, this.size);
    this.arc.setAttribute('d', path);
    this.arcLabel.setAttribute('x', label[0]);
    this.arcLabel.setAttribute('y', label[1]);
    this.arcLabel.textContent = `${angleBetween(a, b).toFixed(0)}°`;
  }
}

export { TOUCH_PX };
