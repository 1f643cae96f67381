// What of the ward's register lies on this phone: loading it, keeping it fresh, wiping it.

import { alleys, device, meta, open, queue } from './store.js';
import { overlay, round } from './round.js';
import { dayOf, whole } from './text.js';
import * as pin from './pin.js';
import { tell } from './skips.js';

const FRESH = 3 * 60_000;
const FORMAT = 2;

/** All the phone knows for its pages, or null while it knows nothing (or is locked). */
export async function stock(now = new Date()) {
  await open();
  const snapshot = await meta.get('snapshot');
  if (!snapshot) return null;
  const kept = await readAlleys(snapshot.order);
  if (!kept) return null;
  const [entries, skips] = await Promise.all([queue.all(), meta.get('skips')]);
  // another account's waiting visits are nobody's business here
  const mine = entries.filter((entry) => !entry.account || entry.account === snapshot.account.id);
  const today = dayOf(now);
  const homes = overlay(snapshot, kept, mine);
  const lastAlley = lastPlace(mine, homes) ?? snapshot.lastAlley;
  return { snapshot: { ...snapshot, lastAlley }, homes, entries: mine,
    round: round(snapshot, homes, today, skips?.day === today ? skips.households : {}) };
}

function lastPlace(entries, homes) {
  const last = entries.filter((entry) => entry.kind !== 'withdrawal' && entry.householdId && !entry.desk)
    .sort((one, other) => String(other.storedAt).localeCompare(String(one.storedAt)))[0];
  return last && homes.find((one) => one.id === last.householdId)?.alley;
}

async function readAlleys(order) {
  const kept = new Map((await alleys.all()).map((alley) => [alley.key, alley]));
  const all = order.map((key) => kept.get(key)).filter(Boolean);
  if (!all.some((alley) => alley.sealed)) return all;
  const key = await pin.key();
  return key ? Promise.all(all.map((alley) => pin.unseal(alley, key))) : null;
}

/**
 * Brings what changed since last time; quiet while there is no line. Resolves to true when the phone knows something
 * new, to 'REVOKED' when the ward has cut it off.
 */
export async function refresh({ force = false } = {}) {
  await open();
  const before = await meta.get('snapshot');
  if (!force && before && Math.abs(Date.now() - before.checkedAt) < FRESH) return false;
  if (await pin.locked()) return false;
  const have = before ? (await alleys.all()).filter((alley) => before.order.includes(alley.key)).map((alley) => alley.hash) : [];
  const query = have.length ? '?' + new URLSearchParams({ have: have.join(',') }) : '';
  let told;
  let mark;
  try {
    await tell();
    const answer = await fetch('/field/snapshot' + query, {
      headers: { 'X-Device': await device(), 'X-Requested-With': 'tungnha', Accept: 'application/json', ...(before?.mark ? { 'If-None-Match': before.mark } : {}) },
      cache: 'no-store', redirect: 'error',
    });
    if (answer.status === 304) {
      await meta.set('snapshot', { ...before, at: new Date().toISOString(), checkedAt: Date.now() });
      return false;
    }
    if (answer.status === 204) {
      // no team any more, or never one: nobody's households belong on this phone
      if (before) await wipe();
      return false;
    }
    told = await answer.json();
    mark = answer.headers.get('ETag');
    if (told.code === 'DEVICE_REVOKED' || told.device === 'REVOKED') return 'REVOKED';
    if (!answer.ok) return false;
  } catch {
    return false;
  }
  if (told?.v !== FORMAT) return false;
  await take({ ...unpacked(told), mark, types: told.types.map((type) => ({ ...type, wanted: told.wanted?.includes(type.code) })) }, before);
  return true;
}

/** Ids come in 22 letters, as half of what a snapshot weighs are ids; here they are what they are everywhere else. */
function unpacked(told) {
  const home = (one) => ({ ...one, id: whole(one.id), p: one.p.map(([id, ...rest]) => [whole(id), ...rest]) });
  return { ...told, next: told.next.map(whole),
    alleys: told.alleys.map((alley) => (alley.households ? { ...alley, households: alley.households.map(home) } : alley)) };
}

/** Somebody else's alleys go before one's own come. */
async function take(told, before) {
  if (before && (before.account.id !== told.account.id || before.team.id !== told.team.id)) {
    await alleys.keep([]);
  }
  const { alleys: list, ...rest } = told;
  const fresh = list.filter((alley) => alley.households);
  const key = await pin.key();
  const sealed = key ? await Promise.all(fresh.map((alley) => pin.seal(alley, key))) : fresh;
  if (sealed.length) await alleys.put(sealed);
  const order = list.map((alley) => alley.key);
  await alleys.keep(order);
  await meta.set('snapshot', { ...rest, order, checkedAt: Date.now() });
  await forgetTold(told.at);
}

/** Newcomers whom the ward has acknowledged stand in the snapshot now. */
async function forgetTold(at) {
  for (const { id, kind, state, receipt } of await queue.all()) {
    if (kind === 'newcomer' && state === 'sent' && Date.parse(receipt.receivedAt) < Date.parse(at)) await queue.delete(id);
  }
}

/** Everything but what waits to be sent. */
export async function wipe() {
  await open();
  await Promise.all([alleys.keep([]), meta.set('snapshot', null), meta.set('dropped', null), meta.set('skips', null)]);
  await pin.remove();
}

/** On opening: what was not used for long is wiped. */
export async function wipeIfIdle(now = Date.now()) {
  const snapshot = await meta.get('snapshot');
  const used = await meta.get('used');
  if (snapshot && used && now - used > (snapshot.idleDays ?? 14) * 86_400_000) await wipe();
  await meta.set('used', now);
}
