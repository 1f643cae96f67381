// The outbox: what waits on the phone, what needs its owner, what has arrived. All of it from the phone's own memory.

import { meta, onChange, open, queue, uuid } from '../store.js';
import { apply, create, mayHaveArrived, needsYou, noted, read, recorded, unsent } from '../queue.js';
import { keep, send } from '../sender.js';
import { account } from '../bar.js';

const UNDO = 10_000;
const DAY = 24 * 60 * 60 * 1000;
const page = document.getElementById('outbox');
const live = document.getElementById('outbox-live');
const words = Object.fromEntries([...document.getElementById('outbox-words').content.querySelectorAll('data')]
  .map((one) => [one.value, one.textContent]));
const address = new URLSearchParams(location.search);
const justSent = new Set();
const opened = new Set();
let me = null;
let known = '';
let retrying = false;

const part = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
const icon = (name) => page.dataset.sprite + '#' + name;
const say = (key, ...values) => values.reduce((text, value, i) => text.replaceAll(i === 0 ? /(?<!#)#(?!#)/g : /##/g, () => String(value)), words[key] ?? key);
const many = (key, number) => say(number === 1 && words[key + '.one'] ? key + '.one' : key, number);
const clock = (at) => new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(at));
const day = (at) => new Intl.DateTimeFormat('vi-VN', { day: '2-digit', month: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(at));
const house = (entry) => entry.address.split(' ')[0] || entry.address;

function when(at) {
  if (!at || Number.isNaN(Date.parse(at))) return '';
  return day(at) === day(Date.now()) ? clock(at) : day(at) + ' ' + clock(at);
}

function what(entry) {
  if (entry.kind === 'withdrawal') return say('withdrawal');
  const told = (words[entry.outcome] ?? '') + (entry.accounts ? ' · ' + many('accounts', entry.accounts) : '');
  return entry.kind === 'correction' ? say('correction', told) : told;
}

async function render() {
  const entries = (await queue.all()).map(read).filter(Boolean).sort(recorded).reverse();
  const line = (await meta.get('line')) ?? {};
  me = await account();
  const mine = entries.filter((entry) => !me || !entry.account || entry.account === me.id);
  const waiting = mine.filter(unsent);
  const look = mine.filter(needsYou);
  const held = mine.filter((entry) => entry.state === 'held');
  const others = entries.filter((entry) => !mine.includes(entry) && (unsent(entry) || needsYou(entry)));
  const fresh = mine.filter((entry) => entry.state === 'sent' && !entry.shown && !noted(entry));
  fresh.forEach((entry) => justSent.add(entry.id));
  const saved = mine.find((entry) => entry.id === address.get('saved') && entry.receipt);
  if (saved && location.search.includes('saved=')) history.replaceState(null, '', '/field/outbox?sent=' + (saved.of ?? saved.id));
  const now = JSON.stringify([entries.map((entry) => ({ ...entry, body: null })), line.state, me, [...justSent], retrying]);
  if (now === known) return;
  known = now;
  const focus = live.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  live.replaceChildren(
    ...(waiting.length ? [banner(waiting, line), waitingCard(waiting, line)] : []),
    ...look.map((entry) => lookCard(entry, mine)),
    ...held.map((entry) => heldCard(entry)),
    ...othersNotes(others),
    ...(waiting.length ? [] : doneCard(mine)),
  );
  live.hidden = !live.children.length;
  if (focus) live.querySelector('[data-focus="' + CSS.escape(focus) + '"]')?.focus();
  head(waiting.length, look.length);
  sentToday(mine);
  page.querySelectorAll('[data-none-waiting]').forEach((text) => { text.hidden = waiting.length > 0; });
  page.querySelector('[data-none]').hidden = true;
  page.querySelector('[data-safe]').hidden = waiting.length > 0 || look.length > 0;
  page.querySelector('[data-retry]').hidden = !waiting.length;
  page.querySelectorAll('[data-next]').forEach((link) => { link.hidden = waiting.length > 0; });
  if (fresh.length) refresh();
  for (const entry of fresh) await queue.update(entry.id, (found) => (found ? { ...found, shown: true } : undefined));
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
    link.hidden = page.querySelector('[data-next]').hidden;
    page.querySelector('[data-next]').replaceWith(link);
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
  text.dataset.day ??= text.textContent || new Intl.DateTimeFormat('vi-VN', { weekday: 'long', day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
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

function waitingCard(waiting, line) {
  const card = part('outbox-waiting');
  const why = waiting.some((entry) => entry.state === 'sending') || retrying ? 'sending'
    : { LOGIN: 'login', BUSY: 'busy', OFFLINE: 'line' }[line.state] ?? (navigator.onLine === false ? 'line' : 'soon');
  card.querySelector('.why b').textContent = say('why.' + why);
  card.querySelector('.rows').append(...waiting.map((entry) => {
    const row = part('outbox-line');
    row.querySelector('time').textContent = when(entry.storedAt);
    row.querySelector('b').textContent = entry.address;
    row.querySelector('.second').textContent = what(entry);
    remember(row, entry.id);
    const leaving = waiting.some((other) => other.kind === 'withdrawal' && other.of === (entry.of ?? entry.id));
    const droppable = entry.kind === 'visit' || !mayHaveArrived(entry);
    const acts = leaving ? [] : [mendAct(entry, 'edit'), ...(droppable ? [act('drop', 'trash', () => drop(entry))] : [])];
    if (entry.kind === 'withdrawal' && droppable) acts.push(act('undo', 'arrow-back-up', () => drop(entry)));
    if (entry.tries > 1) acts.unshift(Object.assign(document.createElement('p'), { className: 'small muted', textContent: say('tried', entry.tries) }));
    row.querySelector('.acts').append(...acts, ...textActs(entry));
    return row;
  }));
  return card;
}

function lookCard(entry, all) {
  const card = part('outbox-look');
  card.querySelector('b').textContent = say('look', house(entry));
  card.querySelector('.second').textContent = reasonOf(entry);
  remember(card, entry.id);
  const acts = card.querySelector('.acts');
  const detail = document.createElement('p');
  detail.textContent = [when(entry.storedAt), what(entry)].filter(Boolean).join(' · ');
  acts.append(detail);
  if (noted(entry)) {
    const link = entry.notes.find((note) => note.link)?.link;
    acts.append(act('keep-both', 'check', () => settle(entry)), act('withdraw-mine', 'arrow-back-up', () => takeBack(entry, say('double-reason'))));
    if (link) acts.append(linkAct('other-visit', 'history', link));
  } else if (entry.problem?.fields?.length) {
    acts.append(...entry.problem.fields.map(clash));
    if (entry.problem.link) acts.append(linkAct('choice', 'pencil', entry.problem.link));
    acts.append(act('drop', 'trash', () => drop(entry)));
  } else {
    if (entry.kind !== 'withdrawal' && !entry.receipt) acts.append(mendAct(entry, 'mend'));
    acts.append(act('drop', 'trash', () => drop(entry, all)));
  }
  acts.append(...textActs(entry));
  return card;
}

function reasonOf(entry) {
  if (entry.receipt?.status === 'DISMISSED') return say('dismissed', entry.receipt.reason ?? '').trim();
  if (noted(entry)) return entry.notes.find((note) => note.code === 'DOUBLE').title;
  if (entry.problem?.fields?.length) return say('choose');
  return entry.problem?.title || say('refused', entry.problem?.code ?? '');
}

function heldCard(entry) {
  const card = part('outbox-look');
  card.classList.replace('needs', 'held');
  card.querySelector('use').setAttribute('href', icon('building-community'));
  card.querySelector('b').textContent = say('held', house(entry));
  card.querySelector('.second').textContent = entry.notes.map((note) => note.title).filter(Boolean).join(' ') || say('held.text');
  remember(card, entry.id);
  const text = document.createElement('p');
  text.textContent = say('held.text');
  card.querySelector('.acts').append(text, ...textActs(entry));
  return card;
}

function othersNotes(others) {
  const names = new Map();
  for (const entry of others) names.set(entry.by ?? '', (names.get(entry.by ?? '') ?? 0) + 1);
  return [...names].map(([name, number]) => {
    const note = part('outbox-others');
    note.querySelector('div').textContent = name ? say('others', number, name) : say('others.nameless', number);
    return note;
  });
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
  card.querySelector('h2').textContent = arrived.length === 1 ? say('sent.one', house(arrived[0])) : say('sent', arrived.length);
  card.querySelector('.second').textContent = last ? say('received', place, when(last)) : '';
  card.querySelector('ul').append(...arrived.map((entry) => {
    const row = part('outbox-done-line');
    row.querySelector('.grow').textContent = entry.address;
    row.querySelector('.second').textContent = short(entry);
    return row;
  }));
  return [card];
}

function short(entry) {
  if (entry.kind === 'withdrawal' || entry.receipt?.status === 'WITHDRAWN') return words.withdrawn;
  return entry.kind === 'visit' && entry.accounts ? words['accounts-sent'].replace('#', entry.accounts) : what(entry);
}

/** Adds what arrived after the page was written; all of today when the page came from the phone. */
function sentToday(mine) {
  const card = document.getElementById('sent-today');
  const list = card.querySelector('ul');
  list.querySelectorAll('[data-own]').forEach((row) => row.remove());
  const visits = mine.filter((entry) => entry.kind === 'visit' && entry.receipt && entry.state === 'sent'
    && day(entry.receipt.receivedAt ?? entry.storedAt) === day(Date.now()) && !list.querySelector('[data-id="' + entry.id + '"]'));
  list.prepend(...visits.map((entry) => {
    const row = part('outbox-sent-line');
    row.dataset.own = row.dataset.id = entry.id;
    row.querySelector('a').href = '/field/visits/' + entry.id;
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

function act(key, mark, work) {
  const button = part('outbox-act');
  button.querySelector('use').setAttribute('href', icon(mark));
  button.querySelector('span').textContent = say(key);
  button.dataset.act = key;
  button.addEventListener('click', () => work(button));
  return button;
}

function linkAct(key, mark, href) {
  const link = document.createElement('a');
  link.className = 'btn btn-2';
  link.href = href;
  link.append(...act(key, mark, () => {}).childNodes);
  link.dataset.act = key;
  return link;
}

const mendAct = (entry, key) => linkAct(key, 'pencil', '/field/households/' + entry.householdId + '/visits/new?entry=' + entry.id);

/** Words to keep, send by message or read out: nothing that was written is locked in the phone. */
function textActs(entry) {
  const acts = [act('copy', 'copy', async (button) => {
    await copy(asText(entry));
    button.querySelector('span').textContent = say('copied');
  })];
  if (navigator.share) acts.push(act('share', 'external-link', () => navigator.share({ text: asText(entry) }).catch(() => {})));
  return acts;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = Object.assign(document.createElement('textarea'), { value: text });
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}

function asText(entry) {
  const visit = entry.body?.visit ?? entry.body ?? {};
  const accounts = (visit.activations ?? []).map((one) => '- ' + (words[one.accountType] ?? one.accountType) + ': ' + one.result);
  return [
    say('text.head', when(entry.storedAt)), entry.address, what(entry), ...accounts, visit.note ?? entry.body?.reason ?? '',
    reasonOf(entry) === words.refused ? '' : entry.problem?.title ?? '', JSON.stringify(entry.body),
  ].filter(Boolean).join('\n');
}

/** Where two told it differently, side by side; chosen on the page of the visit. */
function clash(one) {
  const row = part('outbox-clash');
  const [label, mine, theirs] = row.querySelectorAll('[data-said]');
  label.textContent = one.label;
  mine.textContent = one.mine || say('nothing-said');
  theirs.textContent = one.theirs || say('nothing-said');
  return row;
}

const settle = (entry) => queue.update(entry.id, (found) => (found ? apply(found, { type: 'settled' }) : undefined));

/** Undo instead of a question: what is thrown away lies ready for ten seconds. */
async function drop(entry) {
  const now = read(await queue.get(entry.id));
  if (!now) return;
  if (mayHaveArrived(now) && now.receipt?.status !== 'DISMISSED' && now.kind === 'visit') return void takeBack(now, say('taken-back'));
  const gone = (await queue.all()).filter((other) => other.id === now.id || (now.kind === 'visit' && other.of === now.id && unsent(read(other))));
  for (const one of gone) await queue.delete(one.id);
  offerUndo(say('dropped', house(now)), async () => { for (const one of gone) await queue.put(one); });
}

/** It may be at the ward: whatever was said there is taken back there. */
async function takeBack(entry, reason) {
  const withdrawal = create({
    kind: 'withdrawal', id: uuid(), of: entry.of ?? entry.id, account: entry.account, by: entry.by, team: entry.team, address: entry.address,
    householdId: entry.householdId, storedAt: new Date().toISOString(), body: { reason },
  });
  withdrawal.nextTryAt = Date.now() + UNDO;
  await keep(withdrawal);
  if (noted(entry)) await settle(entry);
  offerUndo(say('dropped.sent', house(entry)), () => queue.delete(withdrawal.id), () => send());
}

function offerUndo(text, undo, after) {
  const place = document.getElementById('flash');
  place.replaceChildren();
  const flash = part('outbox-toast');
  flash.querySelector('span').textContent = text;
  const button = flash.querySelector('button');
  button.textContent = say('undo');
  const timer = setTimeout(() => { flash.remove(); after?.(); }, UNDO);
  button.addEventListener('click', async () => {
    clearTimeout(timer);
    await undo();
    flash.remove();
  });
  place.append(flash);
}

/** What was unfolded stays so when the list is drawn anew. */
function remember(details, id) {
  details.dataset.entry = id;
  details.querySelector('summary').dataset.focus = id;
  details.open = opened.has(id) || address.get('open') === id;
  details.addEventListener('toggle', () => (details.open ? opened.add(id) : opened.delete(id)));
}

async function retry() {
  retrying = true;
  const button = page.querySelector('[data-retry]');
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
    if (store !== 'queue' && !ids.includes('line')) return;
    soon ??= setTimeout(() => { soon = null; render(); }, 30);
  });
  page.querySelector('[data-retry]').addEventListener('click', retry);
  addEventListener('online', render);
  addEventListener('offline', render);
  const sent = document.getElementById('receipt')?.dataset.id;
  if (sent) await queue.update(sent, (found) => (found && !found.shown ? { ...found, shown: true } : undefined));
  await render();
  // what the ward decided meanwhile
  if (live.querySelector('.held, .needs')) send({ force: 'person' });
}

start();
