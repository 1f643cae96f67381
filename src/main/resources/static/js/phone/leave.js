// Signing out of this phone: the alleys go at once, what waits to be sent stays unless it was sent before.

import { device, meta, queue } from './store.js';
import { unsent } from './queue.js';
import { send } from './sender.js';
import { wipe } from './stock.js';
import { cookie } from './pin.js';

export const LEFT = 'phone.left';

/** The ward cut this phone off: the alleys go at once, what was recorded is sent, then the phone is signed out. */
export async function obey() {
  await wipe();
  await send({ force: true });
  if (await waiting()) return;
  await signOut('/login?revoked', 'phone.revoked');
}

export const waiting = async () => (await queue.all()).filter(unsent).length;

/** Signs out here whether or not there is a line; false while the server has yet to hear of it: until then nothing opens. */
export async function signOut(to = '/login?logout', words = LEFT) {
  await wipe();
  await closed(words);
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
  // a forgotten PIN and a phone cut off open by a new login alone
  if (words === LEFT) await closed(null);
  location.assign(to);
  return true;
}

async function closed(words) {
  await meta.set('forgotten', words);
  cookie(Boolean(words));
}

/** At the server too; what was left waiting by somebody who signed out without a line is sent first. */
export async function finish() {
  const words = await meta.get('forgotten');
  if (words === LEFT) await send({ force: true });
  return signOut(undefined, words);
}
