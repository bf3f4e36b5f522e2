// What the server sends: points once, every change of their states once, events month by month.
const read = new Map();

export const json = url => {
  if (!read.has(url)) {
    read.set(url, fetch(url).then(answer => {
      if (!answer.ok) throw new Error(url + ' ' + answer.status);
      return answer.json();
    }).catch(e => { read.delete(url); throw e; }));
  }
  return read.get(url);
};

const DAY = 864e5;
export class Calendar {
  constructor(first) { this.first = Date.parse(first + 'T00:00:00Z'); }
  iso(n) { return new Date(this.first + n * DAY).toISOString().slice(0, 10); }
  number(iso) { return Math.round((Date.parse(iso + 'T00:00:00Z') - this.first) / DAY); }
  words(n) { return new Date(this.first + n * DAY).toLocaleDateString('en-GB', {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'}); }
}

// States are numbers: holder + 8 status + 64 confidence + 512 contrary.
export const holderOf = s => s & 7;
export const statusOf = s => (s >> 3) & 7;
export const confidenceOf = s => (s >> 6) & 7;
export const contraryOf = s => s >> 9;

export class States {
  constructor(changes, points) {
    this.changes = changes;
    this.count = points;
    this.claimed = changes.statuses.indexOf('claimed');
    this.inferred = changes.statuses.indexOf('inferred');
    this.contested = changes.holders.indexOf('contested');
  }

  // The state of every point on a day; -1 for no word.
  on(day) {
    const states = new Int32Array(this.count).fill(-1);
    for (const d of this.changes.days) {
      if (d.day > day) break;
      for (let i = 0; i < d.states.length; i += 2) states[d.states[i]] = d.states[i + 1];
    }
    return states;
  }

  // Pairs of point and state that changed on a day, and what stood before.
  changed(day) {
    const found = this.changes.days.find(d => d.day === day);
    if (!found || day === 0) return [];
    const before = this.on(day - 1), list = [];
    for (let i = 0; i < found.states.length; i += 2) {
      const [point, state] = [found.states[i], found.states[i + 1]];
      if (before[point] < 0 || holderOf(before[point]) !== holderOf(state) || statusOf(before[point]) !== statusOf(state)) list.push([point, state, before[point]]);
    }
    return list;
  }
}

// Events and words on whole areas between two days.
export class Months {
  constructor(calendar, last) { this.calendar = calendar; this.last = last; this.months = new Map(); }

  keys(from, to) {
    const keys = [];
    for (let n = Math.max(0, from); n <= to; n++) {
      const key = this.calendar.iso(n).slice(0, 7);
      if (keys.at(-1) !== key) keys.push(key);
    }
    return keys;
  }

  // True where all of it is here; otherwise it is sent for, and told when it has come.
  ready(from, to, come) {
    const missing = this.keys(from, Math.min(to, this.last)).filter(k => !this.months.has(k));
    for (const key of missing) {
      this.months.set(key, null);
      json('/map/month.json?month=' + key).then(m => { this.months.set(key, m); come(); }, () => this.months.set(key, {events: [], words: []}));
    }
    return missing.length === 0 && this.keys(from, Math.min(to, this.last)).every(k => this.months.get(k));
  }

  between(from, to) {
    const events = new Map(), words = [];
    for (const key of this.keys(from, Math.min(to, this.last))) {
      const month = this.months.get(key);
      for (const e of month?.events ?? []) if (e.from <= to && e.to >= from) events.set(e.id, e);
      for (const w of month?.words ?? []) if (w.day >= from && w.day <= to) words.push(w);
    }
    return {events: [...events.values()], words};
  }
}
