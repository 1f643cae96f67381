// A household or a lodger met on the way, written down without a line: it goes to the ward along with its first visit.

import { stock } from '../stock.js';
import { fill } from '../fill.js';
import { say } from '../words.js';
import { addressOf, back, heading, householdId, nothing } from '../page.js';
import { note, read } from '../newcomers.js';

export async function show() {
  const main = document.querySelector('main');
  const known = await stock();
  const lodger = location.pathname.endsWith('/residents/new');
  const one = lodger ? known?.homes.find((home) => home.id === householdId()) : null;
  if (!known || (lodger && !one)) {
    heading(say('phone.away.title'), '');
    return void nothing(main, 'phone.no-household', 'phone.no-household.text');
  }
  const form = document.getElementById('newcomer');
  heading(say(lodger ? 'visits.newcomer.resident' : 'visits.newcomer.household'), lodger ? addressOf(one) : known.snapshot.team.name);
  if (lodger) back('/field/households/' + one.id);
  fill(form, { villages: villages(known).map(({ code, text }) => ({ village: code, text })) });
  if (lodger) ['village', 'alley', 'number'].forEach((name) => form.querySelector('#' + name)?.closest('.f').remove());
  if (lodger) form.querySelector('h2')?.remove();
  form.querySelector('[name=id]').value = crypto.randomUUID();
  form.querySelector('[name=residentId]').value = crypto.randomUUID();
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const told = read(Object.fromEntries(new FormData(form)), lodger);
    mark(form, told.problem);
    if (told.problem) return;
    const household = lodger ? { id: one.id, alley: one.alley, number: one.number, village: one.village } : told.household;
    await note(household, told.persons);
    location.assign('/field/households/' + household.id + '/visits/new');
  });
}

function villages({ snapshot, homes }) {
  const codes = [...new Set(homes.map((one) => one.village).filter(Boolean))];
  return snapshot.villages ?? codes.map((code) => ({ code, text: code }));
}

/** The same marks as the server writes. */
function mark(form, problem) {
  form.querySelectorAll('.f-error').forEach((line) => line.remove());
  form.querySelectorAll('.has-error').forEach((field) => field.classList.remove('has-error'));
  if (!problem) return;
  const input = form.querySelector('#' + problem.field);
  const line = document.createElement('p');
  line.className = 'f-error';
  line.setAttribute('role', 'alert');
  line.textContent = say(problem.key);
  input.closest('.f').classList.add('has-error');
  input.before(line);
  input.focus();
}
