// What the fillers of the pages share.

import { say } from './words.js';
import * as text from './text.js';
import { holds, lacks, oldEnough } from './round.js';
import { picture } from './fill.js';

const HOUSES = { MET: 'met', ABSENT: 'absent', FOLLOW_UP: 'later', REFUSED: 'refused' };

export function heading(title, subtitle) {
  const head = document.querySelector('.field-top h1 > span');
  if (title !== null) {
    head.textContent = title;
    document.title = say('shell.title', title);
  }
  const below = document.querySelector('.field-top .titles p');
  if (below) below.textContent = subtitle ?? '';
}

export function back(path) {
  document.querySelector('.field-top .back').setAttribute('href', path);
}

/** The id between /households/ and the next slash. */
export function householdId() {
  return decodeURIComponent(/\/households\/([^/]+)/.exec(location.pathname)?.[1] ?? '');
}

export const addressOf = (one) => text.address(one.alley, one.number);

export const houseState = (one, next) => (next ? 'next' : HOUSES[one.state] ?? 'none');

/** A house of an alley strip, told by its state. */
export function dressHouse(house, one, next = false) {
  const state = houseState(one, next);
  const number = text.houseNumber(one.alley, one.number);
  house.className = 'house h-' + state + (one.waiting ? ' h-wait' : '') + (number.length > 3 ? ' wide' : '');
  house.querySelector('span').textContent = number;
  const svg = house.querySelector('svg');
  picture(svg, 'house-' + state);
  svg.setAttribute('aria-label', say('shell.house.' + state));
  house.querySelector('.vh')?.remove();
  if (one.waiting) house.insertAdjacentHTML('beforeend', '<span class="vh"></span>');
  if (one.waiting) house.lastElementChild.textContent = say('shell.house.waiting');
}

/** Whose name stands for the household in lists; null where nobody is named. */
export function householder(one) {
  return one.persons.find((person) => person.householder && person.name)?.name ?? one.persons.find((person) => person.name)?.name
    ?? one.label;
}

export const named = (one) => householder(one) ?? say('visits.person.unnamed');

export function personName(person, year, lang) {
  if (!person.name) return person.birthYear ? say('visits.person.born', person.birthYear) : say('visits.person.unnamed');
  return (lang === 'vi' && text.title(person.name, person.birthYear, person.sex, year)) || person.name;
}

export function personAbout(person, year) {
  const age = person.birthYear ? say('visits.person.age', year - person.birthYear) : say('visits.person.age-unknown');
  return person.householder ? age + ' · ' + say('visits.person.householder') : age;
}

/** Places in `types` that are asked of a person of this age. */
export const placesFor = (person, types, year) => types.map((type, place) => ({ type, place }))
  .filter(({ type }) => oldEnough(person, type, year));

export { holds as has, oldEnough };

/** How it stands with a household, in one short line. */
export function lastNote(one, today) {
  if (!one.lastAt || !one.last) return say('visits.line.never');
  if (one.followUpAt) return say('visits.line.appointment', text.time(one.followUpAt), text.day(one.followUpAt));
  const when = text.dayOf(one.lastAt) === today ? text.time(one.lastAt) : text.day(one.lastAt);
  return say('visits.line.' + one.last, when);
}

/** Hẹn 17:30 hôm nay; Quá hẹn 2 ngày (19:00, 20/11/2026). */
export function due(one, today) {
  const days = Math.round((Date.parse(today) - Date.parse(text.dayOf(one.followUpAt))) / 86_400_000);
  return days > 0 ? say('visits.why.overdue', days, text.moment(one.followUpAt)) : say('visits.why.today', text.time(one.followUpAt));
}

/** Why a household is on the list, or how it stands. */
export function note(one, snapshot, round) {
  const skip = round.skip(one);
  if (skip) return say('visits.line.skipped', skipReason(skip));
  const last = lastNote(one, round.today);
  switch (round.reasons.get(one.id)) {
    case 'DUE': return due(one, round.today);
    case 'NEVER_MET': return one.last ? say('visits.why.never', last) : last;
    case 'LACKING': return say('visits.why.lacking', lacks(one, snapshot.types, Number(round.today.slice(0, 4)))
      .map(({ type, count }) => say('visits.why.account', count, type.text)).join(', '));
    case 'THIS_QUARTER': return say('visits.why.quarter', last);
    default: return last;
  }
}

/** The words of a reason stand on its button. */
function skipReason(code) {
  const button = [...document.querySelectorAll('form.skips button[name=reason]')].find((one) => one.value === code);
  return button?.textContent ?? snapshotReason(code);
}

const snapshotReason = (code) => (code === true ? '' : code);

export function ring(svg, done, planned) {
  const share = planned > 0 ? Math.min(100, (done * 100) / planned) : 0;
  const arc = svg.querySelector('.ring-arc');
  if (share > 0 && arc) arc.setAttribute('stroke-dasharray', Math.round(share * 100) / 100 + ' 100');
  else if (arc) arc.remove();
  svg.querySelector('text').textContent = done + '/' + planned;
  svg.setAttribute('aria-label', say('visits.today.ring', done, planned));
}

/** Words instead of a page where the phone does not know what was asked for. */
export function nothing(main, titleKey, textKey) {
  const box = document.createElement('div');
  box.className = 'empty';
  box.innerHTML = '<div><b></b><p></p></div>';
  box.querySelector('b').textContent = say(titleKey);
  box.querySelector('p').textContent = say(textKey);
  main.replaceChildren(box);
  document.querySelector('.action-bar')?.remove();
}
