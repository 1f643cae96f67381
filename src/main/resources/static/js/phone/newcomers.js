// Households and persons who are not in the register yet: an entry of the queue of their own, and told again with a visit.

import { meta, uuid } from './store.js';
import { create } from './queue.js';
import { keep, wake } from './sender.js';
import { account } from './bar.js';
import { address } from './text.js';

/** What was typed, as the body of a visit tells it: {household, persons} or {problem: {field, key}}. */
export function read(typed, lodger) {
  const text = (name) => String(typed[name] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
  for (const name of lodger ? [] : ['village', 'alley', 'number']) {
    if (!text(name)) return { problem: { field: name, key: 'visits.error.missing' } };
  }
  const birthYear = text('birthYear');
  if (birthYear && !/^\d{4}$/.test(birthYear)) return { problem: { field: 'birthYear', key: 'visits.error.birth-year' } };
  const someone = text('name') || birthYear;
  if (lodger && !someone) return { problem: { field: 'name', key: 'visits.error.missing' } };
  const person = {
    id: text('residentId'), name: text('name') || null, birthYear: birthYear ? Number(birthYear) : null, sex: text('sex') || null,
    householder: !lodger, stay: text('stay') || null, phone: text('phone') || null,
  };
  const given = Object.fromEntries(Object.entries(person).filter(([, value]) => value !== null && value !== false));
  return {
    household: { id: text('id'), fresh: true, village: text('village'), alley: text('alley'), number: text('number') },
    persons: someone ? [given] : [],
  };
}

/** Stores whom somebody met, to be sent like everything else. */
export async function note(household, persons) {
  const [me, snapshot] = [await account(), await meta.get('snapshot')];
  const { id: householdId, fresh, village, alley, number } = household;
  const id = uuid();
  const storedAt = new Date().toISOString();
  await keep(create({ kind: 'newcomer', id, account: me?.id, by: me?.name, team: snapshot?.team.id, householdId, storedAt,
    address: alley ? address(alley, number) : persons[0]?.name, seen: snapshot && { at: snapshot.at },
    body: { id, householdId, visitedAt: storedAt, newHousehold: fresh ? { village, alley, number } : undefined, newResidents: persons } }));
  wake();
}

/** What a visit of the household tells of them along: {newHousehold, newResidents}. */
export function told(entries, householdId) {
  const bodies = entries.filter((entry) => entry.kind === 'newcomer' && entry.householdId === householdId && entry.body).map(({ body }) => body);
  return { newHousehold: bodies.find((body) => body.newHousehold)?.newHousehold, newResidents: bodies.flatMap((body) => body.newResidents) };
}
