// One message in flight, and nothing that was said is lost.
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

import { Speaker } from '../../static/speaker.js';

function speaking() {
  const speaker = new Speaker();
  const sent = [];
  speaker.send = (message) => sent.push(message);
  return { speaker, sent };
}

test('while one message is on its way, newer facts replace each other, and the last ones are sent', () => {
  const { speaker, sent } = speaking();
  for (const shown of [1, 2, 3]) speaker.say({ shown });
  assert.deepEqual(sent.map(({ shown }) => shown), [1]);
  speaker.answer(1);
  assert.deepEqual(sent.map(({ shown }) => shown), [1, 3]);
  speaker.answer(1); // an old answer
  speaker.say({ shown: 4 });
  assert.equal(sent.length, 2);
  speaker.answer(2);
  assert.equal(sent.at(-1).shown, 4);
  speaker.answer(3);
  assert.equal(sent.length, 3);
});

test('every message holds all standing facts', () => {
  const { speaker, sent } = speaking();
  speaker.say({ narrow: true });
  speaker.answer(1);
  speaker.say({ shown: 7 });
  assert.deepEqual([sent[1].narrow, sent[1].shown, sent[1].turn], [true, 7, 2]);
});

test('what a hand has put is said until it is answered, and not for ever', () => {
  const { speaker, sent } = speaking();
  speaker.say({ put: [{ weight: 1 }, 1] });
  speaker.say({ put: [{ weight: 2 }, 2] });
  speaker.answer(1);
  assert.deepEqual(sent.map(({ put }) => put[1]), [1, 2]);
  speaker.answer(2);
  speaker.say({ narrow: true });
  assert.equal('put' in sent.at(-1), false);
});

test('what a hand has put is said again where no answer came', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { speaker, sent } = speaking();
  speaker.say({ put: [{ weight: 1 }, 1] });
  mock.timers.tick(4000);
  speaker.say({ narrow: true });
  assert.deepEqual(sent.at(-1).put, [{ weight: 1 }, 1]);
  mock.timers.reset();
});

test('a wish is looked up when there is room for it, so nothing is asked for twice', () => {
  const { speaker, sent } = speaking();
  let missing = 2;
  speaker.wish = () => (missing ? { key: 'weight', at: 0, have: '' } : null);
  speaker.pump();
  speaker.pump();
  assert.equal(sent.length, 1);
  missing = 0;
  speaker.answer(1);
  assert.equal(sent.length, 1);
});

test('on the way to another page nothing is said until it has arrived', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { speaker, sent } = speaking();
  speaker.leave();
  speaker.say({ shown: 1 });
  assert.equal(sent.length, 0);
  speaker.arrive();
  assert.equal(sent.length, 1);
  mock.timers.reset();
});

test('an answer that never comes does not silence the page', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { speaker, sent } = speaking();
  speaker.say({ shown: 1 });
  speaker.say({ shown: 2 });
  mock.timers.tick(4000);
  assert.deepEqual(sent.map(({ shown }) => shown), [1, 2]);
  mock.timers.reset();
});

test('Python hears what widgets say that it has set, soon and then less often, and not for ever', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { speaker, sent } = speaking();
  speaker.knock(1);
  mock.timers.tick(49);
  assert.equal(sent.length, 0);
  mock.timers.tick(1);
  assert.equal(sent.length, 1);
  for (let turn = 1; turn <= 20; turn += 1) {
    speaker.answer(turn);
    speaker.knock(1);
    mock.timers.tick(1000);
  }
  assert.equal(sent.length, 5);
  speaker.knock(2); // another one was set
  mock.timers.tick(50);
  assert.equal(sent.length, 6);
  speaker.answer(6);
  speaker.knock(0); // it was heard
  mock.timers.tick(5000);
  assert.equal(sent.length, 6);
  mock.timers.reset();
});

test('who leaves waits for what was just said, and for nothing else', () => {
  const speaker = new Speaker();
  speaker.send = () => {};
  assert.equal(speaker.leave(), 0);
  speaker.arrive();
  speaker.say({ narrow: true });
  const waits = speaker.leave();
  assert.ok(waits > 100 && waits <= 150);
  speaker.sentAt -= 200; // said a while ago, and not yet answered
  assert.equal(speaker.leave(), 0);
  speaker.arrive();
  speaker.say({ narrow: false });
  speaker.answer(speaker.turn);
  speaker.release();
  clearTimeout(speaker.silent);
});
