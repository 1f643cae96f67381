// The outbox: what waits on the phone, what needs its owner, what has arrived. All of it from the phone's own memory.

import { meta, onChange, open, queue } from '../store.js';
import { house, needsYou, noted, read, recorded, unsent } from '../queue.js';
import { send } from '../sender.js';
import { dropped } from '../undo.js';
import { account } from '../bar.js';
import { day, format, many, say, short, when, words } from '../telling.js';
import { droppedCard, heldCard, icon, lookCard, othersNotes, part, waitingCard } from '../outbox-cards.js';

const DAY = 24 * 60 * 60 * 1000;
const page = document.getElementById('outbox');
const live = document.getElementById('outbox-live');
const bar = document.getElementById('outbox-action');
const address = new URLSearchParams(location.search);
const justSent = new Set();
let me = null;
let known = '';
let retrying = false;

async function render() {
  const entries = (await queue.all()).map(read).filter(Boolean).sort(recorded).reverse();
  const line = (await meta.get('line')) ?? {};
  me = await account();
  const mine = entries.filter((entry) => !me || !entry.account || entry.account === me.id);
  const look = mine.filter(needsYou);
  const waiting = mine.filter((entry) => unsent(entry) && !look.includes(entry));
  const held = mine.filter((entry) => entry.state === 'held');
  const others = entries.filter((entry) => !mine.includes(entry) && (unsent(entry) || needsYou(entry)));
  const gone = (await dropped()).filter(({ about, entry }) => about === entry.id && (!me || !entry.account || entry.account === me.id));
  const fresh = mine.filter((entry) => entry.state === 'sent' && !entry.shown && !noted(entry));
  fresh.forEach((entry) => justSent.add(entry.id));
  const saved = mine.find((entry) => entry.id === address.get('saved') && entry.receipt);
  if (saved && location.search.includes('saved=')) history.replaceState(null, '', '/field/outbox?sent=' + (saved.of ?? saved.id));
  const now = JSON.stringify([entries.map((entry) => ({ ...entry, body: null })), line.state, me, [...justSent], gone.length, retrying]);
  if (now === known) return;
  known = now;
  const focus = live.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  live.replaceChildren(
    ...(waiting.length ? [banner(waiting, line), waitingCard(waiting, line, retrying)] : []),
    ...look.map((entry) => lookCard(entry)),
    ...held.map((entry) => heldCard(entry)),
    ...othersNotes(others),
    ...(waiting.length ? [] : doneCard(mine)),
    ...(gone.length ? [droppedCard(gone)] : []),
  );
  live.hidden = !live.children.length;
  if (focus) live.querySelector('[data-focus="' + CSS.escape(focus) + '"]')?.focus();
  head(waiting.length, look.length);
  sentToday(mine);
  tellOnce([...look, ...held]);
  page.querySelectorAll('[data-none-waiting]').forEach((text) => { text.hidden = waiting.length > 0; });
  page.querySelector('[data-none]').hidden = true;
  page.querySelector('[data-safe]').hidden = waiting.length > 0 || look.length > 0;
  bar.querySelector('[data-retry]').hidden = !waiting.length;
  bar.querySelectorAll('[data-next]').forEach((link) => { link.hidden = waiting.length > 0; });
  if (waiting.length) return;
  if (fresh.length) refresh();
  for (const entry of fresh) await queue.update(entry.id, (found) => (found ? { ...found, shown: true } : undefined));
}

/** What the phone itself says of an entry, the server's list need not say too. */
function tellOnce(entries) {
  const lines = [...page.querySelectorAll('#held-own li')];
  lines.forEach((line) => { line.hidden = entries.some((entry) => entry.id === line.dataset.id); });
  if (lines.length) lines[0].closest('section').hidden = lines.every((line) => line.hidden);
}

