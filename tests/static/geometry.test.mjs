// The vector board's geometry, against arithmetic by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  allowed, angleBetween, arcBetween, footOf, fromPixels, gridStep, onGrid, scaleFor, toPixels, unit, written,
} from '../../static/geometry.js';

const close = (actual, wanted, within = 1e-12) => {
  [actual].flat().forEach((value, i) => assert.ok(Math.abs(value - [wanted].flat()[i]) <= within, `${actual} is not ${wanted}`));
};
const FREE = { unit: false, farthest: null, level: null };

test('the angle is that of the arrows, whatever their lengths', () => {
  close(angleBetween([1, 0], [0, 5]), 90);
  close(angleBetween([1, 1], [3, 0]), 45);
  close(angleBetween([2, 1], [-2, -1]), 180);
  close(angleBetween([3, 4], [6, 8]), 0);
});

test('the foot of a on b lies on b, and the way to a is perpendicular to it', () => {
  const [a, b] = [[3, 1], [1, 2]];
  const foot = footOf(a, b);
  close(foot, [1, 2]); // a . b = 5, b . b = 5
  close((a[0] - foot[0]) * b[0] + (a[1] - foot[1]) * b[1], 0);
});

test('a vector without length stays what it is', () => assert.deepEqual(unit([0, 0]), [0, 0]));

test('a tip is kept at unit length, within the plane, or at its level', () => {
  close(allowed('a', [3, 4], { ...FREE, unit: true }), [0.6, 0.8]);
  assert.deepEqual(allowed('a', [2000, -3], FREE), [1000, -3]);
  assert.deepEqual(allowed('a', [9, -9], { ...FREE, farthest: [4, 2] }), [4, -2]);
  assert.deepEqual(allowed('b', [1, 7], { ...FREE, level: 1 }), [1, 1]);
  assert.deepEqual(allowed('a', [1, 7], { ...FREE, level: 1 }), [1, 7]);
});

test('a pointer sets tips on the grid', () => assert.deepEqual(onGrid([1.2345, -0.026], 0.05), [1.25, -0.05]));

test('the plane shows both arrows, and of small ones not only them', () => {
  const size = { width: 400, height: 200 };
  const rules = { unit: false, farthest: null };
  const scale = scaleFor({ a: [30, 2], b: [0, 1] }, size, rules);
  assert.ok(30 * scale < 200 && 30 * scale > 150);
  close(scaleFor({ a: [0.1, 0], b: [0, 0.1] }, size, rules), 200 / 2 / 3.2);
  close(scaleFor({ a: [9, 9], b: [9, 9] }, size, { ...rules, farthest: [4, 2] }), 200 / 2 / 2.6);
});

test('lines of the grid stand apart', () => {
  for (const scale of [0.05, 0.7, 3, 25, 90]) {
    const step = gridStep(scale);
    assert.ok(step * scale >= 22 || step === 1000);
  }
});

test('pixels and places are each other’s inverse', () => {
  const size = { width: 400, height: 220, scale: 25 };
  assert.deepEqual(toPixels([0, 0], size), [200, 110]);
  assert.deepEqual(toPixels([2, 1], size), [250, 85]);
  close(fromPixels(toPixels([-1.7, 3.1], size), size), [-1.7, 3.1]);
});

test('the arc goes from a to b, the short way', () => {
  const size = { width: 400, height: 200, scale: 20 };
  const { path } = arcBetween([3, 0], [0, 3], size);
  const numbers = path.match(/-?[\d.]+/g).map(Number);
  close(numbers.slice(0, 2), [234, 100], 1e-9); // 34 pixels to the right of the middle
  close(numbers.slice(-2), [200, 66], 1e-9);
  close(numbers.slice(4, 7), [0, 0, 0]); // not the long way, against the clock
});

test('a coordinate is read with four decimals, and never as 0 unless it is 0', () => {
  assert.deepEqual([1 / 3, -2.5, 0.125, 1000].map(written), [0.3333, -2.5, 0.125, 1000]);
  assert.deepEqual([0.00002, -0.000012346, 1e-12, 0].map(written), [0.00002, -0.00001235, 1e-12, 0]);
});
