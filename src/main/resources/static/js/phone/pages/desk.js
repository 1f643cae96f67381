// One desk, without a line: the counting half, and looking for people among those of the team's own area.

import { stock } from '../stock.js';
import { fill } from '../fill.js';
import { say } from '../words.js';
import * as text from '../text.js';
import { addressOf, heading, nothing } from '../page.js';
import { desksOf } from '../desks.js';

const MOST = 12;

export async function show() {
  const main = document.querySelector('main');
  const known = await stock();
  const id = location.pathname.split('/')[3];
  const desk = known && desksOf(known.snapshot, known.entries, known.round.today).find((one) => one.id === id);
  if (!desk) {
    heading(say('paper.desk'), '');
    return void nothing(main, 'paper.desk.unknown', 'paper.desk.unknown.text');
  }
  const { snapshot, homes } = known;
  heading(desk.name, say('paper.desk.since', text.day(desk.at), text.time(desk.at), snapshot.team.name));
  Object.assign(main.dataset, { deskId: id, deskName: desk.name, deskTopic: desk.topic ?? '', deskAt: desk.at, team: snapshot.team.id,
    persons: desk.persons, turns: desk.turns, at: snapshot.at, account: snapshot.account.id, by: snapshot.account.name });
  const list = main.querySelector('#desk-found');
  const prototype = list.cloneNode(true);
  list.hidden = true;
  fill(main, { id, found: [] });
  halves(id, new URLSearchParams(location.search).get('count') === 'true');
  first(main, desk.topic);
  const people = homes.flatMap((home) => home.persons.map((person) => ({ home, person,
    words: text.fold([person.name, person.birthYear, home.alley, home.number, addressOf(home)].filter(Boolean).join(' ')) })));
  look(main, people, prototype, id);
}

/** By name, or counted; the phone has both on one page. */
function halves(id, counting) {
  document.querySelectorAll('[data-half]').forEach((part) => { part.hidden = (part.dataset.half === 'count') !== counting; });
  const [names, count] = document.querySelectorAll('nav.seg a');
  for (const [link, here, address] of [[names, !counting, ''], [count, counting, '?count=true']]) {
    link.href = '/field/desk/' + id + address;
    if (here) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** What most come for stands on top. */
function first(main, topic) {
  const row = topic && document.getElementById('turns.' + topic)?.closest('.desk-count');
  if (!row) return;
  row.classList.add('is-first');
  main.querySelector('#count-form .rows').prepend(row);
}

function look(main, people, prototype, id) {
  const input = main.querySelector('#q');
  const none = main.querySelector('#desk-none');
  const search = () => {
    const typed = input.value.trim();
    const found = typed ? people.filter(({ words }) => text.matches(words, typed)).slice(0, MOST) : [];
    const list = fill(prototype.cloneNode(true), { found: found.map(({ home, person }) => ({ person, title: name(person), note: addressOf(home) })) },
      { found: (line, { person }) => line.querySelector('a').setAttribute('href', '/field/desk/' + id + '/people/' + person.id) });
    list.hidden = !found.length;
    main.querySelector('#desk-found').replaceWith(list);
    none.hidden = !typed || found.length > 0;
    none.querySelector('span').textContent = say('paper.desk.none', typed);
  };
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  input.addEventListener('input', search);
  input.form.addEventListener('submit', (event) => { event.preventDefault(); search(); });
  search();
}

const name = (person) => [person.name ?? say('visits.person.unnamed'), person.birthYear].filter(Boolean).join(' · ');
