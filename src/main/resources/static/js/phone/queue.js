// What becomes of a recorded visit: (entry, event) -> entry, without side effects and without a clock.
//
// Tabs, the worker and answers that overtake one another all report to the same entry. So whatever the server or the line
// says is kept as the greatest of its kind (the last attempt, the last edit, the strongest receipt), and the state is
// derived from these. The same events in any order, some of them twice, give the same entry.

export const FORMAT = 1;
const DAY = 24 * 60 * 60 * 1000;
export const KEPT = 7 * DAY;
const LONGEST_WAIT = 10 * 60 * 1000;
const MANY = 5;
/** How long something taken back at the ward waits for an undo, whoever sends meanwhile. */
export const UNDO = 10_000;
const RANK = { NEEDS_ATTENTION: 1, RECORDED: 2, CORRECTED: 3, WITHDRAWN: 4, DISMISSED: 5 };

/** A new entry, on the phone and nowhere else. */
export function create(told) {
  return {
    v: FORMAT, id: told.id, kind: told.kind ?? 'visit', of: told.of ?? null, account: told.account ?? null, by: told.by ?? null,
    team: told.team ?? null, address: told.address ?? '', householdId: told.householdId ?? null, outcome: told.outcome ?? null,
    desk: told.desk ?? null, turns: told.turns ?? 0, clock: told.clock ?? null,
    accounts: told.accounts ?? 0, storedAt: told.storedAt, body: told.body, seen: told.seen ?? null,
    state: 'waiting', tries: 0, done: 0, edit: 0, nextTryAt: 0, problem: null, receipt: null, place: null, notes: [], merged: [],
  };
}

/** An entry as any release ever wrote it; null for one that a newer release wrote: it is left alone. */
export function read(entry) {
  if (!entry || entry.v !== FORMAT) return null;
  const tries = entry.tries ?? 0;
  return {
    ...entry, kind: entry.kind ?? 'visit', tries, nextTryAt: entry.nextTryAt ?? 0,
    // the first writers of format 1 had the state alone
    done: entry.done ?? (entry.state === 'sending' ? Math.max(0, tries - 1) : tries),
    edit: entry.edit ?? 0, problem: entry.problem ?? null, receipt: entry.receipt ?? null, notes: entry.notes ?? [],
    merged: entry.merged ?? [],
  };
}

/**
 * Events: `attempt {attempt}` begins, `failed {attempt, nextTryAt, reason}` came to nothing, `refused {attempt, edit,
 * problem}`, `receipt {attempt, receipt, held, place, notes, merged}`, `told {status, version, receivedAt, reason}` how it stands
 * at the ward, `edited {edit, body, ...}` by the person, `settled` the person has read the note.
 */
export function apply(before, event) {
  const entry = { ...read(before) };
  switch (event.type) {
    case 'attempt':
      entry.tries = Math.max(entry.tries, event.attempt);
      break;
    case 'failed':
      if (event.attempt > entry.done) Object.assign(entry, { nextTryAt: event.nextTryAt, reason: event.reason ?? null });
      conclude(entry, event.attempt);
      break;
    case 'refused':
      if (later([event.edit, event.attempt], [entry.problem?.edit ?? -1, entry.problem?.attempt ?? 0])) {
        entry.problem = { ...event.problem, edit: event.edit, attempt: event.attempt };
      }
      if (event.attempt > entry.done) entry.nextTryAt = 0;
      conclude(entry, event.attempt);
      break;
    case 'receipt':
      if (event.attempt >= (entry.answered ?? 0)) {
        const { place, notes, merged, attempt } = event;
        Object.assign(entry, { place: place ?? entry.place, notes: notes ?? [], merged: merged ?? [], answered: attempt });
      }
      receive(entry, { ...event.receipt, held: event.held });
      if (event.attempt > entry.done) entry.nextTryAt = 0;
      conclude(entry, event.attempt);
      break;
    case 'told':
      if (event.status in RANK) {
        const { status, version, receivedAt, reason } = event;
        receive(entry, { id: entry.of ?? entry.id, status, version, receivedAt, reason });
      }
      break;
    case 'edited':
      if (event.edit > entry.edit) {
        const { edit, body, outcome, accounts, clock, seen } = event;
        Object.assign(entry, { edit, body, outcome, accounts, clock, seen: seen ?? entry.seen, nextTryAt: 0, reason: null });
      }
      break;
    case 'settled':
      entry.settled = true;
      break;
    default:
      throw new Error('unknown event ' + event.type);
  }
  entry.state = stateOf(entry);
  return entry;
}

function conclude(entry, attempt) {
  entry.done = Math.max(entry.done, attempt);
  entry.tries = Math.max(entry.tries, attempt);
}

