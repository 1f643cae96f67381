// Households and persons who are not in the register yet, kept until the visit that tells the ward of them has arrived.

import { meta } from './store.js';

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

export async function keep(household, persons) {
  const all = (await meta.get('newcomers')) ?? [];
  const known = all.find((one) => one.household.id === household.id);
  if (known) known.persons.push(...persons);
  else all.push({ household, persons });
  await meta.set('newcomers', all);
}
