// What has come is news once.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { newsOf } from '../../static/announcer.js';

test('what comes is news, once', () => {
  assert.deepEqual(newsOf([], 'How many?'), []);
  assert.deepEqual(newsOf(['✓ Right.'], 'How many?'), ['✓ Right.']);
  assert.deepEqual(newsOf(['✓ Right.', 'Mission: turn. Solved!'], 'How many?'), ['Mission: turn. Solved!']);
  assert.deepEqual(newsOf(['✓ Right.', 'Mission: turn. Solved!'], 'How many?'), []);
  assert.deepEqual(newsOf([], 'How many?'), []);
  assert.deepEqual(newsOf(['✓ Right.', ''], 'How many?'), ['✓ Right.']);
});

test('what is there when a page opens or another question comes is no news', () => {
  assert.deepEqual(newsOf(['Solved!'], 'Which?'), []);
  assert.deepEqual(newsOf(['Solved!', '✗ Look again.'], 'Which?'), ['✗ Look again.']);
  assert.deepEqual(newsOf(['✓ Right.'], 'Which way?'), []);
  assert.deepEqual(newsOf(['✗ It is “up”.'], 'Which way?'), ['✗ It is “up”.']);
});