/** What the server reckons - how many are left, who is next - has moved on with what just arrived. */
async function refresh() {
  if (!document.getElementById('outbox-next')) return;
  try {
    const answer = await fetch('/field/outbox', { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return;
    const anew = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const next = anew.getElementById('outbox-next');
    if (!next) return;
    document.getElementById('outbox-next').replaceWith(next);
    document.querySelector('#sent-today ul').replaceWith(anew.querySelector('#sent-today ul'));
    const link = anew.querySelector('[data-next]');
    link.hidden = bar.querySelector('[data-next]').hidden;
    bar.querySelector('[data-next]').replaceWith(link);
    known = '';
    render();
  } catch {
    // what stands there is a little old
  }
}

function head(waiting, look) {
  const title = document.querySelector('.field-top h1 > span');
  const subtitle = document.querySelector('.field-top .titles');
  title.textContent = waiting || look ? say('title') : words['title-sent'];
  let text = subtitle.querySelector('p');
  if (!text) subtitle.append(text = document.createElement('p'));
  text.dataset.day ??= text.textContent || format(Date.now(), { weekday: 'long', day: '2-digit', month: '2-digit', year: 'numeric' });
  text.textContent = [waiting ? many('waiting', waiting) : '', look ? many('to-look', look) : ''].filter(Boolean).join(' · ') || text.dataset.day;
}

function banner(waiting, line) {
  const box = part('outbox-banner');
  const put = (look, mark, title, count, text) => {
    box.classList.add(look);
    box.querySelector('use').setAttribute('href', icon(mark));
    box.querySelector('h2').textContent = title;
    box.querySelector('.banner-count').textContent = count;
    box.querySelector('.banner-text').textContent = text;
  };
  const stored = many('to-send', waiting.length);
  const sending = waiting.filter((entry) => entry.state === 'sending').length;
  const old = waiting.some((entry) => Date.now() - Date.parse(entry.storedAt) > DAY);
  if (sending || retrying) {
    put('banner-send', 'cloud-upload', say('sending'), stored, say('sending.text'));
  } else if (line.state === 'LOGIN') {
    put('banner-look', 'lock', say('stored'), stored, say('login'));
    const link = box.querySelector('.btn');
    Object.assign(link, { hidden: false, href: '/field/outbox', textContent: say('login.do') });
  } else if (line.state === 'BUSY') {
    put('banner-wait', 'clock', say('stored'), stored, say('busy'));
  } else if (line.state === 'OFFLINE' || navigator.onLine === false) {
    put('banner-wait', 'cloud-off', say('stored'), stored, say(old ? 'day' : 'offline'));
  } else {
    put('banner-wait', 'cloud', say('stored'), stored, say(old ? 'day' : 'soon'));
  }
  return box;
}

/** The receipt of what arrived since one last looked, unless the page itself brought one. */
function doneCard(mine) {
  const told = document.getElementById('receipt');
  const arrived = mine.filter((entry) => justSent.has(entry.id) && entry.receipt);
  if (!arrived.length || (told && arrived.every((entry) => (entry.of ?? entry.id) === told.dataset.id))) return [];
  if (told) told.hidden = true;
  const card = part('outbox-done');
  const last = arrived.map((entry) => entry.receipt.receivedAt).filter(Boolean).sort().pop();
  const place = arrived.find((entry) => entry.place)?.place ?? words.ward;
  card.querySelector('h2').textContent = arrived.length === 1 ? say('sent.one', house(arrived[0])) : say(arrived.some((entry) => entry.desk) ? 'sent.mixed' : 'sent', arrived.length);
  card.querySelector('.second').textContent = last ? say('received', place, when(last)) : '';
  card.querySelector('ul').append(...arrived.map((entry) => {
    const row = part('outbox-done-line');
    row.querySelector('.grow').textContent = entry.address;
    row.querySelector('.second').textContent = short(entry);
    return row;
  }));
  return [card];
}

/** Adds what arrived after the page was written; all of today when the page came from the phone. */
function sentToday(mine) {
  const card = document.getElementById('sent-today');
  const list = card.querySelector('ul');
  list.querySelectorAll('[data-own]').forEach((row) => row.remove());
  const visits = mine.filter((entry) => (entry.kind === 'visit' || entry.turns) && entry.receipt && entry.state === 'sent'
    && day(entry.receipt.receivedAt ?? entry.storedAt) === day(Date.now()) && !list.querySelector('[data-id="' + entry.id + '"]'));
  list.prepend(...visits.map((entry) => {
    const row = part('outbox-sent-line');
    row.dataset.own = row.dataset.id = entry.id;
    row.querySelector('a').href = entry.turns ? '/field/desk/' + entry.desk.id + '?count=true' : '/field/visits/' + entry.id;
    row.querySelector('b').textContent = entry.address;
    row.querySelector('.t-near').hidden = entry.receipt.status !== 'NEEDS_ATTENTION';
    row.querySelector('.second').textContent = short(entry);
    return row;
  }));
  for (const entry of mine) {
    const line = entry.receipt?.receivedAt && list.querySelector('[data-id="' + entry.id + '"] .grow');
    if (!line || line.querySelector('.received')) continue;
    line.append(Object.assign(document.createElement('span'), { className: 'small muted received', textContent: say('received-at', when(entry.receipt.receivedAt)) }));
  }
  const number = list.children.length;
  const total = card.querySelector('[data-total]');
  total.textContent = number ? total.dataset.total.replace('#', number) : '';
  const empty = card.querySelector('p');
  if (empty) empty.hidden = number > 0;
}

async function retry() {
  retrying = true;
  const button = bar.querySelector('[data-retry]');
  const label = button.querySelector('span');
  const text = label.textContent;
  label.textContent = button.dataset.busyText;
  await render();
  await send({ force: 'person' });
  retrying = false;
  label.textContent = text;
  await render();
}

async function start() {
  try {
    await open();
  } catch {
    return; // the page as the server wrote it says so
  }
  let soon = null;
  onChange(({ store, ids }) => {
    if (store !== 'queue' && !ids.includes('line') && !ids.includes('dropped')) return;
    soon ??= setTimeout(() => { soon = null; render(); }, store === 'queue' && live.querySelectorAll('.told').length > 20 ? 500 : 30);
  });
  bar.querySelector('[data-retry]').addEventListener('click', retry);
  addEventListener('online', render);
  addEventListener('offline', render);
  const sent = document.getElementById('receipt')?.dataset.id;
  if (sent) await queue.update(sent, (found) => (found && !found.shown ? { ...found, shown: true } : undefined));
  await render();
  // what the ward decided meanwhile
  if (live.querySelector('.held, .needs')) send({ force: 'person' });
}

start();
