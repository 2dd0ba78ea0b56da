// What the browser has kept of a session that Python has lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LostLinks } from '../../static/lost.js';

const KEPT = { weights: 'w1=0.5', bias: '', playground: 'weight=2' };
const told = (session, links, recovered = false) => ({ session, links, recovered });

test('a page that is loaded anew reports the pages that Python does not know', () => {
  assert.deepEqual(new LostLinks().notKnownTo(told('a', { weights: '' }), KEPT), { bias: '', playground: 'weight=2' });
});

test('the page on the screen is reported as well if it has outlived its session', () => {
  const lost = new LostLinks();
  assert.equal(lost.notKnownTo(told('a', KEPT), KEPT), undefined);
  assert.deepEqual(lost.notKnownTo(told('b', { weights: '' }), KEPT), KEPT);
});

test('what was chosen in the new session stays', () => {
  const lost = new LostLinks();
  lost.notKnownTo(told('a', KEPT), KEPT);
  assert.deepEqual(lost.notKnownTo(told('b', { weights: 'w1=2', bias: '' }), KEPT), { playground: 'weight=2' });
});

test('it is reported until Python has taken it, whatever is kept meanwhile', () => {
  const lost = new LostLinks();
  lost.notKnownTo(told('a', KEPT), KEPT);
  lost.notKnownTo(told('b', { weights: '' }), KEPT);
  assert.deepEqual(lost.notKnownTo(told('b', { weights: '' }), { weights: '' }), KEPT);
  assert.equal(lost.notKnownTo(told('b', { weights: '' }, true), {}), undefined);
  assert.equal(lost.notKnownTo(told('b', { weights: '' }), {}), undefined);
});
