// The vector board's geometry, without a screen: what is drawn, never what is said (the page's numbers are Python's).
export const LARGEST = 1000; // of a coordinate, as in ui/board.py, which takes no more
const ROOM = 1.2; // how far the plane reaches beyond the longer vector
const EDGE = 0.6; // how far a plane of a fixed size reaches beyond the farthest tip
const LEAST_REACH = 3.2;
const LEAST_REACH_AT_UNIT_LENGTH = 1.3;
const GRID_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const GRID_PX = 22;

export const length = ([x, y]) => Math.hypot(x, y);
export const dot = (a, b) => a[0] * b[0] + a[1] * b[1];
export const unit = (v) => (length(v) === 0 ? v : v.map((part) => part / length(v)));
export const within = (value, end) => Math.min(Math.max(value, -end), end);

// The angle between a and b in degrees, and the foot of a on b.
export const angleBetween = (a, b) => (Math.atan2(Math.abs(a[0] * b[1] - a[1] * b[0]), dot(a, b)) * 180) / Math.PI;
export const footOf = (a, b) => b.map((part) => (part * dot(a, b)) / dot(b, b));

// What a tip may be here: at unit length, within a plane of a fixed size, b at its level.
export function allowed(name, vector, { unit: atUnitLength, farthest, level }) {
  if (atUnitLength) return unit(vector);
  const near = vector.map((value, axis) => within(value, farthest?.[axis] ?? LARGEST));
  return name === 'b' && level !== null ? [near[0], level] : near;
}

// On the grid on which a pointer sets tips; fields take anything.
export const onGrid = (vector, step) => vector.map((value) => Number((Math.round(value / step) * step).toFixed(2)));

// A coordinate to be read: with four decimals, or four digits where these would show 0 for a number that is not.
export const written = (value) => Number(value.toFixed(4)) || Number(value.toPrecision(4));

// Pixels a unit, so that the plane shows both arrows, or a plane of a fixed size whole.
export function scaleFor({ a, b }, { width, height }, { unit: atUnitLength, farthest }) {
  if (farthest) return Math.min(width / 2 / (farthest[0] + EDGE), height / 2 / (farthest[1] + EDGE));
  const up = Math.max(...[a, b].map(([x, y]) => Math.max(Math.abs(y), (Math.abs(x) * height) / width)));
  const least = atUnitLength ? LEAST_REACH_AT_UNIT_LENGTH : LEAST_REACH;
  return height / 2 / Math.max(least, up * ROOM);
}

export const gridStep = (scale) => GRID_STEPS.find((step) => step * scale >= GRID_PX) ?? GRID_STEPS.at(-1);

// From the plane to pixels, and back.
export const toPixels = ([x, y], { width, height, scale }) => [width / 2 + x * scale, height / 2 - y * scale];
export const fromPixels = ([x, y], { width, height, scale }) => [(x - width / 2) / scale, (height / 2 - y) / scale];

// The arc from a to b around the origin, and where its label stands, in pixels.
export function arcBetween(a, b, size) {
  const radius = Math.min(34, size.scale * Math.min(length(a), length(b)) * 0.6);
  const [ua, ub] = [unit(a), unit(b)];
  const [from, to] = [ua, ub].map(([x, y]) => [size.width / 2 + radius * x, size.height / 2 - radius * y]);
  const turn = a[0] * b[1] - a[1] * b[0] > 0 ? 0 : 1;
  let middle = unit([ua[0] + ub[0], ua[1] + ub[1]]);
  if (length(middle) < 1e-6) middle = [ua[1], -ua[0]]; // half a turn: on the side of the arc
  const label = [size.width / 2 + (radius + 22) * middle[0], size.height / 2 - (radius + 16) * middle[1] + 5];
  return { path: `M ${from} A ${radius} ${radius} 0 0 ${turn} ${to}`, label };
}
