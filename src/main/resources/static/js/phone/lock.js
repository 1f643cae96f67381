// Asks for the PIN over the page. What was recorded is sent all the same.

import { icon, make } from './fill.js';
import { load, say } from './words.js';
import { wipe } from './stock.js';
import { meta, onChange } from './store.js';
import { unlock as show } from './looks.js';
import * as pin from './pin.js';
import { LEFT, finish, waiting } from './leave.js';

const LOOK = 20_000;

/** Resolves once the page may be seen. */
export async function guard() {
  if ((await meta.get('forgotten')) || (await pin.locked())) await ask();
  show();
  if (!(await pin.isSet())) return;
  for (const event of ['pointerdown', 'keydown', 'scroll']) addEventListener(event, pin.touch, { passive: true });
  const look = async () => {
    if (!document.querySelector('dialog.lock') && (await pin.locked())) await ask();
  };
  setInterval(look, LOOK);
  document.addEventListener('visibilitychange', look);
}

async function ask() {
  await load().catch(() => null);
  const { dialog, input, trouble, form, forgot } = build();
  document.body.append(dialog);
  dialog.addEventListener('cancel', (event) => event.preventDefault());
  dialog.showModal();
  if (await meta.get('forgotten')) return leaveOnly(dialog);
  input.focus();
  await new Promise((done) => {
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      if (!pin.valid(input.value)) return void tell(trouble, input, say('phone.pin.digits'));
      const left = await pin.unlock(input.value);
      if (left === Infinity) return void done();
      if (left > 0) return void tell(trouble, input, say('phone.pin.wrong', left));
      await forget(dialog, 'phone.pin.wiped');
    });
    forgot.addEventListener('click', () => forget(dialog, 'phone.pin.forgotten'));
  });
  dialog.remove();
}

function build() {
  const input = make('input', { class: 'in num', id: 'pin-ask', type: 'password', inputmode: 'numeric', maxlength: '6', autocomplete: 'off' });
  const trouble = make('p', { class: 'f-error', role: 'alert', hidden: true });
  const forgot = make('button', { type: 'button', class: 'link' }, say('phone.pin.forgot'));
  const form = make('form', { class: 'stack-s', novalidate: true },
    make('div', { class: 'f' }, make('label', { class: 'f-label', for: 'pin-ask' }, say('phone.pin.ask')), trouble, input),
    make('button', { class: 'btn btn-wide', type: 'submit' }, make('span', {}, say('phone.pin.open'))), forgot);
  const dialog = make('dialog', { class: 'dialog lock', 'aria-labelledby': 'pin-title' },
    make('h2', { id: 'pin-title' }, icon('lock'), ' ', say('phone.pin.locked')), form);
  return { dialog, input, trouble, form, forgot };
}

function tell(trouble, input, words) {
  trouble.textContent = words;
  trouble.hidden = false;
  input.value = '';
  input.focus();
}

/** The alleys are gone, the queue stays; only a new login opens the phone again. */
async function forget(dialog, words) {
  await wipe();
  await meta.set('forgotten', words);
  leaveOnly(dialog);
}

async function leaveOnly(dialog) {
  const words = await meta.get('forgotten');
  const trouble = make('p', { class: 't-bad', role: 'status', hidden: true });
  const button = make('button', { type: 'button', class: 'btn btn-wide' }, make('span', {}, say('phone.pin.login')));
  const keep = make('button', { type: 'button', class: 'btn btn-2 btn-wide', hidden: true }, make('span', {}, say('phone.leave.keep')));
  const go = async (how, asked) => {
    const left = await finish(how);
    if (left === true) return;
    // nothing is left behind unsaid: either it goes after all, or whoever stands here leaves it for the next login
    keep.hidden = left === false;
    trouble.textContent = left === false ? say('phone.pin.offline') : say('phone.leave.unsent', left);
    trouble.hidden = left === false && !asked;
  };
  button.addEventListener('click', () => go({}, true));
  keep.addEventListener('click', () => go({ anyway: true }, true));
  dialog.replaceChildren(make('h2', { id: 'pin-title' }, say(words)), make('p', {}, say('phone.pin.kept')), trouble, button, keep);
  if (words === LEFT) {
    addEventListener('online', () => go());
    // what the sender still gets through later ends the matter
    onChange(({ store }) => { if (store === 'queue' && !keep.hidden) gone(go); });
    go();
  }
  return new Promise(() => {});
}

async function gone(go) {
  if (!(await waiting())) await go();
}
