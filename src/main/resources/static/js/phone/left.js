// On the login page: whoever signed out leaves no households behind, by whichever way it was done; nor does a phone that the
// ward has cut off. What waits to be sent stays.

import { device, meta, open } from './store.js';
import { wipe } from './stock.js';
import { obey } from './leave.js';

try {
  await open();
  // whoever stands here signs in anew: that is all a forgotten PIN asks for
  await meta.set('forgotten', null);
  const asked = new URLSearchParams(location.search);
  if (asked.has('logout') || asked.has('revoked')) await wipe();
  else if (await meta.get('snapshot')) await ask();
} catch {
  // a browser that keeps nothing has nothing to leave behind
}

async function ask() {
  const headers = { 'X-Requested-With': 'tungnha', 'X-Device': await device() };
  const told = await (await fetch('/field/sync', { headers, cache: 'no-store', redirect: 'error' })).json();
  if (told.device === 'REVOKED') await obey();
}
