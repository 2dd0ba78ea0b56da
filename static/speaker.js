// What the browser reports to Python: all standing facts in every message, and one message in flight. While Python
// answers, newer facts replace older ones, and the last ones are always sent. So a slow network slows the rate and
// never builds a queue, and a message that is lost takes nothing with it.
const LOST_AFTER_MS = 4000; // an answer that never comes must not silence the page
const LEAVES_WITHIN_MS = 4000;
const SENT_WITHIN_MS = 150;
const [KNOCKS_AFTER_MS, KNOCKS_WITHIN_MS] = [50, 1000];

export class Speaker {
  constructor() {
    this.facts = {};
    this.wish = () => null; // the piece of a strip that is needed next, if any
    this.turn = 0;
    this.inFlight = 0;
    this.sentAt = 0;
    this.news = false;
    this.send = null;
    this.silent = null;
    this.knocks = null;
    this.unheard = 0; // how often Python had set widgets when it was last told what they say
  }

  say(facts) {
    this.facts = { ...this.facts, ...facts };
    this.news = true;
    this.pump();
  }

  pump() {
    if (this.inFlight || this.silent || !this.send) return;
    const wish = this.wish();
    if (!this.news && !wish) return;
    this.turn += 1;
    this.inFlight = this.turn;
    this.news = false;
    this.lost = setTimeout(() => this.release(), LOST_AFTER_MS);
    this.sent = { ...this.facts, turn: this.turn, wish };
    this.sentAt = performance.now();
    this.send(this.sent);
  }

  // What a hand has put is no standing fact: a server that takes over would put it there once more.
  answer(turn) {
    if (!this.inFlight || turn < this.inFlight) return;
    if (this.facts.put === this.sent.put) delete this.facts.put;
    this.release();
  }

  release() {
    clearTimeout(this.lost);
    this.inFlight = 0;
    this.pump();
  }

  // Every message tells what Streamlit's widgets say, and Python waits to hear that of those it has set: to be told
  // soon, and then less and less often, as one in a closed popover says nothing new. unheard: how often it has set any.
  knock(unheard) {
    if (unheard !== this.unheard) [this.unheard, this.waits] = [unheard, KNOCKS_AFTER_MS];
    if (!unheard || this.knocks || this.waits > KNOCKS_WITHIN_MS) return;
    this.knocks = setTimeout(() => {
      this.knocks = null;
      this.waits *= 2;
      if (this.unheard) this.say({});
    }, this.waits);
  }

  // A message that arrives after the request for another page brings back the script of this one, without its elements:
  // an empty screen. So nothing is said on the way to another page. Streamlit does not send at once what it is given to
  // send: how long to wait for that, in ms.
  leave() {
    clearTimeout(this.silent);
    this.silent = setTimeout(() => this.arrive(), LEAVES_WITHIN_MS);
    return this.inFlight ? Math.max(0, this.sentAt + SENT_WITHIN_MS - performance.now()) : 0;
  }

  arrive() {
    clearTimeout(this.silent);
    this.silent = null;
    this.pump();
  }
}
