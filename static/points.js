// Points as the text of a table, and what a hand may do with them. The plane reaches from 0 to 10 both ways.
export const REACH = 10;
export const MOST = 100;
const STEP = 0.1;
const TABLE = /^x,y(\n\d+(\.\d+)?,\d+(\.\d+)?)*\n?$/;

// On the plane and on its grid.
const near = (part) => Math.round(Math.min(Math.max(part, 0), REACH) / STEP) * STEP;
export const placed = (point) => point.map((part) => Number(near(part).toFixed(1)));

// The points of a text; none of an empty one, and null of a table that was not drawn.
export function pointsOf(text) {
  if (!text.trim()) return [];
  if (!TABLE.test(text)) return null;
  return text.trim().split('\n').slice(1).map((line) => line.split(',').map(Number));
}

export const textOf = (points) => (points.length ? ['x,y', ...points.map((point) => point.join(','))].join('\n') : '');

export const added = (points, point) => (points.length < MOST ? [...points, placed(point)] : points);
export const moved = (points, at, point) => points.map((other, i) => (i === at ? placed(point) : other));
export const removed = (points, at) => points.filter((_, i) => i !== at);
