// Play, step, scrub and speed through the epochs of a run: moving along the strip of its epochs.
const MS_AN_EPOCH = { slow: [1500, 160], normal: [800, 40], fast: [200, 16] }; // of the first epochs, and of the others
const FIRST_EPOCHS = 5; // each of them can be seen
const RESTS_AFTER_MS = 300;
const ICONS = {
  play: 'M8 5v14l11-7z',
  pause: 'M6 5h4v14H6zM14 5h4v14h-4z',
  back: 'M18 5v14L8 12zM6 5h2v14H6z',
  forward: 'M6 5v14l10-7zM16 5h2v14h-2z',
};

// Where in the shown epochs that epoch stands, or the last one before it.
export function indexOf(epochs, epoch) {
  return Math.max(epochs.findLastIndex((other) => other <= epoch), 0);
}

function button(name, label, action) {
  const made = Object.assign(document.createElement('button'), { type: 'button', title: label });
  made.setAttribute('aria-label', label);
  made.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${ICONS[name]}"/></svg>`;
  made.addEventListener('click', action);
  return made;
}

export class Player {
  // show(position): shows that position of the strip, and returns whether it has arrived. near(position): what is
  // needed next. rest(epoch): the epoch on the screen, null for the last one. isHeld(): whether a hand is on a slider.
  constructor(place, { show, near, rest, isHeld }) {
    Object.assign(this, { show, near, rest, isHeld, epochs: [0], at: 0, of: null, playing: false, speed: 'normal' });
    const row = place;
    this.play = button('play', 'Play', () => (this.playing ? this.pause() : this.start()));
    this.play.dataset.action = 'play';
    this.range = Object.assign(document.createElement('input'), { type: 'range', min: 0, step: 1 });
    this.range.setAttribute('aria-label', 'epoch');
    this.range.addEventListener('input', () => this.goTo(Number(this.range.value)));
    this.shown = document.createElement('output');
    const speed = document.createElement('select');
    speed.setAttribute('aria-label', 'speed');
    for (const name of Object.keys(MS_AN_EPOCH)) speed.add(new Option(name));
    speed.value = this.speed;
    speed.addEventListener('change', () => { this.speed = speed.value; });
    row.append(
      this.play,
      button('back', 'one epoch back', () => this.goTo(this.at - 1)),
      button('forward', 'one epoch forward', () => this.goTo(this.at + 1)),
      this.range,
      this.shown,
      speed,
    );
    for (const type of ['pointerover', 'focusin', 'pointerdown']) row.addEventListener(type, () => this.near(this.at));
  }

  get last() { return this.epochs.length - 1; }

  // A run's epochs as Python has them. While it plays, the player knows best which one is shown.
  take({ epochs, shown, of }) {
    const epoch = this.playing || this.resting ? this.epochs[this.at] : shown;
    const isNew = this.of !== of;
    Object.assign(this, { epochs, of });
    this.at = indexOf(epochs, epoch);
    this.label(this.epochs[this.at], this.epochs[this.last]);
    if (isNew && this.playing) this.near(this.at);
  }

  label(epoch, last) {
    this.range.max = this.last;
    this.range.value = this.at;
    const words = `epoch ${epoch} of ${last}`;
    this.range.setAttribute('aria-valuetext', words);
    if (this.shown.textContent !== words) this.shown.textContent = words;
  }

  goTo(at) {
    this.setPlaying(false);
    this.move(Math.min(Math.max(at, 0), this.last));
    this.restSoon();
  }

  move(at) {
    this.at = at;
    this.label(this.epochs[at], this.epochs[this.last]);
    return this.show(at);
  }

  restSoon() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      this.resting = null;
      this.rest(this.at === this.last ? null : this.epochs[this.at]);
    }, RESTS_AFTER_MS);
  }

  setPlaying(playing) {
    this.playing = playing;
    const [icon, label] = playing ? ['pause', 'Pause'] : ['play', 'Play'];
    this.play.setAttribute('aria-label', label);
    this.play.title = label;
    this.play.querySelector('path').setAttribute('d', ICONS[icon]);
  }

  pause() {
    this.setPlaying(false);
    this.restSoon();
  }

  start() {
    if (this.at === this.last) this.at = -1; // once more from the start
    this.setPlaying(true);
    this.next = performance.now();
    this.near(Math.max(this.at, 0));
    requestAnimationFrame(() => this.tick());
  }

  // One epoch at a time, and none before its screen has arrived.
  tick() {
    if (!this.playing) return;
    const now = performance.now();
    if (now >= this.next && !this.isHeld() && this.at < this.last) {
      if (this.show(this.at + 1)) {
        this.move(this.at + 1);
        const [first, others] = MS_AN_EPOCH[this.speed];
        this.next = Math.max(this.next + (this.at <= FIRST_EPOCHS ? first : others), now);
      } else {
        this.near(this.at + 1);
        this.next = now;
      }
    }
    if (this.at === this.last && !this.isHeld()) this.pause();
    else requestAnimationFrame(() => this.tick());
  }
}
