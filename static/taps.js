// A tap on a point of a picture stands for its row.
import { chartOf, placesOf } from './chart.js';

const NEAR_PX = 22;

// The position of the place that is nearest to a point; -1 if none is near.
export function nearestTo([x, y], places) {
  const distance = (place) => (place ? Math.hypot(place[0] - x, place[1] - y) : Infinity);
  const nearest = places.reduce((best, place, i) => (distance(place) < distance(places[best]) ? i : best), 0);
  return places.length && distance(places[nearest]) <= NEAR_PX ? nearest : -1;
}

// onTap(row): the row that was tapped in that picture, counted from 1.
export function watchTaps(picture, onTap) {
  const tapped = ({ target, clientX, clientY }) => {
    const chart = chartOf(picture);
    if (!chart?.contains(target)) return;
    const { left, top } = chart.getBoundingClientRect();
    const position = nearestTo([clientX - left, clientY - top], placesOf(chart, 'data'));
    const rows = chart._fullData.find((trace) => trace.name === 'data')?.text; // of many rows some are drawn
    if (position >= 0) onTap(Number(rows?.[position] ?? position + 1));
  };
  document.addEventListener('click', tapped, { capture: true });
  return () => document.removeEventListener('click', tapped, { capture: true });
}