function receive(entry, receipt) {
  if (!entry.receipt || later(weight(receipt), weight(entry.receipt))) entry.receipt = receipt;
}

/** Taken back or dismissed is the last word; otherwise the later version, and what the ward decided over what it has yet to. */
function weight(receipt) {
  const rank = RANK[receipt.status] ?? 0;
  return [rank >= RANK.WITHDRAWN ? rank : 0, receipt.version ?? 0, rank, receipt.held === false ? 1 : 0];
}

function later(one, other) {
  for (let i = 0; i < one.length; i++) {
    if (one[i] !== other[i]) return one[i] > other[i];
  }
  return false;
}

function stateOf(entry) {
  if (entry.receipt) {
    if (entry.receipt.status === 'DISMISSED') return 'needs';
    if (entry.receipt.status !== 'NEEDS_ATTENTION' || entry.receipt.held === false) return 'sent';
    // two tellings of one visit: it is the teller who chooses
    return entry.problem?.code === 'CONFLICT' ? 'needs' : 'held';
  }
  if (entry.problem && (entry.problem.edit ?? 0) >= entry.edit) return 'needs';
  return entry.tries > entry.done ? 'sending' : 'waiting';
}

/** May have reached the server: what was said can no longer be changed, only told anew. */
export function mayHaveArrived(entry) {
  if (entry.receipt) return true;
  // a refusal is an answer: nothing was stored. Nor was what never got one, however often it was sent anew
  return entry.tries > 0 && entry.state !== 'needs' && !stuck(entry);
}

export const unsent = (entry) => entry.state === 'waiting' || entry.state === 'sending';

const failing = (entry) => /^5/.test(entry.reason ?? '');

/** The server answers others, and fails on this one each time: it is tried on, but somebody should look. */
export const stuck = (entry) => entry.state === 'waiting' && entry.tries >= MANY && failing(entry);

/** What it is called in a short line: its house, or whoever or whatever it is about at a desk. */
export const house = (entry) => (entry.desk ? entry.address : entry.address.split(' ')[0] || entry.address);

/** Stored, but somebody else noted the same household that day: the person has not said yet what to do about it. */
export const noted = (entry) => entry.state === 'sent' && entry.receipt.status === 'NEEDS_ATTENTION' && !entry.settled
  && entry.notes.some((note) => note.code === 'DOUBLE');

/** To be looked at by the person. */
export const needsYou = (entry) => entry.state === 'needs' || noted(entry) || stuck(entry);

/**
 * What can be sent now, in the order it was recorded, what the server failed on last, and when to come back for the rest (null: nothing is left).
 * What is said about a visit waits until everything said about it before has arrived.
 */
export function due(entries, account, now, force = false) {
  const about = (entry) => entry.of ?? entry.id;
  const first = new Map();
  for (const entry of [...entries].sort(recorded)) {
    if (!entry.receipt && !first.has(about(entry))) first.set(about(entry), entry);
  }
  const mine = entries
    .filter((entry) => entry.state === 'waiting' && entry.account === account && first.get(about(entry)) === entry)
    .sort((one, other) => failing(one) - failing(other) || recorded(one, other));
  // a clock set back must not make a visit wait for hours
  const left = (at, most) => (at - now > most ? 0 : Math.max(0, at - now));
  const wait = (entry) => Math.max(left(entry.notBefore ?? 0, UNDO), force ? 0 : left(entry.nextTryAt, LONGEST_WAIT * 1.5));
  const ready = mine.filter((entry) => wait(entry) === 0);
  const waits = mine.filter((entry) => !ready.includes(entry)).map(wait);
  return { ready, next: waits.length ? Math.min(...waits) : null };
}

/** In the order they were recorded; a visit before what is said about it, even when the clock was set back between. */
export function recorded(one, other) {
  if (one.of === other.id) return 1;
  if (other.of === one.id) return -1;
  return String(one.storedAt).localeCompare(String(other.storedAt)) || String(one.id).localeCompare(String(other.id));
}

/** 5, 15, 45 s ... at most 10 min, a fifth more or less so that a whole ward does not come back at once. */
export function pause(tries, random = Math.random()) {
  const wait = Math.min(LONGEST_WAIT, 5000 * 3 ** Math.max(0, Math.min(tries, 10) - 1));
  return Math.round(wait * (0.8 + 0.4 * random));
}

/** May be forgotten: the ward has had it for a week. */
export function old(entry, now) {
  return entry.state === 'sent' && Boolean(entry.receipt.receivedAt) && now - Date.parse(entry.receipt.receivedAt) > KEPT;
}
