// An entry of the queue in words: those of the outbox page, which the server wrote into it.

import { noted, stuck } from './queue.js';

export const words = Object.fromEntries([...document.getElementById('outbox-words').content.querySelectorAll('data')]
  .map((one) => [one.value, one.textContent]));

export const say = (key, ...values) => values.reduce((text, value, i) => text.replaceAll(i === 0 ? /(?<!#)#(?!#)/g : /##/g, () => String(value)), words[key] ?? key);
export const many = (key, number) => say(number === 1 && words[key + '.one'] ? key + '.one' : key, number);
const locale = document.documentElement.lang === 'en' ? 'en-GB' : 'vi-VN';
export const format = (at, how) => new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Ho_Chi_Minh', ...how }).format(new Date(at));
const clock = (at) => format(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
export const day = (at) => format(at, { day: '2-digit', month: '2-digit' });

export function when(at) {
  if (!at || Number.isNaN(Date.parse(at))) return '';
  return day(at) === day(Date.now()) ? clock(at) : day(at) + ' ' + clock(at);
}

export function what(entry) {
  if (['withdrawal', 'newcomer'].includes(entry.kind)) return say(entry.kind);
  if (entry.kind === 'desk') return entry.turns ? many('turns', entry.turns) : say('desk');
  const told = (words[entry.outcome] ?? '') + (entry.accounts ? ' · ' + many('accounts', entry.accounts) : '');
  return entry.kind === 'correction' ? say('correction', told) : told;
}

export function short(entry) {
  if (entry.kind === 'withdrawal' || entry.receipt?.status === 'WITHDRAWN') return words.withdrawn;
  return entry.kind === 'visit' && entry.accounts ? words['accounts-sent'].replace('#', entry.accounts) : what(entry);
}

export function reasonOf(entry) {
  if (entry.receipt?.status === 'DISMISSED') return say('dismissed', entry.receipt.reason ?? '').trim();
  if (stuck(entry)) return say('stuck', entry.tries);
  if (noted(entry)) return entry.notes.find((note) => note.code === 'DOUBLE').title;
  if (entry.problem?.fields?.length) return say('choose');
  return entry.problem?.title || say('refused', entry.problem?.code ?? '');
}

export function asText(entry) {
  const visit = entry.body?.visit ?? entry.body ?? {};
  const accounts = (visit.activations ?? []).map((one) => '- ' + (words[one.accountType] ?? one.accountType) + ': ' + one.result);
  return [
    say('text.head', when(entry.storedAt)), entry.address, what(entry), ...accounts, visit.note ?? entry.body?.reason ?? '',
    reasonOf(entry) === words.refused ? '' : entry.problem?.title ?? '', JSON.stringify(entry.body),
  ].filter(Boolean).join('\n');
}

