// Play along a slider, as a finger would move it: its strip is shown one position after the other, at the player's
// pace. By itself once, when its picture is in sight, unless less motion is asked for; whatever is touched stops it.
import { chartOf } from './chart.js';
import { wantsLessMotion } from './motion.js';
import { button, paceOf, wear } from './player.js';
import { positionOf } from './strips.js';

const LOOKS_EVERY_MS = 300;
const IN_SIGHT = 0.6; // of the picture's height
const played = new Set(); // sliders that have played by themselves

function isInSight(picture) {
  const { top, bottom } = chartOf(picture)?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  return Math.min(bottom, window.innerHeight) - Math.max(top, 0) > IN_SIGHT * (bottom - top);
}

class Along {
  // rangeOf, sliders: as of handles. attend(key, position): what is needed next of the strips.
  constructor(place, { rangeOf, sliders, strips, attend }) {
    const { key, picture, words } = place.dataset;
    Object.assign(this, { place, key, rangeOf, sliders, strips, attend, playing: false, next: 0 });
    this.words = { play: words, pause: 'Pause' };
    this.button = button('play', words, () => (this.playing ? this.stop() : this.start()));
    this.touched = this.touched.bind(this);
    place.append(this.button);
    this.playOnceInSight(picture);
  }

  playOnceInSight(picture) {
    if (played.has(this.key) || wantsLessMotion()) return;
    const looks = setInterval(() => {
      const isLeft = !this.place.isConnected || played.has(this.key) || this.at() > 0;
      if (!isLeft && !(this.at() === 0 && isInSight(picture))) return;
      clearInterval(looks);
      if (!isLeft) this.start();
    }, LOOKS_EVERY_MS);
  }

  // Where the slider stands; -1 if it is not there.
  at() {
    const [range, now] = [this.rangeOf(this.key), this.sliders.read(this.key)];
    return range && now ? positionOf(range, now.value) : -1;
  }

  get last() { return this.rangeOf(this.key).count - 1; }

  start() {
    played.add(this.key);
    this.sliders.hold(this.key);
    if (this.at() === this.last) this.move(0); // once more from the start
    this.setPlaying(true);
    this.next = performance.now() + paceOf(0);
    for (const type of ['pointerdown', 'keydown']) document.addEventListener(type, this.touched, { capture: true });
    requestAnimationFrame(() => this.tick());
  }

  // A hand on the slider itself goes on from here; else Python hears where it stands.
  touched({ target, isTrusted }) {
    if (!isTrusted || this.place.contains(target)) return;
    const isOnSlider = target.closest?.(`.st-key-${this.key}`);
    if (isOnSlider) this.rest();
    else this.stop();
  }

  rest() {
    this.setPlaying(false);
    for (const type of ['pointerdown', 'keydown']) document.removeEventListener(type, this.touched, { capture: true });
  }

  stop() {
    this.rest();
    this.sliders.commit(this.key);
  }

  setPlaying(playing) {
    this.playing = playing;
    wear(this.button, playing ? 'pause' : 'play', this.words);
  }

  move(position) {
    const { low, step } = this.rangeOf(this.key);
    this.sliders.set(this.key, low + position * step);
  }

  // One position at a time, and none before its screen has arrived.
  tick() {
    if (!this.playing) return;
    const at = this.at();
    if (at < 0 || at === this.last) {
      this.stop();
      return;
    }
    const now = performance.now();
    if (now >= this.next) {
      if (this.strips.at(this.key, at + 1)) {
        this.move(at + 1);
        this.next = Math.max(this.next + paceOf(at + 1), now);
      } else {
        this.attend(this.key, at + 1);
        this.next = now;
      }
    }
    requestAnimationFrame(() => this.tick());
  }
}

export const playAlong = (place, parts) => new Along(place, parts);
