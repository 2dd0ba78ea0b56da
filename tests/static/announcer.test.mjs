// What has come is said once, in a place that stays.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { announce } from '../../static/announcer.js';

function page() {
  const attributes = {};
  const status = { isConnected: false, setAttribute: (name, value) => { attributes[name] = value; }, textContent: '' };
  const document = {
    said: [],
    body: { append: (element) => { element.isConnected = true; } },
    createElement: () => status,
    querySelectorAll: () => document.said.map((textContent) => ({ textContent })),
  };
  return { document, status, attributes };
}

test('what comes is said in a place of role status, once, and is gone when nothing is to be said', () => {
  const { document, status, attributes } = page();
  announce(document);
  assert.equal(attributes.role, 'status');
  assert.equal(status.textContent, '');
  document.said = ['✓ Right.'];
  announce(document);
  assert.equal(status.textContent, '✓ Right.');
  document.said = ['✓ Right.', ' Mission: turn. Solved! '];
  announce(document);
  assert.equal(status.textContent, 'Mission: turn. Solved!');
  announce(document);
  assert.equal(status.textContent, 'Mission: turn. Solved!');
  document.said = [];
  announce(document);
  assert.equal(status.textContent, '');
  document.said = ['✓ Right.'];
  announce(document);
  assert.equal(status.textContent, '✓ Right.');
});
