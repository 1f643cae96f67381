// What the settings page can do with a script: type at once, installing, what is kept here, the PIN, leaving with care.

import { meta, queue } from '../store.js';
import { unsent } from '../queue.js';
import { send } from '../sender.js';
import { icon, make } from '../fill.js';
import { lang, say } from '../words.js';
import * as looks from '../looks.js';
import * as pin from '../pin.js';
import { browser, onOffer } from '../install.js';
import { installButton, steps, copyLink, way } from '../notes.js';
import { signOut, waiting } from '../leave.js';
import { moment } from '../text.js';

export async function show({ online = false } = {}) {
  type();
  installing();
  await storage();
  await pinPart();
  await leaving(online);
}

function type() {
  const form = document.querySelector('form#type');
  const chosen = looks.cookie('tn-type') || 'normal';
  form.querySelectorAll('[name=size]').forEach((radio) => { radio.checked = radio.value === chosen; });
  form.querySelector('button').hidden = true;
  form.addEventListener('change', (event) => looks.choose(event.target.value));
  form.addEventListener('submit', (event) => event.preventDefault());
}

function installing() {
  const box = section('install');
  const here = browser();
  if (here.insecure) return void box.append(make('p', {}, say('phone.insecure')), make('p', { class: 'second' }, say('phone.insecure.text')));
  if (here.standalone) return void box.append(line('check', say('phone.install.done')));
  if (here.app) box.append(make('p', {}, say('phone.in-app.' + here.app)), steps(way(here)), copyLink());
  else box.append(make('p', {}, say('phone.install.text')), steps(way(here)));
  const button = installButton();
  box.append(button);
  onOffer((ready) => { button.hidden = !ready; });
}

export async function storage() {
  const box = section('storage');
  const [snapshot, entries, worker] = await Promise.all([meta.get('snapshot'), queue.all(),
    navigator.serviceWorker?.getRegistration('/field')]);
  const left = entries.filter(unsent).length;
  box.append(
    worker?.active ? line('check', say('phone.storage.pages')) : line('circle', say('phone.storage.no-pages')),
    snapshot ? line('check', say('phone.storage.list', snapshot.order.length, moment(snapshot.at))) : line('circle', say('phone.storage.no-list')),
    line(left ? 'clock' : 'check', left ? say('phone.storage.waiting', left) : say('phone.storage.none-waiting')),
  );
  const kept = await navigator.storage?.persisted?.();
  if (kept !== undefined) box.append(line(kept ? 'check' : 'info-circle', say(kept ? 'phone.storage.kept' : 'phone.storage.may-go')));
  const { usage } = (await navigator.storage?.estimate?.()) ?? {};
  if (usage) {
    const size = (usage / 1_048_576).toLocaleString(lang() === 'en' ? 'en' : 'vi', { maximumFractionDigits: 1 });
    box.append(make('p', { class: 'small muted' }, say('phone.storage.size', size)));
  }
  if (snapshot) box.append(make('p', { class: 'small muted' }, say('phone.storage.idle', snapshot.idleDays ?? 14)));
}

async function pinPart() {
  if (!window.isSecureContext || !crypto.subtle) return;
  const box = document.getElementById('pin');
  const form = document.getElementById('pin-form');
  const [old, fresh] = [form.querySelector('[data-old]'), form.querySelector('[data-new]')];
  const remove = form.querySelector('[data-remove]');
  const state = box.querySelector('[data-state]');
  box.hidden = false;
  const draw = async (words) => {
    const on = await pin.isSet();
    state.textContent = words ?? say(on ? 'phone.pin.on' : 'phone.pin.off');
    old.hidden = !on;
    remove.hidden = !on;
    form.reset();
    [old, fresh].forEach((field) => trouble(field, null));
  };
  const known = async () => {
    if (!(await pin.isSet())) return true;
    const left = await pin.unlock(old.querySelector('input').value);
    if (left === Infinity) return true;
    if (left === 0) location.reload();
    trouble(old, say('phone.pin.wrong', left));
    return false;
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const chosen = fresh.querySelector('input').value;
    trouble(fresh, pin.valid(chosen) ? null : say('phone.pin.digits'));
    if (!pin.valid(chosen) || !(await known())) return;
    await pin.set(chosen);
    await draw(say('phone.pin.saved'));
  });
  remove.addEventListener('click', async () => {
    if (!(await known())) return;
    await pin.remove();
    await draw(say('phone.pin.removed'));
  });
  await draw();
}

function trouble(field, words) {
  const error = field.querySelector('.f-error');
  error.textContent = words ?? '';
  error.hidden = !words;
  field.classList.toggle('has-error', Boolean(words));
}

/** Nothing unsent is left behind without a choice. */
async function leaving(online) {
  const form = document.getElementById('logout');
  const dialog = document.getElementById('unsent');
  const snapshot = await meta.get('snapshot');
  if (!online && snapshot) {
    document.querySelector('#leave p').textContent = say('phone.settings.who', snapshot.account.name, snapshot.team.name);
  }
  const complain = dialog.querySelector('[data-trouble]');
  const leave = async () => {
    if (!(await signOut())) location.reload();
  };
  const ask = (left, words) => {
    dialog.querySelector('[data-title]').textContent = say('phone.leave.title', left);
    complain.textContent = words ?? '';
    complain.hidden = !words;
    if (!dialog.open) dialog.showModal();
  };
  const begin = async () => {
    const left = await waiting();
    if (left) ask(left);
    else leave();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    begin();
  });
  // from wherever else one signs out
  if (location.search === '?leave') begin();
  dialog.querySelector('[data-send]').addEventListener('click', async (event) => {
    event.target.disabled = true;
    await send({ force: 'person' });
    event.target.disabled = false;
    const left = await waiting();
    if (left) ask(left, say('phone.leave.unsent', left));
    else leave();
  });
  dialog.querySelector('[data-keep]').addEventListener('click', ({ target }) => {
    target.disabled = true;
    target.textContent = say('phone.leave.ending');
    leave();
  });
}

function section(id) {
  const box = document.getElementById(id);
  box.hidden = false;
  const body = box.querySelector('[data-body]');
  body.replaceChildren();
  return body;
}

function line(picture, words) {
  return make('p', { class: 'kept-line' }, icon(picture), make('span', {}, words));
}
