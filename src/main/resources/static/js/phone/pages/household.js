// One household, without a line.

import { stock } from '../stock.js';
import { watchSkips } from '../skips.js';
import { fill, picture } from '../fill.js';
import { lang, say } from '../words.js';
import * as text from '../text.js';
import { addressOf, has, heading, householder, householdId, nothing, personAbout, personName, placesFor } from '../page.js';

const STATES = { '.': 'UNKNOWN', n: 'NOT_YET', i: 'ISSUED', a: 'ACTIVATED', u: 'USED', l: 'LOST' };

export async function show() {
  const main = document.querySelector('main');
  const known = await stock();
  const one = known?.homes.find((home) => home.id === householdId());
  if (!one) {
    heading(say('phone.away.title'), '');
    return void nothing(main, 'phone.no-household', 'phone.no-household.text');
  }
  const { snapshot, round } = known;
  const year = Number(round.today.slice(0, 4));
  const onForm = snapshot.types.map((type, place) => ({ ...type, place })).filter((type) => type.onForm !== false);
  const persons = one.persons.map((person) => ({
    name: personName(person, year, lang()),
    about: personAbout(person, year),
    cells: placesFor(person, snapshot.types, year).filter(({ place }) => onForm.some((type) => type.place === place))
      .map(({ type, place }) => ({
        icon: type.icon, account: type.text, has: has(person, place),
        word: say('visits.state.' + (STATES[person.held[place]] ?? 'UNKNOWN')),
      })),
  }));
  watchSkips(main, round);
  const cells = persons.flatMap((person) => person.cells);
  const people = say('visits.people', one.persons.length + one.children);
  heading(addressOf(one), householder(one) ? householder(one) + ' · ' + people : people);
  fill(document.getElementById('main').parentElement, {
    id: one.id,
    held: cells.filter((cell) => cell.has).length,
    of: cells.length,
    persons,
    nobody: persons.length === 0,
    young: one.children > 0,
    children: one.children ? say('visits.home.children', one.children) : '',
    visited: Boolean(one.lastAt && one.last),
    last: one.last ? [say('visits.home.last.' + one.last, text.day(one.lastAt)), one.note].filter(Boolean).join(' ') : '',
    appointed: Boolean(one.followUpAt),
    appointment: one.followUpAt ? say('visits.line.appointment', text.time(one.followUpAt), text.day(one.followUpAt)) : '',
  }, {
    cells: (element, cell) => {
      element.classList.toggle('has', cell.has);
      picture(element.querySelector('b svg'), cell.has ? 'check' : 'house-none');
    },
  });
}
