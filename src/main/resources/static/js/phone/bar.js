// How the queue stands, on every phone page: the counter in the bottom bar and the line under the top bar.

import { meta, onChange, open, queue } from './store.js';
import { needsYou, read, unsent } from './queue.js';
import { watch } from './sender.js';

const TOAST = 'phone-toast';
const CALM = 4000;
const parts = document.getElementById('sync-parts');
const bar = document.getElementById('sync');
const counter = document.getElementById('outbox-count');
const inOutbox = location.pathname.startsWith('/field/outbox');
let unsentBefore = 0;

/** Who is signed in on this phone, as far as it knows: `{id, name}`. */
export async function account() {
  const own = document.querySelector('[data-account]')?.dataset;
  if (own?.account) return { id: own.account, name: own.by ?? '' };
  const snapshot = await meta.get('snapshot');
  if (snapshot?.account) return snapshot.account;
  const session = await meta.get('session');
  return session ? { id: session.account, name: session.name } : null;
}

export function go(address) {
  location.assign(address);
}

/** Says something on the next page. */
export function toast(text) {
  try { sessionStorage.setItem(TOAST, text); } catch { /* a toast is no loss */ }
}

export function count(words, key, number) {
  return String(words[number === 1 && words[key + 'One'] ? key + 'One' : key] ?? '').replace('#', number);
}

function showToast() {
  let text = null;
  try {
    text = sessionStorage.getItem(TOAST);
    sessionStorage.removeItem(TOAST);
  } catch { return; }
  const place = document.getElementById('flash');
  if (!text || !place) return;
  const flash = parts.content.querySelector('.flash').cloneNode(true);
  flash.querySelector('span').textContent = text;
  place.append(flash);
  setTimeout(() => flash.remove(), 10_000);
}

async function show() {
  const entries = (await queue.all()).map(read).filter(Boolean);
  const line = (await meta.get('line')) ?? {};
  const me = await account();
  const look = entries.filter(needsYou);
  const waiting = entries.filter((entry) => unsent(entry) && !look.includes(entry));
  counter?.replaceChildren(waiting.length + look.length ? String(waiting.length + look.length) : '');
  if (!bar || inOutbox) return;
  const words = parts.dataset;
  const mine = waiting.filter((entry) => !me || entry.account === me.id);
  if (waiting.some((entry) => entry.state === 'sending')) say('send', words.sending);
  else if (mine.length && line.state === 'LOGIN') say('look', words.login.replace('#', mine.length));
  else if (mine.length) say('wait', count(words, 'waiting', mine.length));
  else if (look.length) say('look', count(words, 'look', look.length));
  else if (waiting.length) say('wait', words.other.replace('#', waiting.length));
  else if (unsentBefore) calm(words.sent);
  else if (!bar.querySelector('.sync-sent')) bar.hidden = true;
  unsentBefore = waiting.length;
}

function say(state, text) {
  const known = bar.querySelector('.sync-' + state);
  if (known?.querySelector('span').textContent === text) return;
  const next = parts.content.querySelector('.sync-' + state).cloneNode(true);
  next.querySelector('span').textContent = text;
  bar.replaceChildren(next);
  bar.hidden = false;
}

function calm(text) {
  say('sent', text);
  setTimeout(() => {
    if (!bar.querySelector('.sync-sent')) return;
    bar.replaceChildren();
    bar.hidden = true;
  }, CALM);
}

async function start() {
  showToast();
  try {
    await open();
  } catch {
    return; // nothing is kept here: pages work as they come
  }
  let soon = null;
  onChange(({ store, ids }) => {
    if (store !== 'queue' && !ids.includes('line')) return;
    soon ??= setTimeout(() => { soon = null; show(); }, 150);
  });
  await show();
  await watch();
}

start();
