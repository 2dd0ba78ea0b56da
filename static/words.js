// Words that Python wrote, as HTML that it made of them, in places that Streamlit keeps.
const written = new WeakMap(); // place -> { drawn, now }: as Streamlit wrote it, and as it was written here

const placeOf = (key) => document.querySelector(`.st-key-${key} .stHtml`);

// Whether Streamlit has written there since, as after a picture that was drawn whole.
export function isOverwritten(key) {
  const place = placeOf(key);
  const before = place && written.get(place);
  return Boolean(place) && before?.now !== place.innerHTML;
}

// Show these words; null: those that were drawn.
export function writeWords(key, html) {
  const place = placeOf(key);
  if (!place) return;
  const before = written.get(place);
  const drawn = before && before.now === place.innerHTML ? before.drawn : place.innerHTML; // Streamlit may write anew
  place.innerHTML = html ?? drawn;
  written.set(place, { drawn, now: place.innerHTML });
}
