// What a screen reader hears when an answer is judged or a mission is solved: the text of elements marked `data-say`.
// Streamlit puts new elements in place of old ones, and readers hear only of changes within a place that stays.

let place = null;

function placeOfWords(document) {
  if (!place?.isConnected) {
    place = document.createElement('div');
    place.setAttribute('role', 'status');
    place.className = 'announcer';
    document.body.append(place);
  }
  return place;
}

// Say what has come since the last time; what was there at the first is no news.
export function announce(document) {
  const texts = [...document.querySelectorAll('[data-say]')].map((element) => element.textContent.trim());
  const status = placeOfWords(document);
  const known = status.said ?? texts;
  status.said = texts;
  const news = texts.filter((text) => text && !known.includes(text));
  if (news.length) status.textContent = news.join(' ');
  else if (!texts.length) status.textContent = '';
}
