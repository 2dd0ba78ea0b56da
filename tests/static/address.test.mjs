// A choice replaces the entry of the history, and its link is told; another page is a new entry.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { keepOneEntryAPage } from '../../static/address.js';

function aWindow(href) {
  const entries = [href];
  const go = (url) => { location.href = new URL(url, location.href).href; };
  const location = {
    href,
    get pathname() { return new URL(this.href).pathname; },
    get search() { return new URL(this.href).search; },
  };
  const history = {
    pushState: (state, title, url) => { go(url); entries.push(location.href); },
    replaceState: (state, title, url) => { go(url); entries[entries.length - 1] = location.href; },
  };
  return { window: { location, history }, entries };
}

test('a choice replaces the entry and is told, and another page is a new one that is not', () => {
  const { window, entries } = aWindow('http://x/');
  const told = [];
  keepOneEntryAPage(window, (link) => told.push(link));
  window.history.pushState({}, '', '/?weight=-1.45');
  assert.deepEqual(entries, ['http://x/?weight=-1.45']);
  assert.deepEqual(told, ['weight=-1.45']);
  window.history.pushState({}, '', '/weights');
  assert.deepEqual(entries, ['http://x/?weight=-1.45', 'http://x/weights']);
  assert.deepEqual(told, ['weight=-1.45']);
});
