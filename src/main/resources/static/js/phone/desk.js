// A help desk: who came and how many, first on the phone, then to the ward. Where the browser keeps nothing, forms are
// sent as before.

import { onChange, open, queue, uuid } from './store.js';
import { create, read, recorded } from './queue.js';
import { introduce, keep, send, wake } from './sender.js';
import { deskOf, localMoment } from './visit-form.js';
import { drop, offerUndo, takeBack } from './undo.js';
import { account, go } from './bar.js';
import { shown } from './shown.js';

const MOST_SHOWN = 20;
const MOST_TURNS = 500;
const ANSWER = 2500;
const page = document.querySelector('#desk, #desks');
const parts = document.getElementById('desk-words');
const usable = open().then(() => true, () => false);
const tasks = { open: openDesk, count, withdrawal: withdraw };

const camel = (key) => key.replace(/[-.](\w)/g, (_, letter) => letter.toUpperCase());
const say = (key, ...values) => values.reduce((text, value, i) => text.replace('#'.repeat(i + 1), value), parts.dataset[camel(key)] ?? key);

document.addEventListener('submit', (event) => {
  const form = event.target;
  const task = tasks[form.dataset.desk];
  // without the worker a desk that has not arrived yet has no page
  if (!task || (form.dataset.desk === 'open' && !navigator.serviceWorker?.controller)) return;
  event.preventDefault();
  if (form.dataset.saving) return;
  form.dataset.saving = '1';
  const button = event.submitter;
  const label = button?.querySelector('span') ?? button;
  const text = label?.textContent;
  const done = () => {
    delete form.dataset.saving;
    button?.classList.remove('is-busy');
    if (label) label.textContent = text;
  };
  // after the page's own listeners, which show the button as busy
  setTimeout(async () => {
    if (!(await usable)) return form.submit();
    await task(form).catch((failure) => complain(failure.rule ?? (failure.name === 'QuotaExceededError' ? 'full' : 'unstored')));
    done();
  });
}, true);

document.addEventListener('input', ({ target }) => { if (target.name === 'startedAt') target.form.dataset.clock = 'wall'; });

const wrong = (rule) => Object.assign(new Error(rule), { rule });

async function noted(told) {
  const me = page.dataset.account ? { id: page.dataset.account, name: page.dataset.by } : await account();
  const entry = create({ kind: 'desk', account: me?.id, by: me?.name, team: page.dataset.team, storedAt: new Date().toISOString(), ...told });
  await keep(entry);
  const token = document.querySelector('input[name=_csrf]')?.value;
  if (page.dataset.csrf && token) introduce({ account: entry.account, name: entry.by, header: page.dataset.csrf, token });
  wake();
  return entry;
}

async function openDesk(form) {
  const name = form.elements.name.value.trim();
  if (!name) throw wrong('missing');
  const at = localMoment(form.elements.startedAt.value);
  if (!at) throw wrong('moment');
  const id = form.elements.id.value.includes('-') ? form.elements.id.value : uuid();
  const desk = { id, name, topic: form.elements.topic.value || null, startedAt: at };
  const entry = await noted({ id, address: name, desk, clock: form.dataset.clock, body: { id, teamId: page.dataset.team, visitedAt: at, place: 'DESK', desk } });
  await Promise.race([send({ force: true }), new Promise((late) => setTimeout(late, ANSWER))]);
  const now = read(await queue.get(entry.id));
  if (now?.state !== 'needs') return go('/field/desk/' + id);
  await queue.delete(id);
  complain(now.problem.title);
}

async function count(form) {
  const turns = form.elements.from ? [{ topic: page.dataset.deskTopic || 'OTHER', turns: 1 }] : counted(form);
  const all = turns.reduce((sum, one) => sum + one.turns, 0);
  const id = uuid();
  const { deskId, deskName, team } = page.dataset;
  const body = { id, teamId: team, visitedAt: new Date().toISOString(), place: 'DESK', desk: deskOf(page.dataset), turns };
  const entry = await noted({ id, address: deskName, desk: { id: deskId, name: deskName }, turns: all, body });
  complain(null);
  if (!form.elements.from) form.querySelectorAll('[name^="turns."]').forEach((input) => { input.value = ''; });
  offerUndo(say('counted', all), say, () => drop(entry, say));
  send({ force: true });
}

function counted(form) {
  const turns = [...form.querySelectorAll('[name^="turns."]')].filter((input) => input.value.trim() && input.value.trim() !== '0')
    .map((input) => {
      if (!/^\d{1,9}$/.test(input.value.trim())) throw wrong('number');
      return { topic: input.name.slice(6), turns: Number(input.value) };
    });
  if (!turns.length) throw wrong('nothing');
  if (turns.some((one) => one.turns < 1 || one.turns > MOST_TURNS)) throw wrong('turns');
  return turns;
}

