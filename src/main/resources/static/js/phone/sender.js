// Sends what is waiting: one sender at a time on a phone, whichever tab or worker it is, and only a receipt ends the matter.

import { alleys, meta, queue } from './store.js';
import { apply, due, old, pause, read, unsent } from './queue.js';
import { ASK_AGAIN, Stop, ask } from './ask.js';
import { LEASE, alone } from './alone.js';

const PATHS = { session: '/field/sync', visits: '/field/sync/visits', status: '/field/sync/status' };

const MOST_FAILURES = 3;

let session = null;
let running = null;
let next = null;
let wanted = false;
let timer = null;
let hushed = false;

/** Whether nothing more is taken up here, as the page is about to sign out; what is on its way comes to its end. */
export function quiet(so) {
  hushed = so;
  clearTimeout(timer);
}

/**
 * Sends all that is due. `force` does not mind the pauses, but those a busy server asked for; 'person' minds none. Resolves
 * with the state of the line: OK, OFFLINE, BUSY, LOGIN or OTHER (somebody else is signed in). Never fails.
 */
export function send({ force = false } = {}) {
  if (hushed) return Promise.resolve(running).then(() => 'OTHER');
  if (running) {
    // whoever is at it looks once more, so nothing stored meanwhile is left lying
    wanted = wanted === 'person' ? wanted : force || wanted;
    next ??= running.then(() => {
      const then = wanted;
      wanted = false;
      next = null;
      return send({ force: then });
    });
    return next;
  }
  running = alone(() => run(force), async () => {
    later(LEASE);
    return (await meta.get('line'))?.state;
  }).catch(() => 'OFFLINE').finally(() => { running = null; });
  return running;
}

/** Sends now, and from now on whenever there is reason to hope: the line is back, the page is looked at, a pause is over. */
export function watch() {
  if (typeof document !== 'undefined') {
    addEventListener('online', () => send({ force: true }));
    document.addEventListener('visibilitychange', () => { if (!document.hidden) send({ force: true }); });
  }
  return send({ force: true });
}

/** For the worker, when the browser says there is a line: fails while something is left, so that it is woken again. */
export async function sendAwake() {
  const state = await send({ force: true });
  if (state === 'OFFLINE' || state === 'BUSY') throw new Error(state);
}

/** Lets the browser wake the worker once there is a line, even after this page is closed; where it can. */
export async function wake() {
  try {
    const registration = globalThis.registration ?? await navigator.serviceWorker?.getRegistration('/field');
    await registration?.sync?.register('tungnha');
  } catch {
    // it is sent on the next opening
  }
}

async function run(force) {
  clearTimeout(timer);
  await abandonHalfSent();
  const entries = (await queue.all()).map(read).filter(Boolean);
  const waiting = entries.filter(unsent);
  const asking = entries.filter((entry) => entry.state === 'needs' || entry.receipt?.status === 'NEEDS_ATTENTION');
  const line = (await meta.get('line')) ?? {};
  const now = Date.now();
  const stale = now - (line.askedAt ?? 0) > ASK_AGAIN || line.askedAt > now;
  if (!waiting.length && !(asking.length && force === 'person') && !(stale && entries.length)) return note('OK');
  const paused = line.until > now && line.until - now < ASK_AGAIN * 1.5;
  if (paused && (!force || (force !== 'person' && line.state === 'BUSY'))) {
    later(line.until - now);
    return line.state;
  }
  // a form's token saves a question only where there is a line: a visit must not count as perhaps sent for nothing
  if (session && !session.at && line.state && line.state !== 'OK') session = null;
  try {
    if (globalThis.navigator?.onLine === false && force !== 'person') throw new Stop('OFFLINE');
    await openSession(waiting);
    await sendDue(force);
    if (await othersWait()) {
      // somebody else may have signed in meanwhile, in another tab
      await openSession(null);
      await sendDue(force);
    }
    if (asking.length) await askStatus(asking);
    await forgetOld();
    return note((await othersWait()) ? 'OTHER' : 'OK');
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    if (stop.state === 'LOGIN') session = null;
    const fails = (line.fails ?? 0) + 1;
    const until = stop.state === 'LOGIN' ? null : Date.now() + Math.max(pause(fails), stop.until ?? 0);
    if (until) later(until - Date.now());
    await wake();
    return note(stop.state, { fails, until });
  }
}

