// What waits on this phone, laid over a page the server made without knowing of it.

import { icon, make } from './fill.js';
import { say } from './words.js';
import { time } from './text.js';
import { householdId } from './page.js';
import { refresh } from './stock.js';

export async function show({ homes, entries }) {
  const waiting = homes.filter((one) => one.waiting);
  if (!waiting.length) return;
  if (location.pathname === '/field') return today();
  for (const one of waiting) mark(one);
  const here = waiting.find((one) => one.id === householdId());
  if (here) tell(here, entries);
}

/** Ring, counts, strips and the next household all change: the page is filled again from here. */
async function today() {
  await refresh();
  const answer = await fetch('/field/shell/today').catch(() => null);
  if (!answer?.ok) return;
  const shell = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
  const before = document.querySelector('main');
  const token = before.querySelector('input[name=_csrf]');
  const switcher = before.querySelector('nav.seg[data-teams]');
  before.replaceWith(shell);
  await (await import('./pages/today.js')).show();
  if (switcher) document.querySelector('main').prepend(switcher);
  if (token) document.querySelectorAll('main form[method=post]').forEach((form) => form.append(token.cloneNode()));
}

function mark(one) {
  for (const link of document.querySelectorAll('main a[href*="/households/' + one.id + '"]')) {
    const house = link.querySelector('.house');
    if (!house || house.classList.contains('h-wait')) continue;
    house.classList.add('h-wait');
    house.append(make('span', { class: 'vh' }, say('shell.house.waiting')));
  }
}

function tell(one, entries) {
  const last = entries.filter((entry) => entry.householdId === one.id && entry.state !== 'sent').at(-1);
  const at = last?.body?.visitedAt ?? last?.storedAt;
  if (!at) return;
  document.querySelector('main').prepend(make('div', { class: 'callout' }, icon('clock'), make('div', {}, say('phone.waiting.here', time(at)))));
}
