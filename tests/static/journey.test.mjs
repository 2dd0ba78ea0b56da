// Which wires there are in a line with gaps, and how what travels along one of them moves.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { travels, wiresOf } from '../../static/journey.js';

test('a wire is what stands between two gaps', () => {
  assert.deepEqual(wiresOf([[0, 1], [2, 1], null, [0, 3], [2, 3], null]), [[[0, 1], [2, 1]], [[0, 3], [2, 3]]]);
  assert.deepEqual(wiresOf([]), []);
});

const place = ({ transform }) => transform.match(/^translate\((.+?)px, (.+?)px\)/).slice(1).map(Number);

test('the feature goes to where its wire bends, and the product on from there to the sum', () => {
  const { feature, product } = travels([[0, 10], [40, 10], [60, 50]]);
  assert.deepEqual([place(feature[0]), place(feature.at(-1))], [[0, 10], [40, 10]]);
  assert.deepEqual([place(product[0]), place(product.at(-1))], [[40, 10], [60, 50]]);
});

test('at every moment at most one of both is seen', () => {
  const { feature, product } = travels([[0, 0], [1, 0], [2, 0]]);
  const seen = (moves) => moves.filter(({ opacity }) => opacity).map(({ offset }) => offset);
  assert.ok(Math.max(...seen(feature)) <= Math.min(...seen(product)));
  for (const moves of [feature, product]) {
    const offsets = moves.map(({ offset }) => offset);
    assert.deepEqual(offsets, [...offsets].sort((a, b) => a - b));
    assert.equal(moves.at(-1).opacity, 0);
  }
});