/** Of a line the server wrote: perhaps told by another phone. */
async function withdraw(form) {
  const { id, turns } = form.dataset;
  const known = read(await queue.get(id));
  const me = await account();
  const { deskId, deskName, team } = page.dataset;
  await takeBack(known ?? { id, kind: 'desk', account: me?.id, by: me?.name, team, address: deskName,
    desk: { id: deskId, name: deskName }, turns: Number(turns) }, say('taken-back'), say);
}

/** Says what is wrong where the server would; null says nothing is. */
function complain(rule) {
  const place = document.getElementById(page.id === 'desk' ? 'count-error' : 'desk-error');
  place.hidden = rule === null;
  place.querySelector('span').textContent = rule === null ? '' : say(rule);
  if (rule !== null) place.scrollIntoView({ block: 'center' });
}

/** The sums, and a line for everything noted on this phone that the page does not list itself. */
async function render() {
  const all = (await queue.all()).map(read).filter((entry) => entry?.desk?.id === page.dataset.deskId).sort(recorded).reverse();
  const known = (entry) => Boolean(entry?.receipt) && Date.parse(entry.receipt.receivedAt) < Date.parse(page.dataset.at);
  const left = new Map(all.filter((entry) => entry.kind === 'withdrawal' && entry.state !== 'needs').map((entry) => [entry.of, entry]));
  const told = all.filter((entry) => entry.kind === 'visit' || entry.turns);
  const sums = { persons: Number(page.dataset.persons), turns: Number(page.dataset.turns) };
  const add = (entry, sign) => { if (entry.turns) sums.turns += sign * entry.turns; else sums.persons += sign; };
  for (const entry of told) {
    const gone = left.get(entry.id);
    if (gone && known(entry) && !known(gone)) add(entry, -1);
    else if (!gone && !known(entry) && (entry.state !== 'needs') && entry.receipt?.status !== 'WITHDRAWN') add(entry, 1);
  }
  const listed = [...page.querySelectorAll('li[data-id]')];
  for (const line of listed) {
    const gone = left.get(line.dataset.id);
    line.hidden = Boolean(gone);
    if (gone && !known(gone) && !told.some((entry) => entry.id === line.dataset.id)) sums.turns -= Number(line.dataset.turns ?? 0);
  }
  Object.entries(sums).forEach(([name, sum]) => { page.querySelector('[data-sum="' + name + '"]').textContent = sum; });
  const own = told.filter((entry) => !left.has(entry.id) && entry.receipt?.status !== 'WITHDRAWN'
    && !listed.some((line) => line.dataset.id === entry.id)).slice(0, MOST_SHOWN);
  const box = document.getElementById('desk-own');
  box.hidden = !own.length;
  box.querySelector('ul').replaceChildren(...own.map(lineOf));
}

function lineOf(entry) {
  const line = parts.content.querySelector('li').cloneNode(true);
  const topic = (code) => document.querySelector('label[for="turns.' + code + '"]')?.textContent ?? code;
  const state = entry.state === 'sent' ? 'sent' : ['needs', 'held'].includes(entry.state) ? 'look' : 'waiting';
  line.querySelector('b').textContent = entry.turns
    ? (entry.body?.turns ?? []).map((one) => say('turns-of', one.turns, topic(one.topic))).join(', ') || entry.turns
    : entry.address.replace(' · ' + entry.desk.name, '');
  line.querySelector('.small').textContent = say(state);
  const use = line.querySelector('use');
  if (state === 'sent') use.setAttribute('href', use.getAttribute('href').replace('#clock', '#check'));
  if (state === 'look') use.setAttribute('href', use.getAttribute('href').replace('#clock', '#alert-triangle'));
  const edit = line.querySelector('a');
  if (entry.turns || entry.state === 'sent' || !entry.body) edit.remove();
  else edit.href = '/field/desk/' + entry.desk.id + '/people/' + entry.body.guided?.[0] + '?entry=' + entry.id;
  line.querySelector('button').addEventListener('click', () => drop(entry, say));
  return line;
}

async function start() {
  await shown;
  if (page.id !== 'desk' || !page.isConnected || !(await usable)) return;
  let soon = null;
  onChange(({ store }) => {
    if (store === 'queue') soon ??= setTimeout(() => { soon = null; render(); }, 30);
  });
  await render();
}

start();
