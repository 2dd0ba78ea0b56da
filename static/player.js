// Play, step, scrub and speed through the epochs of a run: moving along the strip of its epochs.

// Of the first epochs, and of the others.
const MS_AN_EPOCH = { slow: [2000, 160], normal: [1000, 40], fast: [200, 16] };
const FIRST_EPOCHS = 5; // each of them can be seen
const RESTS_AFTER_MS = 300;
const NAMED_AFTER_MS = 1500;
const ICONS = {
  play: 'M8 5v14l11-7z',
  pause: 'M6 5h4v14H6zM14 5h4v14h-4z',
  start: 'M5 5h2v14H5zM19 5v14l-10-7z',
  back: 'M17 5v14L7 12z',
  forward: 'M7 5v14l10-7z',
  end: 'M17 5h2v14h-2zM5 5v14l10-7z',
};
const WORDS = { play: 'Let it learn', pause: 'Pause' };

// Where in the shown epochs that epoch stands, or the last one before it.
export function indexOf(epochs, epoch) {
  return Math.max(epochs.findLastIndex((other) => other <= epoch), 0);
}

export const paceOf = (at, speed = 'normal') => MS_AN_EPOCH[speed][at <= FIRST_EPOCHS ? 0 : 1];

export function button(name, label, action) {
  const made = Object.assign(document.createElement('button'), { type: 'button', title: label });
  made.setAttribute('aria-label', label);
  made.dataset.action = name;
  made.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${ICONS[name]}"/></svg>`;
  if (name === 'play') made.append(Object.assign(document.createElement('span'), { textContent: label }));
  made.addEventListener('click', action);
  return made;
}

// Let a button that plays show what it does now: play, or pause.
export function wear(made, name, words) {
  made.setAttribute('aria-label', words[name]);
  made.title = words[name];
  made.querySelector('span').textContent = words[name];
  made.querySelector('path').setAttribute('d', ICONS[name]);
}

export class Player {
  // show(position): shows that position of the strip, and returns whether it has arrived. near(position): what is
  // needed next. rest(epoch): the epoch on the screen. isHeld(): whether a hand is on a slider.
  constructor(place, { show, near, rest, isHeld }) {
    Object.assign(this, { show, near, rest, isHeld, epochs: [0], at: 0, first: 0, run: '', of: '', playing: false });
    Object.assign(this, { speed: 'normal', left: '', leftAt: 0, resting: null, reported: null });
    this.play = button('play', WORDS.play, () => (this.playing ? this.pause() : this.start()));
    this.range = Object.assign(document.createElement('input'), { type: 'range', min: 0, step: 1 });
    this.range.setAttribute('aria-label', 'epoch');
    this.range.addEventListener('input', () => this.goTo(Number(this.range.value)));
    this.shown = document.createElement('output');
    const speed = document.createElement('select');
    speed.setAttribute('aria-label', 'speed');
    for (const name of Object.keys(MS_AN_EPOCH)) speed.add(new Option(name));
    speed.value = this.speed;
    speed.addEventListener('change', () => { this.speed = speed.value; });
    place.append(
      this.play,
      button('start', 'to the start', () => this.goTo(0)),
      button('back', 'one epoch back', () => this.goTo(this.at - 1)),
      button('forward', 'one epoch forward', () => this.goTo(this.at + 1)),
      button('end', 'to the end', () => this.goTo(this.last)),
      this.range,
      this.shown,
      speed,
    );
    const attend = () => this.near(this.at);
    for (const type of ['pointerover', 'focusin', 'pointerdown']) place.addEventListener(type, attend);
  }

  get last() { return this.epochs.length - 1; }

  // Whether Python has still to hear which epoch is shown: its answers are of an earlier one.
  get isAhead() { return this.playing || this.resting !== null || this.reported !== null; }

  // A run's epochs as Python has them, and the one that it is shown at first. While it plays, the player knows best
  // which one is shown.
  take({ epochs, shown, first, run, of }) {
    const isAwaited = performance.now() - this.leftAt < NAMED_AFTER_MS; // a slider was moved just now
    if (isAwaited && run === this.left) return; // from before
    const isAnother = run !== (this.run || this.left);
    if (isAnother && !isAwaited && (this.run || this.left)) this.toStart(); // the first one is no other
    if (shown === this.reported) this.reported = null;
    const keeps = this.isAhead;
    const epoch = keeps ? this.epochs[this.at] : shown;
    const isNew = this.of !== of;
    Object.assign(this, { epochs, first, run, of });
    this.at = indexOf(epochs, epoch);
    if (isAnother && keeps && !this.playing) this.restSoon(); // Python is to hear of it under the run's new name
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
      if (this.isUnnamed()) this.restSoon();
      else this.restNow();
    }, RESTS_AFTER_MS);
  }

  // An answer to an earlier report may still come: until Python has heard of this epoch it stays.
  restNow() {
    this.reported = this.epochs[this.at];
    this.rest(this.reported);
  }

  // Whether a slider was moved just now: Python has not said yet which run that makes.
  isUnnamed() { return !this.run && performance.now() - this.leftAt < NAMED_AFTER_MS; }

  // Another run begins, to which Python gives a name: nothing of it has been played yet.
  toStart() {
    clearTimeout(this.resting);
    if (this.playing) this.setPlaying(false);
    const at = indexOf(this.epochs, this.first);
    Object.assign(this, { at, left: this.run || this.left, leftAt: performance.now(), run: '' });
    Object.assign(this, { resting: null, reported: null });
    this.label(this.epochs[at], this.epochs[this.last]);
  }

  setPlaying(playing) {
    this.playing = playing;
    wear(this.play, playing ? 'pause' : 'play', WORDS);
  }

  pause() {
    this.setPlaying(false);
    this.restSoon();
  }

  // Its page is left: another one has its own.
  leave() {
    this.playing = false;
    clearTimeout(this.resting);
    this.resting = null;
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
        this.next = Math.max(this.next + paceOf(this.at, this.speed), now);
      } else {
        this.near(this.at + 1);
        this.next = now;
      }
    }
    if (this.at === this.last && !this.isHeld()) this.pause();
    else requestAnimationFrame(() => this.tick());
  }
}
