// What a screen reader hears when an answer is judged or a mission is solved: the text of elements marked `data-say`;
// and that a question which comes is in sight.
import { say } from './voice.js';

const QUESTION = '.st-key-asked h2';
const HEADER_PX = 56;
const SETTLES_MS = 5000;
const LOOKS_MS = [300, 1000, 2500]; // what stands above it may still grow
const HANDS = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

let cameAt = -Infinity; // when the question on the screen came, until a hand moves the page

let [known, about] = [[], undefined]; // what was there at the last look, and the question that it belonged to

// What has come since the last look; what is there when a question comes on the screen is no news.
export function newsOf(texts, asked) {
  const before = asked === about ? known : texts;
  [known, about] = [texts, asked];
  return texts.filter((text) => text && !before.includes(text));
}

// Who goes on from the end of an idea begins the next one at its question.
function bringIntoSight(question) {
  if (about !== undefined && question && question.textContent !== about) {
    cameAt = performance.now();
    for (const ms of LOOKS_MS) setTimeout(() => bringIntoSight(document.querySelector(QUESTION)), ms);
  }
  const isHidden = question?.getBoundingClientRect().top < HEADER_PX;
  if (isHidden && performance.now() - cameAt < SETTLES_MS) question.scrollIntoView({ block: 'start' });
}

function announce() {
  const texts = [...document.querySelectorAll('[data-say]')].map((element) => element.textContent.trim());
  const question = document.querySelector(QUESTION);
  bringIntoSight(question);
  const news = newsOf(texts, question?.textContent);
  if (news.length) say(news.join(' '));
}

export function watchAnnouncements() {
  let looks = 0;
  const look = () => {
    looks = 0;
    announce();
  };
  for (const type of HANDS) window.addEventListener(type, () => { cameAt = -Infinity; }, { passive: true });
  new MutationObserver(() => { looks ||= requestAnimationFrame(look); }).observe(document.body, {
    childList: true,
    subtree: true,
  });
  announce();
}
