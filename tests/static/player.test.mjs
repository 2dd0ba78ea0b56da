// How a player goes on, rests, and stops with its page.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Player, indexOf, paceOf } from '../../static/player.js';

const frames = [];
globalThis.requestAnimationFrame = (frame) => frames.push(frame);
const go = (times) => { for (let i = 0; i < times; i += 1) frames.splice(0).forEach((frame) => frame()); };

const part = () => ({ setAttribute() {}, querySelector: part });

// A player without a place on a page: what it asks for is written down.
function player({ arrived = 100, ...more } = {}) {
  const asked = [];
  return Object.assign(Object.create(Player.prototype), {
    asked, epochs: [0, 1, 2, 5], at: 0, first: 0, run: 'a', of: 'a', playing: false, speed: 'fast', left: '', leftAt: 0,
    resting: null, reported: null, play: part(), range: part(), shown: {},
    show: (at) => { asked.push(['show', at]); return at <= arrived; },
    near: (at) => asked.push(['near', at]),
    rest: (epoch) => asked.push(['rest', epoch]),
    isHeld: () => false,
    ...more,
  });
}

test('an epoch that is not shown stands for the last one before it', () => {
  assert.deepEqual([0, 2, 4, 5, 9].map((epoch) => indexOf([0, 1, 2, 5], epoch)), [0, 2, 2, 3, 3]);
});

test('the first epochs take longer', () => {
  for (const speed of ['slow', 'normal', 'fast']) assert.ok(paceOf(1, speed) > paceOf(50, speed));
});

test('it asks for an epoch that has not arrived, and stays where it is', () => {
  const one = player({ arrived: 0 });
  one.start();
  go(3);
  assert.equal(one.at, 0);
  assert.deepEqual(one.asked.slice(-2), [['show', 1], ['near', 1]]);
  one.leave();
});

test('a player whose page was left asks for nothing more', () => {
  const [playing, resting] = [player({ arrived: 0 }), player()];
  playing.start();
  go(2);
  resting.goTo(2);
  for (const each of [playing, resting]) {
    each.leave();
    each.asked.length = 0;
  }
  go(5);
  assert.equal(frames.length, 0);
  assert.deepEqual([playing.asked, resting.asked, resting.resting], [[], [], null]);
});
