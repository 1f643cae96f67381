// The visit form without a line: the very same form, for the household in the address.

import { stock } from '../stock.js';
import { told } from '../newcomers.js';
import { fill } from '../fill.js';
import { lang, say } from '../words.js';
import * as text from '../text.js';
import { desksOf } from '../desks.js';
import { addressOf, back, has, heading, householder, householdId, nothing, oldEnough, personAbout, personName } from '../page.js';

export async function show() {
  const main = document.querySelector('main');
  const known = await stock();
  const [, deskId, resident] = /\/desk\/([^/]+)\/people\/([^/]+)/.exec(location.pathname) ?? [];
  const one = known?.homes.find((home) => (resident ? home.persons.some((person) => person.id === resident) : home.id === householdId()));
  const desk = deskId && known && desksOf(known.snapshot, known.entries, known.round.today).find((it) => it.id === deskId);
  if (!one || (deskId && !desk)) {
    heading(say('visits.form.title'), '');
    return void nothing(main, 'phone.no-household', 'phone.no-household.text');
  }
  const { snapshot } = known;
  const now = text.wall(new Date());
  const year = Number(now.slice(0, 4));
  const form = document.getElementById('visit-form');
  const [without, withAll] = form.querySelectorAll('[data-proto=persons]');
  withAll.remove();
  heading(null, [addressOf(one), householder(one)].filter(Boolean).join(' · '));
  fill(document.body, {
    visit: crypto.randomUUID(),
    team: snapshot.team.id,
    household: one.id,
    when: text.moment(new Date()) + ' · ' + snapshot.account.name,
    members: (snapshot.members ?? []).map(({ id, name }) => ({ member: id, text: name })),
    persons: one.persons.filter((person) => !resident || person.id === resident).map((person) => ({ person, name: personName(person, year, lang()) })),
    nobody: one.persons.length === 0,
  }, {
    persons: (element, { person }) => dress(element, withAll, person, snapshot.types, year),
  });
  if (!snapshot.members?.length) form.querySelector('.when fieldset')?.remove();
  form.querySelector('[name=visitedAt]').value = now.slice(0, 16);
  delete form.dataset.clock;
  appointments(form, now);
  Object.assign(form.dataset, { household: one.id, address: addressOf(one), account: snapshot.account.id, by: snapshot.account.name, seen: snapshot.at });
  newcomers(form, known.entries, one);
  if (desk) atDesk(form, desk, one.persons.find((person) => person.id === resident), year);
  // the form's own script saw the prototypes only
  form.dispatchEvent(new Event('change'));
}

/** Somebody before a desk: met already, one of a row of many, nothing to arrange for later. */
function atDesk(form, desk, person, year) {
  const name = personName(person, year, lang());
  heading(name, desk.name);
  back('/field/desk/' + desk.id);
  document.querySelector('#action [type=submit] > span').textContent = say('paper.desk.person.save');
  form.querySelectorAll('.when, .only-later, .unnamed').forEach((part) => part.remove());
  form.querySelector('[name=notice]').closest('fieldset').remove();
  form.querySelector('#outcome').classList.add('vh');
  form.querySelector('[name=outcome][value=MET]').checked = true;
  form.querySelectorAll('[name=guided]').forEach((box) => { box.checked = true; });
  form.querySelectorAll('[name=topics]').forEach((box) => { box.checked = box.value === desk.topic; });
  Object.assign(form.dataset, { address: name + ' · ' + desk.name, deskId: desk.id, deskName: desk.name, deskTopic: desk.topic ?? '', deskAt: desk.at });
  // what was ticked for the desk stands
  form.dispatchEvent(new Event('filled'));
}

/** One person's part: an answer for each account not held, the green cell for each that is. */
function dress(element, withAll, person, types, year) {
  const about = element.querySelector('legend small');
  if (about) about.textContent = personAbout(person, year);
  const main = types.filter((type) => type.onForm !== false);
  const order = [...main, ...types.filter((type) => type.onForm === false)];
  const cells = [...element.querySelectorAll('.answers')].flatMap((box) => [...box.children]);
  const green = [...withAll.querySelectorAll('.answers')].flatMap((box) => [...box.children]);
  const lost = [...withAll.querySelectorAll('input[value=LOST]')];
  order.forEach((type, index) => {
    const cell = cells[index];
    if (!cell) return;
    if (!oldEnough(person, type, year)) {
      cell.remove();
    } else if (has(person, types.indexOf(type))) {
      cell.replaceWith(green[index].cloneNode(true));
      const box = lost.find((input) => input.name.endsWith('.' + type.code));
      if (box) element.querySelector(':scope > details.more').append(box.closest('label').cloneNode(true));
    }
  });
  for (const holder of [element, ...element.querySelectorAll('*')]) {
    for (const attribute of [...holder.attributes]) {
      if (attribute.value.includes('00000000-0000-0000-0000-00000000000')) {
        holder.setAttribute(attribute.name, attribute.value.replaceAll(/0{8}-0{4}-0{4}-0{4}-0{11}[01]/g, person.id));
      }
    }
  }
}

/** This afternoon while there is time, tomorrow evening, Saturday morning. */
function appointments(form, now) {
  const today = now.slice(0, 10);
  const weekday = (day) => new Date(day + 'T00:00:00Z').getUTCDay();
  let saturday = text.plusDays(today, 2);
  while (weekday(saturday) !== 6) saturday = text.plusDays(saturday, 1);
  const times = [today + 'T17:30', text.plusDays(today, 1) + 'T19:00', saturday + 'T08:00'];
  const choices = [...form.querySelectorAll('#followUp input[type=radio]')].filter((radio) => radio.value !== 'OTHER');
  choices.forEach((radio, index) => {
    radio.value = times[index];
    radio.closest('label').querySelector('small').textContent =
      times[index].slice(11) + ', ' + text.weekdayAndDay(times[index].slice(0, 10), lang());
  });
  if (now.slice(11, 16) >= '16:30') choices[0].closest('label').remove();
}

/** Who was written down here and is not in the register yet goes along with the visit. */
function newcomers(form, entries, one) {
  const { newHousehold, newResidents } = told(entries, one.id);
  if (newHousehold) form.dataset.newHousehold = JSON.stringify(newHousehold);
  if (newResidents.length) form.dataset.newResidents = JSON.stringify(newResidents);
}
