// What a screen reader hears when an answer is judged or a mission is solved: the text of elements marked `data-say`.
import { say } from './voice.js';

const QUESTION = '.st-key-asked h2';

let [known, about] = [[], undefined]; // what was there at the last look, and the question that it belonged to

// What has come since the last look; what is there when a question comes on the screen is no news.
export function newsOf(texts, asked) {
  const before = asked === about ? known : texts;
  [known, about] = [texts, asked];
  return texts.filter((text) => text && !before.includes(text));
}

function announce() {
  const texts = [...document.querySelectorAll('[data-say]')].map((element) => element.textContent.trim());
  const news = newsOf(texts, document.querySelector(QUESTION)?.textContent);
  if (news.length) say(news.join(' '));
}

export function watchAnnouncements() {
  let looks = 0;
  const look = () => {
    looks = 0;
    announce();
  };
  new MutationObserver(() => { looks ||= requestAnimationFrame(look); }).observe(document.body, {
    childList: true,
    subtree: true,
  });
  announce();
}
