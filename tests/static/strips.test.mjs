// Moving along a strip: where a value stands, what has arrived, and what a frame shows on its anchor.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Strips, merged, positionOf } from '../../static/strips.js';

const RANGE = { low: -5, step: 0.05, count: 201 };
const change = (traces = {}, words = {}, epoch = null) => ({
  pictures: Object.keys(traces).length ? { training: { traces, axes: {}, alt: 'now' } } : {}, words, arrows: {}, epoch,
});

test('a value on a step has a position, one between two steps or beyond the ends has none', () => {
  assert.equal(positionOf(RANGE, -5), 0);
  assert.equal(positionOf(RANGE, 5), 200);
  assert.equal(positionOf(RANGE, -1.4499999999999997), 71);
  assert.equal(positionOf(RANGE, -1.47), -1);
  assert.equal(positionOf(RANGE, 5.05), -1);
  assert.equal(positionOf(RANGE, NaN), -1);
});

test('a frame takes what it does not name from its anchor', () => {
  const anchor = change({ 1: { x: [0, 1], y: [2, 3] }, 4: { y: [9] } }, { numbers: 'anchor', about: 'data' });
  const shown = merged(anchor, change({ 1: { y: [5, 6] } }, { numbers: 'frame' }, [3, 50]));
  assert.deepEqual(shown.pictures.training.traces, { 1: { x: [0, 1], y: [5, 6] }, 4: { y: [9] } });
  assert.deepEqual(shown.words, { numbers: 'frame', about: 'data' });
  assert.deepEqual(shown.epoch, [3, 50]);
});

test('a picture that only the frame or only the anchor changes is in what is shown', () => {
  const traces = { 0: { y: [1] } };
  assert.deepEqual(merged(change(traces), change()).pictures.training.traces, traces);
  assert.deepEqual(merged(change(), change(traces)).pictures.training.traces, traces);
});

test('what has arrived is told as bits, also beyond 53 of them', () => {
  const strips = new Strips();
  strips.expect({ weight: { of: 'here', count: 201 } });
  assert.equal(strips.have('weight'), '');
  strips.add({ key: 'weight', of: 'here', anchor: change(), frames: { 0: change(), 5: change(), 200: change() } });
  assert.equal(BigInt(`0x${strips.have('weight')}`), 1n | (1n << 5n) | (1n << 200n));
  assert.equal(strips.lacks('weight', 0), true);
  assert.equal(strips.at('weight', 4), null);
  assert.deepEqual(strips.at('weight', 5).words, {});
});

test('a strip of another state is forgotten, and a late piece of it ignored', () => {
  const strips = new Strips();
  strips.expect({ weight: { of: 'here', count: 2 }, bias: { of: 'there', count: 2 } });
  strips.add({ key: 'weight', of: 'here', anchor: change(), frames: { 0: change(), 1: change() } });
  assert.equal(strips.lacks('weight', 0), false);
  strips.expect({ weight: { of: 'here', count: 2 } });
  assert.notEqual(strips.at('weight', 1), null);
  strips.expect({ weight: { of: 'elsewhere', count: 2 } });
  assert.equal(strips.at('weight', 1), null);
  strips.add({ key: 'weight', of: 'here', anchor: change(), frames: { 1: change() } });
  assert.equal(strips.at('weight', 1), null);
});

test('a place where the screen cannot be changed in place is no frame', () => {
  const strips = new Strips();
  strips.expect({ weight: { of: 'here', count: 2 } });
  strips.add({ key: 'weight', of: 'here', anchor: change(), frames: { 0: null, 1: change() } });
  assert.equal(strips.at('weight', 0), null);
  assert.equal(strips.lacks('weight', 0), false);
});

test('where others have their turn only the values beside the hand are asked for, and the rest later', () => {
  const strips = new Strips();
  strips.expect({ weight: { of: 'here', count: 9 } });
  const piece = { key: 'weight', of: 'here', anchor: change() };
  strips.add({ ...piece, at: 4, frames: { 4: change() }, rests: 0 });
  assert.equal(strips.lacks('weight', 4), true);
  strips.add({ ...piece, at: 4, frames: { 3: change(), 5: change() }, rests: 2 });
  assert.equal(strips.lacks('weight', 4), false);
  assert.equal(strips.lacks('weight', 5), true);
  assert.equal(strips.add({ ...piece, at: 4, anchor: null, frames: {}, rests: 2 }), 2000);
  assert.equal(strips.lacks('weight', 4), false);
  assert.notEqual(strips.at('weight', 4), null);
  const left = strips.rests.until - performance.now();
  assert.ok(left > 1000 && left <= 2000);
  strips.rests.until = performance.now() - 1;
  assert.equal(strips.lacks('weight', 4), true);
});

test('where something else was changed the values beside the hand are asked for at once', () => {
  const strips = new Strips();
  strips.expect({ weight: { of: 'here', count: 9 } });
  strips.add({ key: 'weight', of: 'here', at: 4, anchor: change(), frames: { 3: change(), 4: change() }, rests: 3 });
  assert.equal(strips.lacks('weight', 4), false);
  strips.expect({ weight: { of: 'elsewhere', count: 9 } });
  assert.equal(strips.lacks('weight', 4), true);
  assert.equal(strips.add({ key: 'weight', of: 'here', at: 4, anchor: change(), frames: {}, rests: 3 }), 0);
  assert.equal(strips.lacks('weight', 4), true);
});

test('where no screen can be changed into those of a strip it is not asked for again and again', () => {
  const strips = new Strips();
  strips.expect({ weight: { of: 'here', count: 9 } });
  strips.add({ key: 'weight', of: 'here', at: 4, anchor: null, frames: {}, rests: 0.7 });
  assert.equal(strips.lacks('weight', 4), false);
  assert.equal(strips.lacks('weight', 3), true);
});
