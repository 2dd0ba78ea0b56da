// Strips: the screens along one parameter that Python has computed ahead, each by its position. A frame holds what
// differs from the strip's anchor, and the anchor what differs from the screen that was drawn.

// Traces by position, with the parts that those on top have and the others of those below.
export function mergedTraces(below, above) {
  const traces = { ...below };
  for (const [i, trace] of Object.entries(above)) traces[i] = { ...traces[i], ...trace };
  return traces;
}

// One change on top of another.
export function merged(below, above) {
  const pictures = { ...below.pictures };
  for (const [key, picture] of Object.entries(above.pictures)) {
    const { traces = {}, axes = {} } = pictures[key] ?? {};
    const axesOnTop = { ...axes, ...picture.axes };
    pictures[key] = { alt: picture.alt, traces: mergedTraces(traces, picture.traces), axes: axesOnTop };
  }
  return {
    pictures,
    words: { ...below.words, ...above.words },
    arrows: { ...below.arrows, ...above.arrows },
    epoch: above.epoch,
  };
}

// Where on a slider a value stands; -1 if between two positions.
export function positionOf({ low, step, count }, value) {
  const position = Math.round((value - low) / step);
  const near = Math.abs(low + position * step - value) <= 1e-3 * Math.abs(step);
  return near && position >= 0 && position < count ? position : -1;
}

export class Strips {
  constructor() {
    this.strips = new Map(); // key -> { of, count, anchor, frames }
    this.rests = { until: 0 }; // others' hands go first: where this one was, { strip, at, until }
  }

  // What is along which parameter now: of names everything but the parameter itself.
  expect(names) {
    for (const [key, { of, count }] of Object.entries(names)) {
      const strip = this.strips.get(key);
      if (strip?.of === of && strip.count === count) continue;
      this.strips.set(key, { of, count, anchor: null, frames: new Map() });
    }
    for (const key of this.strips.keys()) if (!(key in names)) this.strips.delete(key);
  }

  // Take a piece. For `rests` seconds only values that the hand has come to are asked for: in ms, when to ask again.
  add({ key, of, at, anchor, frames, rests }) {
    const strip = this.strips.get(key);
    if (strip?.of !== of) return 0; // something else was changed meanwhile
    if (rests) this.rests = { strip, at, until: performance.now() + 1000 * rests };
    if (anchor) strip.anchor = anchor;
    for (const [position, frame] of Object.entries(frames)) strip.frames.set(Number(position), frame);
    return 1000 * rests;
  }

  at(key, position) {
    const strip = this.strips.get(key);
    const frame = strip?.frames.get(position);
    return frame ? merged(strip.anchor, frame) : null;
  }

  // Whether a piece is to be asked for now, with the hand at that position: while it rests only if the hand has moved
  // on to where values are missing.
  lacks(key, position) {
    const strip = this.strips.get(key);
    if (!strip || strip.frames.size >= strip.count) return false;
    if (performance.now() >= this.rests.until) return true;
    const around = [position - 1, position, position + 1].filter((each) => each >= 0 && each < strip.count);
    const hasMoved = strip !== this.rests.strip || position !== this.rests.at;
    return hasMoved && around.some((each) => !strip.frames.has(each));
  }

  // The positions that have arrived, as the bits of a hexadecimal number.
  have(key) {
    let bits = 0n;
    for (const position of this.strips.get(key)?.frames.keys() ?? []) bits |= 1n << BigInt(position);
    return bits ? bits.toString(16) : '';
  }
}
