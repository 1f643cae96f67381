// The picture cards, on the way from and back to a household.

import { back } from '../page.js';

export async function show() {
  const household = new URLSearchParams(location.search).get('household');
  if (!household) return;
  const path = '/field/households/' + encodeURIComponent(household);
  back(path);
  document.querySelector('.action-bar a').setAttribute('href', path);
  document.querySelectorAll('[data-card] a').forEach((link) => {
    link.setAttribute('href', link.getAttribute('href').split('?')[0] + '?' + new URLSearchParams({ household }));
  });
}
