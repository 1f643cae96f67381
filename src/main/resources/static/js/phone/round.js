// The day of a team out of what the phone knows: the snapshot, and over it what was recorded here since. Pure functions.

import { compareNaturally, dayOf } from './text.js';

const HELD = { a: true, u: true };
const AFTER = { ACTIVATED: 'a', ALREADY_ACTIVE: 'a', USED: 'u', ISSUED: 'i', LOST: 'l', NOT_YET: 'n', FAILED: 'n' };

/**
 * Households in walking order with everything recorded on this phone laid over them.
 * alleys: [{key, households}] in walking order; entries: the queue, with the households and persons added here.
 */
export function overlay(snapshot, alleys, entries) {
  const homes = new Map();
  for (const alley of alleys) {
    for (const told of alley.households ?? []) homes.set(told.id, home(alley.key, told));
  }
  for (const entry of inOrder(entries)) lay(homes, entry, snapshot);
  return [...homes.values()];
}

function home(alley, told) {
  return {
    id: told.id, alley, number: told.n ?? '', village: told.v, trader: told.k === 'TRADER', label: told.l ?? null,
    children: told.c ?? 0, state: told.st ?? null, last: told.lo ?? null, lastAt: told.la ?? null, note: told.ln ?? null,
    followUpAt: told.f ?? null, skip: told.sk ?? null, member: told.m ?? null, reached: told.w === 'NEVER_MET' ? false : told.lo === 'MET' || told.st === 'MET' || ['LACKING', 'THIS_QUARTER'].includes(told.w),
    waiting: false, fresh: false,
    persons: (told.p ?? []).map(([id, name, birthYear, sex, householder, held]) =>
      ({ id, name, birthYear, sex, householder: Boolean(householder), held: held ?? '' })),
  };
}

/** A household or a lodger written down here and not yet told to the ward. */
function addNewcomer(homes, { household, persons }, types) {
  const known = homes.get(household.id)
    ?? { ...home(household.alley, { id: household.id, n: household.number, v: household.village, c: household.children }), fresh: true };
  if (!homes.has(household.id)) insert(homes, known);
  addPersons(known, persons, types);
}

function addPersons(known, persons, types) {
  for (const { id, name, birthYear, sex, householder } of persons ?? []) {
    if (known.persons.some((one) => one.id === id)) continue;
    known.persons.push({ id, name: name ?? null, birthYear: birthYear ?? null, sex: sex ?? null, householder: Boolean(householder),
      held: '.'.repeat(types.length), fresh: true });
  }
}

/** Among its alley's houses, or behind the last alley. */
function insert(homes, added) {
  const all = [...homes.values()];
  let at = all.findIndex((one) => one.alley === added.alley && compareNaturally(one.number, added.number) > 0);
  if (at < 0) at = all.findLastIndex((one) => one.alley === added.alley) + 1 || all.length;
  all.splice(at, 0, added);
  homes.clear();
  all.forEach((one) => homes.set(one.id, one));
}

const inOrder = (entries) => [...entries].sort((one, other) => String(one.storedAt).localeCompare(String(other.storedAt)));

/** What the ward has acknowledged before the snapshot was taken stands in the snapshot. */
function lay(homes, entry, snapshot) {
  const settled = entry.state === 'sent' && entry.receipt && Date.parse(entry.receipt.receivedAt) < Date.parse(snapshot.at);
  if (settled || !entry.body || entry.kind === 'withdrawal') return;
  const visit = entry.kind === 'correction' ? entry.body.visit ?? entry.body : entry.body;
  const { householdId, newHousehold, newResidents } = visit;
  if (newHousehold && !homes.has(householdId)) {
    addNewcomer(homes, { household: { id: householdId, ...newHousehold }, persons: newResidents }, snapshot.types);
  }
  const at = homes.get(householdId);
  if (!at) return;
  addPersons(at, newResidents, snapshot.types);
  if (entry.kind === 'newcomer') return;
  const meeting = visit.place === 'DESK';
  if (!meeting) at.waiting ||= entry.state !== 'sent';
  if (!meeting && at.lastAt && Date.parse(at.lastAt) > Date.parse(visit.visitedAt)) return;
  // somebody who came to a desk has the account; nobody knocked at the door
  if (!meeting) call(at, visit);
  learn(at, visit, snapshot);
}

