// Words above a page about this browser and this phone: what will not work here, and what to do about it.

import { meta, queue } from './store.js';
import { unsent } from './queue.js';
import { icon, make } from './fill.js';
import { say } from './words.js';
import { day, dayOf, time } from './text.js';
import { browser, install, onOffer } from './install.js';

const DAY = 86_400_000;
const LATER = 'tn-later';
const STEPS = 3;

export async function notes({ memory, shell }) {
  const box = document.getElementById('notes');
  if (!box) return;
  if (memory && shell) above(await listed());
  const found = [memory ? await old() : null, quiet() ? null : await about(memory)].filter(Boolean);
  box.replaceChildren(...found);
  box.hidden = !found.length;
}

/** Under the bar of what waits. */
function above(line) {
  document.querySelector('.list-of')?.remove();
  if (!line) return;
  line.classList.add('list-of');
  document.getElementById('main').before(line);
}

/** On a page filled here: of when the list is. */
async function listed() {
  const snapshot = await meta.get('snapshot');
  if (!snapshot) return null;
  const today = dayOf(snapshot.at) === dayOf(new Date());
  return make('p', { class: 'sync sync-wait', role: 'status' }, icon('cloud-off'),
    make('span', {}, today ? say('phone.list', time(snapshot.at)) : say('phone.list.day', time(snapshot.at), day(snapshot.at))));
}

/** On every page: something recorded here has not reached the ward for a day. */
async function old() {
  const waiting = (await queue.all()).filter(unsent);
  const oldest = Math.min(...waiting.map((entry) => Date.parse(entry.storedAt)));
  if (!(Date.now() - oldest > DAY)) return null;
  const line = await meta.get('line');
  const todo = line?.state === 'LOGIN' ? 'phone.old.login' : 'phone.old.text';
  return callout('c-bad', 'alert-triangle', say('phone.old', waiting.length), make('p', {}, say(todo)),
    make('p', {}, make('a', { href: '/field/outbox' }, say('phone.old.see'))));
}

/** On the day's page alone, until put off: where these pages belong. */
async function about(memory) {
  if (location.pathname !== '/field') return null;
  const here = browser();
  if (here.insecure) return callout('c-info', 'cloud-off', say('phone.insecure'), make('p', {}, say('phone.insecure.text')));
  if (here.app) return callout('', 'external-link', say('phone.in-app.' + here.app), steps(way(here)), copyLink(), later());
  if (here.evicts) return callout('', 'device-mobile', say('phone.evicts'), steps('ios'), later());
  if (!memory) return callout('c-bad', 'alert-triangle', say('phone.no-memory'), make('p', {}, say('phone.no-memory.text')));
  return here.standalone ? null : offering();
}

/** The way out of an in-app browser goes by the system; the way onto the screen is the next step of it. */
export function way({ app, system }) {
  if (app) return 'in-app.' + (system === 'ios' ? 'ios' : 'android');
  return system === 'ios' ? 'ios' : 'android';
}

export function steps(which) {
  const list = make('ol', { class: 'numbered' });
  for (let step = 1; step <= STEPS; step++) list.append(make('li', {}, say('phone.steps.' + which + '.' + step)));
  return list;
}

/** Only where the browser itself offers it. */
function offering() {
  const box = callout('c-info', 'download', say('phone.offer.text'), make('div', { class: 'row' }, installButton('phone.install.short'), later()));
  box.hidden = true;
  onOffer((ready) => { box.hidden = !ready; });
  return box;
}

export function installButton(words = 'phone.install.do') {
  const button = make('button', { type: 'button', class: 'btn btn-2 btn-s' }, make('span', {}, say(words)));
  button.addEventListener('click', install);
  return button;
}

export function copyLink() {
  const button = make('button', { type: 'button', class: 'btn btn-2 btn-wide' }, icon('copy'), make('span', {}, say('phone.copy')));
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(location.origin + '/field');
      button.querySelector('span').textContent = say('phone.copied');
    } catch {
      button.replaceWith(make('p', { class: 'second' }, location.origin + '/field'));
    }
  });
  return button;
}

function later() {
  const button = make('button', { type: 'button', class: 'link' }, say('phone.later'));
  button.addEventListener('click', () => {
    localStorage.setItem(LATER, String(Date.now() + 7 * DAY));
    button.closest('.callout').remove();
  });
  return button;
}

function quiet() {
  return Number(localStorage.getItem(LATER) ?? 0) > Date.now();
}

function callout(kind, picture, title, ...inside) {
  return make('div', { class: ('callout ' + kind).trim() }, icon(picture), make('div', { class: 'stack-s' }, make('h2', {}, title), ...inside));
}
