// A tap on a point of a picture stands for its row, and so does a mouse that rests on it.
import { chartOf, placesOf } from './chart.js';

const NEAR_PX = 22;
const RESTS_AFTER_MS = 300;

// The position of the place that is nearest to a point; -1 if none is near.
export function nearestTo([x, y], places) {
  const distance = (place) => (place ? Math.hypot(place[0] - x, place[1] - y) : Infinity);
  const nearest = places.reduce((best, place, i) => (distance(place) < distance(places[best]) ? i : best), 0);
  return places.length && distance(places[nearest]) <= NEAR_PX ? nearest : -1;
}

// The row, counted from 1, that a pointer is at in that picture; 0 if at none.
function rowAt(picture, { target, clientX, clientY }) {
  const chart = chartOf(picture);
  if (!chart?.contains(target)) return 0;
  const { left, top } = chart.getBoundingClientRect();
  const position = nearestTo([clientX - left, clientY - top], placesOf(chart, 'data'));
  const rows = chart._fullData.find((trace) => trace.name === 'data')?.text; // of many rows some are drawn
  return position < 0 ? 0 : Number(rows?.[position] ?? position + 1);
}

// onRow(row): a point was tapped, or a mouse rests on it while nothing else moves.
export function watchTaps(picture, onRow, isBusy) {
  let rests = 0;
  const tapped = (event) => {
    const row = rowAt(picture, event);
    if (row) onRow(row);
  };
  const hovers = (event) => {
    clearTimeout(rests);
    if (event.pointerType !== 'mouse' || event.buttons) return;
    rests = setTimeout(() => { if (!isBusy()) tapped(event); }, RESTS_AFTER_MS);
  };
  document.addEventListener('click', tapped, { capture: true });
  document.addEventListener('pointermove', hovers, { capture: true });
  return () => {
    clearTimeout(rests);
    document.removeEventListener('click', tapped, { capture: true });
    document.removeEventListener('pointermove', hovers, { capture: true });
  };
}
