// Squares on the errors of a picture: each is as wide as its error is high, whatever the scales of the axes.
import { placesOf } from './chart.js';
import { svg } from './svg.js';


// The square beside an error, from the label to the line; toLeft: on which side. [x, y, side] of its upper left corner.
export function squareOf([x, label], [, output], toLeft) {
  const side = Math.abs(output - label);
  return [toLeft ? x - side : x, Math.min(label, output), side];
}

// Squares stand on the side where the line is not: to the left of an error above a rising line.
function squaresOf(chart) {
  const [start, end] = placesOf(chart, 'neuron').filter(Boolean);
  const rises = start && end && end[1] < start[1];
  const places = placesOf(chart, 'errors');
  const squares = [];
  for (let i = 0; i + 1 < places.length; i += 3) {
    squares.push(squareOf(places[i], places[i + 1], (places[i][1] < places[i + 1][1]) === rises));
  }
  return squares;
}

function draw(square, [x, y, side], kind) {
  Object.entries({ x, y, width: side, height: side, class: kind }).forEach((pair) => square.setAttribute(...pair));
}

export class Squares {
  constructor(place) {
    this.svg = svg('svg', { 'aria-hidden': true }, place);
  }

  // Follow the picture, which stands at [left, top] of the place; draw nothing where Python does not want them.
  follow(chart, [left, top]) {
    const mean = placesOf(chart, 'mean square').filter(Boolean);
    const wanted = mean.length ? [...squaresOf(chart), squareOf(...mean, false)] : [];
    while (this.svg.children.length > wanted.length) this.svg.lastChild.remove();
    while (this.svg.children.length < wanted.length) svg('rect', {}, this.svg);
    if (!wanted.length) return;
    const { xaxis, yaxis } = chart._fullLayout;
    this.svg.style.transform = `translate(${left + xaxis._offset}px, ${top + yaxis._offset}px)`;
    this.svg.setAttribute('width', xaxis._length);
    this.svg.setAttribute('height', yaxis._length);
    const kinds = [...this.svg.children].map((_, i) => (i === wanted.length - 1 ? 'mean' : 'square'));
    wanted.forEach(([x, y, side], i) => {
      draw(this.svg.children[i], [x - xaxis._offset, y - yaxis._offset, side], kinds[i]);
    });
  }
}