async function othersWait() {
  return (await queue.all()).some((entry) => unsent(entry) && entry.account !== session.account);
}

async function note(state, { fails = 0, until = null } = {}) {
  const change = { state, fails, until, at: Date.now() };
  if (session) Object.assign(change, { account: session.account, name: session.name });
  if (session?.at) change.askedAt = session.at;
  await meta.update('line', (before) => {
    const after = { ...before, ...change };
    return before && JSON.stringify({ ...before, at: 0 }) === JSON.stringify({ ...after, at: 0 }) ? undefined : after;
  });
  return state;
}

function later(wait) {
  clearTimeout(timer);
  timer = setTimeout(() => send(), Math.max(1000, Math.min(wait, ASK_AGAIN)));
}

/** A tab that was killed while sending said nothing more. */
async function abandonHalfSent() {
  for (const entry of await queue.all()) {
    if (entry.state !== 'sending') continue;
    await queue.update(entry.id, (found) => (found?.state === 'sending'
      ? apply(found, { type: 'failed', attempt: read(found).tries, nextTryAt: 0, reason: 'KILLED' })
      : undefined));
  }
}

async function sendDue(force) {
  const tried = new Set();
  let failures = 0;
  for (;;) {
    const entries = (await queue.all()).map(read).filter(Boolean);
    const { ready, next: rest } = due(entries, session.account, Date.now(), force);
    const entry = ready.find((one) => !tried.has(one.id));
    if (hushed) return;
    if (!entry) {
      if (rest !== null) later(rest);
      return;
    }
    tried.add(entry.id);
    const failed = await sendOne(entry.id);
    if (!failed) continue;
    if (++failures === MOST_FAILURES) throw new Stop('BUSY');
    // this one, or the server as a whole? What it says to a question decides whether the others are tried
    await openSession(null);
  }
}

async function sendOne(id) {
  // written before the first byte goes out: from here on the visit may be at the ward
  const entry = await queue.update(id, (found) => {
    const now = read(found);
    return now?.state === 'waiting' ? apply(now, { type: 'attempt', attempt: now.tries + 1 }) : undefined;
  });
  if (entry?.state !== 'sending') return false;
  const attempt = entry.tries;
  const report = (event) => queue.update(id, (found) => (found ? apply(found, { attempt, ...event }) : undefined));
  let answer;
  try {
    answer = await deliver(entry);
  } catch (stop) {
    const reason = stop instanceof Stop ? stop.state : 'OFFLINE';
    await report({ type: 'failed', nextTryAt: reason === 'LOGIN' ? 0 : Date.now() + pause(attempt), reason });
    throw stop;
  }
  const { status, json } = answer;
  if (status < 300) {
    await report({ type: 'receipt', ...json });
    // the visit itself is now told anew
    if (entry.of) await queue.update(entry.of, (found) => (read(found)?.receipt ? apply(found, { type: 'told', ...json.receipt }) : undefined));
  } else if (refusal(answer)) {
    const { code, title, errors, fields, version, link } = json;
    const field = json.field ?? errors?.[0]?.field;
    await report({ type: 'refused', edit: entry.edit, problem: { code, title: title ?? '', field, fields, version, link } });
  } else {
    await report({ type: 'failed', nextTryAt: Date.now() + Math.max(pause(attempt), answer.after ?? 0), reason: String(status) });
    if (status > 500 || status === 429) throw new Stop('BUSY', answer.after);
    return status === 500;
  }
  return false;
}

/** An answer about this visit, not about the line, the session or the moment: proxies refuse too, but not in our words. */
function refusal({ status, json }) {
  return [400, 404, 409, 413, 415, 422].includes(status) && Boolean(json?.code);
}

