// The desks of today a phone knows of: those of the snapshot, and those opened or told of here. Pure functions.

import { dayOf } from './text.js';

/** [{id, name, topic, at, persons, turns}], the latest first; persons and turns as the ward had them at the snapshot. */
export function desksOf({ desks = [], at }, entries, today) {
  const known = new Map();
  for (const { desk, storedAt, body } of entries) {
    const told = body?.desk;
    if (desk && told?.startedAt && dayOf(told.startedAt) === today) {
      known.set(desk.id, { id: desk.id, name: desk.name, topic: told.topic ?? null, at: told.startedAt, persons: 0, turns: 0, storedAt });
    }
  }
  if (dayOf(at) === today) {
    desks.forEach((one) => known.set(one.id, { id: one.id, name: one.name, topic: one.topic ?? null, at: one.at, persons: one.n, turns: one.t }));
  }
  return [...known.values()].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}
