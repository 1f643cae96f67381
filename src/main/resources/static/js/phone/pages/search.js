// Looking for a household without a line: by name, number or alley, words in any order, without diacritics, as one types.

import { stock } from '../stock.js';
import { fill } from '../fill.js';
import { say } from '../words.js';
import { fold, matches } from '../text.js';
import { addressOf, dressHouse, heading, lastNote, named, nothing } from '../page.js';

const MOST = 30;

export async function show() {
  const main = document.querySelector('main');
  const known = await stock();
  if (!known) {
    heading(null, '');
    return void nothing(main, 'phone.nothing', 'phone.nothing.text');
  }
  heading(null, known.snapshot.team.name);
  const list = main.querySelector('ul.rows');
  const prototype = list.cloneNode(true);
  const input = main.querySelector('input[name=q]');
  const places = known.homes.map((home) => ({ home, words: fold([home.alley, home.number, addressOf(home), home.label,
    ...home.persons.map((person) => person.name)].filter(Boolean).join(' ')) }));
  const status = document.createElement('div');
  status.setAttribute('role', 'status');
  list.before(status);

  const search = () => {
    const typed = input.value.trim();
    const found = typed ? places.filter(({ words }) => matches(words, typed)).slice(0, MOST).map(({ home }) => home) : [];
    const filled = fill(prototype.cloneNode(true), { found: found.map((home) => ({ home, id: home.id, name: named(home),
      note: lastNote(home, known.round.today), address: addressOf(home) })) },
    { found: (line, { home }) => dressHouse(line.querySelector('.house'), home) });
    filled.hidden = !found.length;
    main.querySelector('ul.rows').replaceWith(filled);
    status.replaceChildren();
    if (typed && !found.length) empty(status, typed);
  };

  input.value = new URLSearchParams(location.search).get('q') ?? '';
  input.addEventListener('input', search);
  input.form.addEventListener('submit', (event) => {
    event.preventDefault();
    history.replaceState(null, '', '/field/search?' + new URLSearchParams({ q: input.value }));
    search();
  });
  search();
}

function empty(status, typed) {
  const box = document.createElement('div');
  nothing(box, 'visits.search.none', 'visits.search.none.text');
  box.querySelector('b').textContent = say('visits.search.none', typed);
  status.replaceChildren(box);
}
