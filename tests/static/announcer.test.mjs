// What has come is said once, in a place that stays.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { announce } from '../../static/announcer.js';

const pages = [];

function page() {
  // each page has a place of its own, as the one before is no longer connected
  const attributes = {};
  const status = { isConnected: false, setAttribute: (name, value) => { attributes[name] = value; }, textContent: '' };
  const document = {
    said: [],
    body: { append: (element) => { element.isConnected = true; } },
    createElement: () => status,
    querySelectorAll: () => document.said.map((textContent) => ({ textContent })),
  };
  pages.forEach((other) => { other.isConnected = false; });
  pages.push(status);
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

test('what is there when a page opens is no news', () => {
  const { document, status } = page();
  document.said = ['Solved!'];
  announce(document);
  assert.equal(status.textContent, '');
  document.said = ['Solved!', '✗ Look again.'];
  announce(document);
  assert.equal(status.textContent, '✗ Look again.');
});
