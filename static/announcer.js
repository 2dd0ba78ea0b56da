// What a screen reader hears when an answer is judged or a mission is solved: the text of elements marked `data-say`.
// Streamlit puts new elements in place of old ones, and readers hear only of changes within a place that stays.
const QUESTION = '.st-key-asked h2';

let place = null;

function placeOfWords() {
  if (!place?.isConnected) {
    place = document.createElement('div');
    place.setAttribute('role', 'status');
    place.className = 'announcer';
    document.body.append(place);
  }
  return place;
}

// Say what has come since the last time; what is there when a question comes on the screen is no news.
export function announce() {
  const texts = [...document.querySelectorAll('[data-say]')].map((element) => element.textContent.trim());
  const status = placeOfWords();
  const asked = document.querySelector(QUESTION)?.textContent;
  const known = status.asked === asked ? status.said : texts;
  Object.assign(status, { said: texts, asked });
  const news = texts.filter((text) => text && !known.includes(text));
  if (news.length) status.textContent = news.join(' ');
  else if (!texts.length) status.textContent = '';
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
