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
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(typed), redirect: 'manual', signal: patience.signal,
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
