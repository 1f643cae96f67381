// The desks of today, without a line.

import { stock } from '../stock.js';
import { fill } from '../fill.js';
import { say } from '../words.js';
import * as text from '../text.js';
import { heading, nothing } from '../page.js';
import { desksOf } from '../desks.js';

export async function show() {
  const main = document.querySelector('main');
  const known = await stock();
  if (!known) return void nothing(main, 'phone.nothing', 'phone.nothing.text');
  const { snapshot, entries, round } = known;
  heading(null, snapshot.team.name);
  Object.assign(main.dataset, { team: snapshot.team.id, account: snapshot.account.id, by: snapshot.account.name });
  const lines = desksOf(snapshot, entries, round.today);
  fill(main, { lines: lines.map((desk) => ({ desk, name: desk.name, note: say('paper.desk.line', text.day(desk.at), desk.persons, desk.turns) })) },
    { lines: (line, { desk }) => line.querySelector('a').setAttribute('href', '/field/desk/' + desk.id) });
  if (!lines.length) main.querySelector('#desk-list').remove();
  const form = main.querySelector('form');
  form.elements.id.value = crypto.randomUUID();
  form.elements.startedAt.value = text.wall(new Date()).slice(0, 16);
  delete form.dataset.clock;
}
