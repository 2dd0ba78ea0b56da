// A square is as wide as its error is high.
import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.document ??= { querySelector: () => null };
const { squareOf } = await import('../../static/squares.js');

test('a square stands beside its error, on either side, from the upper end to the lower one', () => {
  assert.deepEqual(squareOf([100, 20], [100, 50], false), [100, 20, 30]);
  assert.deepEqual(squareOf([100, 20], [100, 50], true), [70, 20, 30]);
  assert.deepEqual(squareOf([100, 50], [100, 20], true), [70, 20, 30]);
  assert.deepEqual(squareOf([100, 50], [100, 50], true), [100, 50, 0]);
});