function call(at, visit) {
  at.last = visit.outcome;
  at.lastAt = visit.visitedAt;
  at.note = visit.note ?? null;
  at.followUpAt = visit.followUpAt ?? null;
  at.reached ||= visit.outcome === 'MET';
  if (at.state !== 'MET') at.state = visit.outcome;
}

function learn(at, visit, snapshot) {
  for (const { residentId, accountType, result } of visit.activations ?? []) {
    const person = at.persons.find((one) => one.id === residentId);
    const place = snapshot.types.findIndex((type) => type.code === accountType);
    const letter = AFTER[result];
    if (!person || place < 0 || !letter || (letter === 'n' && HELD[person.held[place]])) continue;
    person.held = person.held.slice(0, place) + letter + person.held.slice(place + 1);
  }
}

/** Whether the person has what the place in `types` stands for. */
export const holds = (person, place) => Boolean(HELD[person.held[place]]);

export const oldEnough = (person, type, year) => !person.birthYear || year - person.birthYear >= (type.minAge ?? 0);

/** How many persons of a household lack which account: [{type, count}], in the order of the form. */
export function lacks(one, types, year) {
  return types.map((type, place) => ({ type, count: one.persons
    .filter((person) => oldEnough(person, type, year) && !holds(person, place)).length }))
    .filter(({ type, count }) => isWanted(type) && count > 0);
}

const isWanted = (type) => type.wanted ?? type.onForm;

/** Accounts the team is to reach targets with. */
export const wanted = (types) => types.filter(isWanted);

/** Why a household is on the list of a day: DUE, NEVER_MET, LACKING, THIS_QUARTER; null when it is not. */
export function why(one, today, types) {
  if (one.followUpAt) return dayOf(one.followUpAt) <= today ? 'DUE' : null;
  if (one.lastAt && dayOf(one.lastAt) === today) return null;
  if (!one.reached) return 'NEVER_MET';
  if (lacks(one, types, Number(today.slice(0, 4))).length) return 'LACKING';
  return one.state === 'MET' ? null : 'THIS_QUARTER';
}

/** The round of `today`: what is done, whom to see next (the next one first), and why each household is on the list. */
export function round(snapshot, homes, today, skipped = {}) {
  const reasons = new Map(homes.map((one) => [one.id, why(one, today, snapshot.types)]));
  const me = snapshot.me ?? null;
  const mine = (one) => Boolean(me) && one.member === me;
  const hasPart = homes.some(mine);
  const part = hasPart ? homes.filter(mine) : homes;
  const skip = (one) => (one.id in skipped ? skipped[one.id] : one.skip);
  const seen = (one) => Boolean(one.lastAt) && dayOf(one.lastAt) === today;
  const open = homes.filter((one) => reasons.get(one.id));
  const free = open.filter((one) => !skip(one) && (!one.member || mine(one)));
  const done = part.filter(seen).length;
  const order = new Map((snapshot.next ?? []).map((id, place) => [id, place]));
  const rank = (one) => order.get(one.id) ?? order.size;
  const due = free.filter((one) => reasons.get(one.id) === 'DUE')
    .sort((one, other) => Date.parse(one.followUpAt) - Date.parse(other.followUpAt));
  const rest = free.filter((one) => reasons.get(one.id) !== 'DUE').sort((one, other) => rank(one) - rank(other));
  const candidates = [...due, ...rest];
  const ordered = [...candidates.filter(mine), ...candidates.filter((one) => !mine(one))];
  const own = ordered.filter(mine).length;
  const next = ordered.slice(0, own || Math.max(0, (snapshot.plan ?? 12) - done));
  const counts = { MET: 0, ABSENT: 0, FOLLOW_UP: 0, REFUSED: 0 };
  homes.filter(seen).forEach((one) => { counts[one.last] += 1; });
  return { today, homes, reasons, skip, seen, mine, hasPart, open, done, planned: done + next.length, next, counts,
    waiting: homes.filter((one) => one.waiting).length };
}

/** Alley by alley in walking order, from the one where the team last was: [[name, homes], ...]. */
export function alleysOf(homes, lastAlley) {
  const from = Math.max(0, homes.findIndex((one) => one.alley === lastAlley));
  const alleys = new Map();
  for (const one of [...homes.slice(from), ...homes.slice(0, from)]) {
    alleys.set(one.alley, [...(alleys.get(one.alley) ?? []), one]);
  }
  return [...alleys];
}