async function deliver(entry) {
  const told = await behind(entry);
  for (let renewed = false; ; renewed = true) {
    const answer = await post(PATHS.visits, told);
    if (answer.status < 300 && answer.json?.receipt?.id !== (entry.of ?? entry.id)) throw new Stop('OFFLINE');
    if (answer.status !== 403 || renewed) return answer;
    await openSession(null);
    if (session.account !== entry.account) throw new Stop('OTHER');
  }
}

/** A correction recorded before its visit had arrived is based on the version that did arrive. */
async function behind(entry) {
  let { body } = entry;
  if (entry.kind === 'correction' && body.basedOn == null) {
    const told = (await queue.all()).filter((other) => (other.of ?? other.id) === entry.of);
    const basedOn = Math.max(1, ...told.map((other) => other.receipt?.version ?? 0));
    const now = await queue.update(entry.id, (found) => ({ ...found, body: { ...found.body, basedOn } }));
    body = now.body;
  }
  return { v: 1, kind: entry.kind, of: entry.of ?? undefined, sentAt: new Date().toISOString(), storedAt: entry.storedAt, clock: entry.clock ?? undefined, seen: entry.seen ?? undefined, body };
}

/** What a page knows of its session already saves the first question. */
export function introduce({ account, name, header, token }) {
  if (account && token) session = { account, name, csrf: { header, token }, at: 0 };
}

async function openSession(waiting) {
  if (session && waiting && (!session.at || Date.now() - session.at < ASK_AGAIN)) return;
  const left = waiting ?? (await queue.all()).filter(unsent);
  const oldest = left.map((entry) => entry.storedAt).sort()[0];
  const query = new URLSearchParams({ unsent: String(left.length), ...(oldest ? { oldest } : {}) });
  const { status, json, after } = await ask(PATHS.session + '?' + query, {});
  if (status >= 500 || status === 429) throw new Stop('BUSY', after);
  if (status !== 200) throw new Stop(status === 401 || status === 403 ? 'LOGIN' : 'OFFLINE');
  if (!json?.account || !json.csrf) throw new Stop('OFFLINE');
  const { account, name, csrf, now, release } = json;
  session = { account, name, csrf, at: Date.now() };
  await meta.set('session', { account, name, release, device: json.device, at: Date.now(), skew: Date.parse(now) - Date.now() });
}

async function askStatus(entries) {
  const mine = entries.filter((entry) => entry.account === session.account && entry.kind !== 'withdrawal');
  if (!mine.length) return;
  const { status, json } = await post(PATHS.status, { ids: mine.map((entry) => entry.id).slice(0, 200) });
  if (status !== 200 || !Array.isArray(json)) return;
  for (const { id, ...told } of json) {
    await queue.update(id, (found) => {
      if (!read(found)) return undefined;
      const after = apply(found, { type: 'told', ...told });
      return JSON.stringify(after) === JSON.stringify(found) ? undefined : after;
    });
  }
}

async function forgetOld() {
  const skew = (await meta.get('session'))?.skew ?? 0;
  for (const entry of (await queue.all()).map(read).filter(Boolean)) {
    if (old(entry, Date.now() + skew)) await queue.delete(entry.id);
  }
}

function post(path, told) {
  return ask(path, {
    method: 'POST',
    body: JSON.stringify(told),
    headers: { 'Content-Type': 'application/json', [session.csrf.header]: session.csrf.token },
  });
}

/**
 * Stores an entry. When the phone is full, what the ward has already is thrown out first: the bodies of sent visits, then
 * the alleys, which come back with the next line. Fails when that was not enough.
 */
export async function keep(entry) {
  try {
    await queue.put(entry);
  } catch (full) {
    if (full.name !== 'QuotaExceededError') throw full;
    for (const sent of await queue.all()) {
      if (sent.state === 'sent' && sent.body) await queue.update(sent.id, (found) => ({ ...found, body: null }));
    }
    try {
      await queue.put(entry);
    } catch (stillFull) {
      if (stillFull.name !== 'QuotaExceededError') throw stillFull;
      await alleys.clear();
      await queue.put(entry);
    }
  }
}
