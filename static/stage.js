// The browser's part of a page. Python computes; here its screens are shown: its answers, and strips computed ahead.
import { keepLinks, keepOneEntryAPage } from './address.js';
import { playAlong } from './along.js';
import { Board } from './board.js';
import { canDraw } from './chart.js';
import { buildDrawing } from './drawing.js';
import { layHandles } from './handles.js';
import { Journey } from './journey.js';
import { LostLinks } from './lost.js';
import { watchPage, wearTheme } from './page.js';
import { Player } from './player.js';
import { Point } from './point.js';
import { buildProject, isProjecting, project } from './project.js';
import { Screen } from './screen.js';
import { buildShare } from './share.js';
import { sliderOf, watchSliders } from './sliders.js';
import { Speaker } from './speaker.js';
import { Strips, positionOf } from './strips.js';
import { sayOnceSettled } from './voice.js';

const NARROW_PX = 820; // as in page.css
const CATCHES_UP_MS = 1500; // an answer that is older than the hand is not shown, for so long

export const speaker = new Speaker();
export const strips = new Strips();
const lost = new LostLinks();
let given = null; // what Python said last of the page on the screen
let screen = new Screen();
let player = null;
let handles = new Map(); // picture -> the grips over its handles
let moved = null; // { key, value, since }: the slider that was moved last, until Python has answered it
let attention = null; // the parameter that the hand is at: its strip is asked for until it is whole
let position = 0; // of the hand on it
keepOneEntryAPage(window, (link) => { if (given && link) keepLinks({ [given.page]: link }); });

// The next piece of the strip that the hand is at, until it is whole.
speaker.wish = () => {
  if (!attention || !strips.lacks(attention, position) || !canDraw()) return null;
  return { key: attention, at: position, have: strips.have(attention) };
};

function attend(key, at) {
  if (at < 0 || (key !== 'shown' && !(key in (given?.sliders ?? {})))) return;
  attention = key;
  position = at;
  speaker.pump();
}

const sliders = watchSliders({
  near: ({ key, value }) => attend(key, given?.sliders[key] ? positionOf(given.sliders[key], value) : -1),
  move: ({ key, value }) => {
    const range = given?.sliders[key];
    if (!range || (!moved && value === range.value)) return; // a focus is no move
    moved = { key, value, since: performance.now() };
    player?.toStart(); // another run
    if (speaker.facts.shown) speaker.say({ shown: null });
    showMoved();
    attend(key, positionOf(range, value));
  },
  release: () => {
    if (moved) moved.since = performance.now();
    showAnswer();
  },
  elsewhere: () => { moved = null; },
  away: () => { if (sliderOf(document.activeElement)?.key !== attention) attention = null; },
});

// The screen for the slider that was moved last, if it has arrived; else the newest one that has stays.
function showMoved() {
  const range = given.sliders[moved?.key];
  const change = range && strips.at(moved.key, positionOf(range, moved.value));
  if (!change) return;
  screen.show(change);
  screen.showArrows(change);
}

// What Python said is shown unless the hand has moved on meanwhile: then another answer is on its way.
function showAnswer() {
  if (!given?.change || player?.playing) return;
  const { key, value, since } = moved ?? {};
  const range = given.sliders[key];
  const isOlder = range && Math.abs(range.value - value) > 1e-3 * Math.abs(range.step);
  if (isOlder && (sliders.isHeld() || performance.now() - since < CATCHES_UP_MS)) {
    showMoved();
    return;
  }
  if (!sliders.isHeld()) moved = null;
  if (!player?.isAhead || !player.show(player.at)) screen.show(given.change);
}

