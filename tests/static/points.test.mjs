// Points as the text of a table.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { MOST, added, moved, placed, pointsOf, removed, textOf } from '../../static/points.js';

test('the text of points is a table with a header, and they are read from it again', () => {
  const points = [[1, 2.5], [0, 10]];
  assert.equal(textOf(points), 'x,y\n1,2.5\n0,10');
  assert.deepEqual(pointsOf(textOf(points)), points);
});

test('no points are no text, and an empty text has none', () => {
  assert.equal(textOf([]), '');
  assert.deepEqual(pointsOf(' \n'), []);
});

test('a table that was not drawn is left alone', () => {
  for (const text of ['a,b\n1,2', 'x,y\n1,2,3', 'x,y\n-1,2', 'x;y\n1;2', 'x,y\n1,no']) assert.equal(pointsOf(text), null);
});

test('a point is on the plane and on its grid', () => {
  assert.deepEqual(placed([3.14159, 2.96]), [3.1, 3]);
  assert.deepEqual(placed([-4, 11]), [0, 10]);
});

test('points are added, moved and removed without changing the others', () => {
  const points = [[1, 1], [2, 2]];
  assert.deepEqual(added(points, [3.04, 3]), [[1, 1], [2, 2], [3, 3]]);
  assert.deepEqual(moved(points, 0, [5, 6]), [[5, 6], [2, 2]]);
  assert.deepEqual(removed(points, 0), [[2, 2]]);
  assert.deepEqual(points, [[1, 1], [2, 2]]);
});

test('there are only so many', () => {
  const many = Array.from({ length: MOST }, () => [1, 1]);
  assert.equal(added(many, [2, 2]).length, MOST);
});
