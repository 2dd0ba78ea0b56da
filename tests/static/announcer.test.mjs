// What has come is said once, in a place that stays.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { announce } from '../../static/announcer.js';

let status = null;
const page = { said: [], asked: '' };

beforeEach(() => {
  if (status) status.isConnected = false; // each page has a place of its own
  status = { isConnected: false, setAttribute: (name, value) => { status[name] = value; }, textContent: '' };
  globalThis.document = {
    body: { append: (element) => { element.isConnected = true; } },
    createElement: () => status,
    querySelector: () => ({ textContent: page.asked }),
    querySelectorAll: () => page.said.map((textContent) => ({ textContent })),
  };
  Object.assign(page, { said: [], asked: 'How many?' });
});

function said(...texts) {
  page.said = texts;
  announce();
  return status.textContent;
}

test('what comes is said in a place of role status, once, and is gone when nothing is to be said', () => {
  assert.equal(said(), '');
  assert.equal(status.role, 'status');
  assert.equal(said('✓ Right.'), '✓ Right.');
  assert.equal(said('✓ Right.', ' Mission: turn. Solved! '), 'Mission: turn. Solved!');
  assert.equal(said('✓ Right.', 'Mission: turn. Solved!'), 'Mission: turn. Solved!');
  assert.equal(said(), '');
  assert.equal(said('✓ Right.'), '✓ Right.');
});

test('what is there when a page opens or another question comes is no news', () => {
  assert.equal(said('Solved!'), '');
  assert.equal(said('Solved!', '✗ Look again.'), '✗ Look again.');
  page.asked = 'Which way?';
  assert.equal(said('✓ Right.'), '✗ Look again.');
  assert.equal(said('✗ It is “up”.'), '✗ It is “up”.');
});
