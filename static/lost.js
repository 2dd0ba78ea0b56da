// What was chosen, as links, that Python does not know: another server, or the same after a restart. It is reported
// until Python says that it took it.
import { keptLinks } from './address.js';

export class LostLinks {
  constructor() {
    this.session = null; // Python's, that answered last
    this.links = {};
  }

  // A page that has outlived its session may have been left before this was told: then Python has drawn the new page
  // as at the start, though it was chosen on. So there an empty link is no answer.
  notKnownTo({ session, links, recovered }, kept = keptLinks()) {
    if (session !== this.session) {
      const isOutlived = this.session !== null;
      const isLost = ([page, link]) => (isOutlived && link ? !links[page] : !(page in links));
      this.links = Object.fromEntries(Object.entries(kept).filter(isLost));
      this.session = session;
    }
    if (recovered) this.links = {};
    return Object.keys(this.links).length ? this.links : undefined;
  }

  report(given, speaker) {
    const links = this.notKnownTo(given);
    if (JSON.stringify(links) === JSON.stringify(speaker.facts.links)) return;
    if (links) speaker.say({ links });
    else delete speaker.facts.links;
  }
}