function buildParts() {
  for (const place of document.querySelectorAll('[data-part]:not([data-built])')) {
    const { part, key } = place.dataset;
    if (part === 'board' && !given.boards[key]) continue;
    place.dataset.built = 'true';
    if (part === 'drawing') buildDrawing(place);
    if (part === 'share') buildShare(place, () => given.own);
    if (part === 'project') buildProject(place, (on) => speaker.say({ project: on }));
    if (part === 'along') playAlong(place, { rangeOf, sliders, strips, attend });
    if (part === 'player') player = buildPlayer(place);
    if (part === 'board') screen.boards.set(key, buildBoard(place, key));
    if (part === 'journey') handles.set(`journey ${key}`, new Journey(place, key, moves));
    if (part === 'handles') handles.set(key, layHandles(place, key, { rangeOf, sliders, put, moves }));
    if (part === 'point') handles.set(key, new Point(place, key, { rangeOf, sliders, put }));
  }
}

function buildPlayer(place) {
  return new Player(place, {
    show: (at) => {
      const change = strips.at('shown', at);
      if (change) screen.show(change);
      return Boolean(change);
    },
    near: (at) => attend('shown', at),
    rest: (epoch) => {
      const [run, shown] = speaker.facts.shown ?? [given.player.run, 0];
      if (shown !== epoch || run !== given.player.run) speaker.say({ shown: [given.player.run, epoch] });
    },
    isHeld: () => sliders.isHeld(),
  });
}

function buildBoard(place, key) {
  return new Board(place, given.boards[key], (drawn, moving) => {
    speaker.say({ boards: { ...speaker.facts.boards, [key]: drawn }, moving });
  });
}

const rangeOf = (key) => given?.sliders[key];
let puts = Date.now(); // each counts once
const put = (values, moving = false) => speaker.say({ put: [values, (puts += 1)], moving });

const followPictures = (areStill) => { for (const each of handles.values()) each.follow(areStill); };
const moves = () => Boolean(player?.playing) || sliders.isHeld();

function update() {
  buildParts();
  for (const [picture, each] of Object.entries(given.handles)) handles.get(picture)?.take(each);
  for (const [key, board] of Object.entries(given.boards)) screen.boards.get(key)?.adopt(board);
  const names = Object.fromEntries(Object.entries(given.sliders).map(([key, { of, count }]) => [key, { of, count }]));
  if (given.player) names.shown = { of: given.player.of, count: given.player.epochs.length };
  strips.expect(names);
  screen.drawn = given.drawn;
  if (given.strip) setTimeout(() => speaker.pump(), strips.add(given.strip));
  if (given.player) player?.take(moved ? { ...given.player, shown: given.player.first } : given.player);
  showAnswer();
  screen.catchUp();
}

const width = window.matchMedia(`(max-width: ${NARROW_PX}px)`);
width.addEventListener('change', () => speaker.say({ narrow: width.matches }));

watchPage({
  leaves: () => speaker.leave(),
  changes: () => {
    if (!given) return;
    buildParts();
    screen.catchUp();
    followPictures(false);
  },
});

function openPage() {
  speaker.arrive();
  screen = new Screen();
  screen.onEpoch = (shown, last) => { if (!player?.isAhead) player?.label(shown, last); };
  screen.onShow = () => {
    followPictures(true); // where they stand is looked up before the next frame
    sayOnceSettled([...screen.moved.words], moves);
  };
  for (const each of [...handles.values(), player]) each?.leave();
  handles = new Map();
  [player, moved, attention] = [null, null, null];
  const { run, shown } = given.player ?? {};
  if (given.project) project(true);
  const facts = { narrow: width.matches, project: isProjecting() };
  speaker.facts = { ...facts, shown: shown ? [run, shown] : null, boards: {}, moving: false };
  if (facts.narrow !== given.narrow || facts.project !== given.project) speaker.say({});
}

export function show({ data, setStateValue, parentElement }) {
  const isNew = given?.page !== data.page;
  given = data;
  speaker.send = (facts) => setStateValue('report', { ...facts, draws: canDraw() });
  speaker.turn = Math.max(speaker.turn, data.turn);
  if (isNew) openPage();
  wearTheme(parentElement);
  update();
  speaker.knock(data.unheard);
  lost.report(given, speaker);
  keepLinks(data.links);
  speaker.answer(data.turn);
}

export function leave() {
  [given, speaker.send] = [null, null];
}
