// Adding a household or a lodger while there is a line: when it fails midway, what was typed is kept on the phone and goes
// to the ward along with the visit. The ids are the form's own, so what did arrive is added once all the same.

import { open } from '/js/phone/store.js';
import { note, read } from '/js/phone/newcomers.js';
import { go } from '/js/phone/bar.js';

const PATIENCE = 10_000;
const usable = open().then(() => true, () => false);

document.addEventListener('submit', (event) => {
  const form = event.target;
  // without the worker there is no page to go on with; a page of the phone's own takes care of itself and lacks this script
  // a field of this form is named id too
  if (!form.matches('#newcomer') || !form.querySelector('[name=_csrf]') || !navigator.serviceWorker?.controller) return;
  event.preventDefault();
  if (form.dataset.saving) return;
  form.dataset.saving = '1';
  setTimeout(() => add(form).finally(() => { delete form.dataset.saving; }));
}, true);

async function add(form) {
  const typed = Object.fromEntries(new FormData(form));
  const lodger = /\/households\/([^/]+)\/residents/.exec(form.getAttribute('action'))?.[1] ?? null;
  const next = '/field/households/' + (lodger ?? typed.id) + '/visits/new';
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual', signal: patience.signal,
      headers: { 'X-Requested-With': 'tungnha' } });
    // stored, or led to the login page: which of the two is not told
    if (answer.status === 422) return show(form, await answer.text());
  } catch {
    // no line, or it was lost on the way
  } finally {
    clearTimeout(timer);
  }
  const told = read(typed, Boolean(lodger));
  if (told.problem || !(await usable)) return form.submit();
  await note(lodger ? { id: lodger } : told.household, told.persons);
  return go(next);
}

/** The server's answer to a form that is wrong, in place of the form. */
function show(form, page) {
  const anew = new DOMParser().parseFromString(page, 'text/html').getElementById('newcomer');
  if (!anew) return form.submit();
  form.replaceWith(anew);
  return anew.querySelector('[data-focus]')?.focus();
}

let waiting;
let asking;

// while there is a line: who may be in the register already; nothing is stored, and without an answer nothing changes
document.addEventListener('input', (event) => {
  const form = event.target.closest('#newcomer');
  if (!form || !['name', 'birthYear', 'phone'].includes(event.target.name)) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => alike(form), 500);
});

async function alike(form) {
  const box = form.querySelector('#alike-box');
  const typed = new URLSearchParams(new FormData(form));
  const home = /\/households\/([^/]+)\/residents/.exec(form.getAttribute('action'))?.[1];
  if (home) typed.set('household', home);
  typed.set('at', '/field/households/');
  asking?.abort();
  const mine = asking = new AbortController();
  try {
    const answer = await fetch('/residents/alike', { method: 'POST', body: typed, signal: mine.signal, headers: { 'X-Requested-With': 'tungnha' } });
    const page = answer.ok && !answer.redirected && await answer.text();
    if (box && page && mine === asking) box.innerHTML = page;
  } catch {
    // no line, or typed on
  }
}
