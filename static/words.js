// Words that Python wrote, as HTML that it made of them, in places that Streamlit keeps.
const placeOf = (key) => document.querySelector(`.st-key-${key} .stHtml`);

export class Words {
  constructor() {
    this.written = new Map(); // key -> { drawn, now }: as Streamlit wrote it, and as it was written here
  }

  // Show these words; null: those that were drawn.
  write(key, html) {
    const place = placeOf(key);
    if (!place) return;
    const before = this.written.get(key);
    const drawn = before?.now === place.innerHTML ? before.drawn : place.innerHTML; // Streamlit may write anew
    place.innerHTML = html ?? drawn;
    this.written.set(key, { drawn, now: place.innerHTML });
  }

  // The same where Streamlit has written what was drawn once more, or for the first time. If it has written anything
  // else, Python is about to tell what differs from that.
  catchUp(key, html) {
    const place = placeOf(key);
    const before = this.written.get(key);
    const isDrawn = !before || before.drawn === place?.innerHTML;
    if (place && isDrawn && before?.now !== place.innerHTML) this.write(key, html);
  }
}
