// One picture card: the phone keeps all of them in one page.

import { back, heading } from '../page.js';

export async function show() {
  const code = decodeURIComponent(location.pathname.split('/')[3] ?? '');
  const household = new URLSearchParams(location.search).get('household');
  const cards = [...document.querySelectorAll('[data-card]')];
  cards.filter((card) => card.dataset.card !== code).forEach((card) => card.remove());
  const card = cards.find((one) => one.dataset.card === code);
  if (card) heading(card.querySelector('h2').textContent, document.querySelector('.field-top .titles p').textContent);
  const path = '/field/cards' + (household ? '?' + new URLSearchParams({ household }) : '');
  back(path);
  document.querySelector('.action-bar a').setAttribute('href', path);
}
