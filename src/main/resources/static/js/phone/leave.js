// Signing out of this phone: the alleys go, what waits to be sent stays unless it was sent before.

import { device, meta, queue } from './store.js';
import { unsent } from './queue.js';
import { send } from './sender.js';
import { wipe } from './stock.js';

/** The ward cut this phone off: the alleys go at once, what was recorded is sent, then the phone is signed out. */
export async function obey() {
  await wipe();
  await send({ force: true });
  if (await waiting()) return;
  await meta.set('forgotten', 'phone.revoked');
  await signOut('/login?revoked');
}

export const waiting = async () => (await queue.all()).filter(unsent).length;

/** Signs out on the server, then here; false without a line. */
export async function signOut(to = '/login?logout') {
  try {
    const asked = await fetch('/field/sync', { headers: { 'X-Requested-With': 'tungnha', 'X-Device': await device() }, cache: 'no-store', redirect: 'error' });
    if (asked.ok) {
      const { csrf } = await asked.json();
      const answer = await fetch('/logout', { method: 'POST', headers: { [csrf.header]: csrf.token }, redirect: 'manual' });
      if (answer.status >= 400) return false;
    } else if (asked.status !== 401) {
      return false;
    }
  } catch {
    return false;
  }
  await wipe();
  location.assign(to);
  return true;
}
