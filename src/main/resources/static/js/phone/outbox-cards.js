// The cards of the outbox: what waits, what needs its owner, what the ward looks at.

import { house, mayHaveArrived, noted } from './queue.js';
import { asText, reasonOf, say, what, when } from './telling.js';
import { drop, restore, settle, takeBack } from './undo.js';

const page = document.getElementById('outbox');
const address = new URLSearchParams(location.search);
const opened = new Set();

export const part = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
export const icon = (name) => page.dataset.sprite + '#' + name;

export function waitingCard(waiting, line, retrying) {
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
    const droppable = ['visit', 'desk', 'newcomer'].includes(entry.kind) || !mayHaveArrived(entry);
    const acts = leaving ? [] : [...mendAct(entry, 'edit'), ...(droppable ? [act('drop', 'trash', () => drop(entry, say))] : [])];
    if (entry.kind === 'withdrawal' && droppable) acts.push(act('undo', 'arrow-back-up', () => drop(entry, say)));
    if (entry.tries > 1) acts.unshift(Object.assign(document.createElement('p'), { className: 'small muted', textContent: say('tried', entry.tries) }));
    row.querySelector('.acts').append(...acts, ...textActs(entry));
    return row;
  }));
  return card;
}

/** What was thrown away stays readable for a day, and can be taken back. */
export function droppedCard(gone) {
  const card = part('outbox-waiting');
  card.querySelector('h2').textContent = say('dropped-list');
  card.querySelector('.why').remove();
  card.querySelector('.rows').append(...gone.map(({ entry }) => {
    const row = part('outbox-line');
    row.querySelector('time').textContent = when(entry.storedAt);
    row.querySelector('b').textContent = entry.address;
    row.querySelector('.second').textContent = what(entry);
    remember(row, entry.id);
    row.querySelector('.acts').append(act('restore', 'arrow-back-up', () => restore(entry.id)), ...textActs(entry));
    return row;
  }));
  return card;
}

export function lookCard(entry) {
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
    acts.append(act('keep-both', 'check', () => settle(entry)), act('withdraw-mine', 'arrow-back-up', () => takeBack(entry, say('double-reason'), say)));
    if (link) acts.append(linkAct('other-visit', 'history', link));
  } else if (entry.problem?.fields?.length) {
    acts.append(...entry.problem.fields.map(clash));
    if (entry.problem.link) acts.append(linkAct('choice', 'pencil', entry.problem.link));
    acts.append(act('drop', 'trash', () => drop(entry, say)));
  } else {
    if (!entry.receipt) acts.append(...mendAct(entry, 'mend'));
    acts.append(act('drop', 'trash', () => drop(entry, say)));
  }
  acts.append(...textActs(entry));
  return card;
}

export function heldCard(entry) {
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

export function othersNotes(others) {
  const names = new Map();
  for (const entry of others) names.set(entry.by ?? '', (names.get(entry.by ?? '') ?? 0) + 1);
  return [...names].map(([name, number]) => {
    const note = part('outbox-others');
    note.querySelector('div').textContent = name ? say('others', number, name) : say('others.nameless', number);
    return note;
  });
}

export function act(key, mark, work) {
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

/** Where it can be told otherwise; turns are taken back and counted anew. */
function mendAct(entry, key) {
  if (!['visit', 'correction'].includes(entry.kind)) return [];
  const visit = entry.body?.visit ?? entry.body;
  const form = entry.desk ? '/field/desk/' + entry.desk.id + '/people/' + visit?.guided?.[0] : '/field/households/' + entry.householdId + '/visits/new';
  return [linkAct(key, 'pencil', form + '?entry=' + entry.id)];
}

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

/** Where two told it differently, side by side; chosen on the page of the visit. */
function clash(one) {
  const row = part('outbox-clash');
  const [label, mine, theirs] = row.querySelectorAll('[data-said]');
  label.textContent = one.label;
  mine.textContent = one.mine || say('nothing-said');
  theirs.textContent = one.theirs || say('nothing-said');
  return row;
}

/** What was unfolded stays so when the list is drawn anew. */
function remember(details, id) {
  details.dataset.entry = id;
  details.querySelector('summary').dataset.focus = id;
  details.open = opened.has(id) || address.get('open') === id;
  details.addEventListener('toggle', () => (details.open ? opened.add(id) : opened.delete(id)));
}

