// Products on their way: along each wire of a picture its feature travels to the weight, and the product goes on to the
// sum. All of it is in the picture already; here it is shown one after the other, once after each change.
import { chartOf, offsetOf, placesOf, textsOf } from './chart.js';
import { wantsLessMotion } from './motion.js';

const SETTLES_MS = 500;
const TRAVELS_MS = 2400;
const STEP_MS = 900; // of those who asked for less motion
const MEETS_AT = 0.4; // of the time: there the feature meets its weight

// The wires between the gaps of a line.
export function wiresOf(places) {
  const wires = [[]];
  for (const place of places) {
    if (place) wires.at(-1).push(place);
    else wires.push([]);
  }
  return wires.filter((wire) => wire.length);
}

const at = ([x, y]) => `translate(${x}px, ${y}px) translate(-50%, -50%)`;

// How what travels along a wire of three points moves: first the feature, from the input to where the wire bends behind
// the weight, then the product, from there to the sum.
export function travels([input, bend, sum]) {
  const away = { opacity: 0, easing: 'step-start' };
  return {
    feature: [
      { transform: at(input), opacity: 1, offset: 0, easing: 'ease-in' },
      { transform: at(bend), opacity: 1, offset: MEETS_AT },
      { transform: at(bend), ...away, offset: MEETS_AT },
      { transform: at(bend), ...away, offset: 1 },
    ],
    product: [
      { transform: at(bend), ...away, offset: 0 },
      { transform: at(bend), opacity: 0, offset: MEETS_AT },
      { transform: at(bend), opacity: 1, offset: MEETS_AT, easing: 'ease-out' },
      { transform: at(sum), opacity: 1, offset: 0.92 },
      { transform: at(sum), opacity: 0, offset: 1 },
    ],
  };
}

export class Journey {
  // isBusy(): whether the picture still moves.
  constructor(place, picture, isBusy) {
    Object.assign(this, { picture, isBusy, shown: '', settles: null });
    this.button = Object.assign(document.createElement('button'), { type: 'button', hidden: true });
    this.button.textContent = 'watch the products travel';
    this.button.addEventListener('click', () => this.go());
    this.layer = Object.assign(document.createElement('div'), { className: 'beads' });
    place.append(this.button, this.layer);
  }

  // Look whether the products are others than those that travelled last.
  follow() {
    const chart = chartOf(this.picture);
    const products = chart ? textsOf(chart, 'products').filter(Boolean) : [];
    this.button.hidden = !products.length;
    if (products.join() === this.shown) return;
    this.shown = products.join();
    this.clear();
    if (products.length) this.goOnceStill();
  }

  goOnceStill() {
    clearTimeout(this.settles);
    this.settles = setTimeout(() => (this.isBusy() ? this.goOnceStill() : this.go()), SETTLES_MS);
  }

  clear() {
    clearTimeout(this.settles);
    this.layer.replaceChildren();
  }

  leave() { this.clear(); }

  go() {
    this.clear();
    const chart = chartOf(this.picture);
    if (!chart) return;
    const [left, top] = offsetOf(chart, this.layer);
    const inPlace = (point) => point && [left + point[0], top + point[1]];
    const [features, products] = [textsOf(chart, 'features'), textsOf(chart, 'products')];
    wiresOf(placesOf(chart, 'wires').map(inPlace)).forEach((wire, i) => {
      if (wantsLessMotion()) this.step(wire, products[i], i);
      else this.travel(wire, features[i], products[i]);
    });
  }

  travel(wire, feature, product) {
    const moves = travels(wire);
    this.bead('feature', feature, moves.feature, { duration: TRAVELS_MS });
    this.bead('product', product, moves.product, { duration: TRAVELS_MS });
  }

  // The products one after the other, each where it is made.
  step([, bend], product, i) {
    const stays = { transform: at(bend), opacity: 1 };
    this.bead('product', product, [stays, stays], { delay: i * STEP_MS, duration: (4 - i) * STEP_MS });
  }

  bead(kind, text, moves, timing) {
    const bead = Object.assign(document.createElement('span'), { className: `bead ${kind}`, textContent: text });
    bead.setAttribute('aria-hidden', 'true'); // the words below say the same
    this.layer.append(bead);
    bead.animate(moves, timing).finished.then(() => bead.remove(), () => {});
  }
}
