// The screen: pictures, words and arrows move together, in one frame.
import { chartOf, drawChange } from './chart.js';
import { Words } from './words.js';

export class Screen {
  constructor() {
    this.change = null; // what differs from the screen that was drawn
    this.drawn = {}; // picture -> the name of the figure that it differs from
    this.moved = { pictures: new Set(), words: new Set() }; // what any change has touched so far
    this.charts = new Map();
    this.boards = new Map();
    this.words = new Words();
    this.onEpoch = () => {};
    this.onShow = () => {};
  }

  // Show a screen that is told by what differs from the drawn one.
  show(change) {
    this.change = change;
    for (const key of Object.keys(change.pictures)) this.moved.pictures.add(key);
    for (const key of Object.keys(change.words)) this.moved.words.add(key);
    for (const key of this.moved.pictures) this.draw(key);
    for (const key of this.moved.words) this.words.write(key, change.words[key] ?? null);
    if (change.epoch) this.onEpoch(...change.epoch);
    this.onShow();
  }

  showArrows({ arrows }) {
    for (const [key, [a, b]] of Object.entries(arrows)) this.boards.get(key)?.move(a, b);
  }

  draw(key) {
    const drawn = drawChange(key, this.drawn[key], this.change.pictures[key] ?? { traces: {}, axes: {} });
    this.charts.set(key, drawn ? chartOf(key) : null);
  }

  // A chart or words may come late, or anew: what has changed since they were drawn is shown on them as well.
  catchUp() {
    if (!this.change) return;
    for (const key of this.moved.pictures) if (chartOf(key) !== this.charts.get(key)) this.draw(key);
    for (const [key, html] of Object.entries(this.change.words)) this.words.catchUp(key, html);
  }
}
