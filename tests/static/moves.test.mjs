import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.document ??= { querySelector: () => null };
const { pathsOf, plain } = await import('../../static/moves.js');
const { nearestTo } = await import('../../static/taps.js');

test('a line is one path, and a gap begins another', () => {
  assert.deepEqual(pathsOf([[0, 1], [2.126, 3]]), ['M0,1L2.13,3']);
  assert.deepEqual(pathsOf([[0, 1], [2, 3], null, [4, 5], [6, 7]]), ['M0,1L2,3', 'M4,5L6,7']);
});

test('a line of gaps is none', () => {
  assert.deepEqual(pathsOf([null, null]), []);
});

test('a tap stands for the nearest place, if one is near', () => {
  const places = [[0, 0], null, [100, 100]];
  assert.equal(nearestTo([95, 96], places), 2);
  assert.equal(nearestTo([5, 0], places), 0);
  assert.equal(nearestTo([50, 50], places), -1);
  assert.equal(nearestTo([0, 0], []), -1);
});

test('a text that is moved in place reads as Plotly would show it', () => {
  assert.equal(plain('R&amp;D &lt; 3 &amp;lt; 4'), 'R&D < 3 &lt; 4');
});
