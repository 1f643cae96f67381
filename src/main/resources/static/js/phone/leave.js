// Signing out of this phone: the alleys go at once, what waits to be sent stays unless it was sent before.

import { device, meta, queue } from './store.js';
import { unsent } from './queue.js';
import { LEASE } from './alone.js';
import { quiet, send } from './sender.js';
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

/**
 * Signs out here whether or not there is a line, after what is on its way has come to its end, in this tab or another; false
 * while the server has yet to hear of it: until then nothing opens.
 */
export async function signOut(to = '/login?logout', words = LEFT) {
  await wipe();
  await closed(words);
  quiet(true);
  if (!(await told())) {
    quiet(false);
    return false;
  }
  // a forgotten PIN and a phone cut off open by a new login alone
  if (words === LEFT) await closed(null);
  location.assign(to);
  return true;
}

async function told() {
  try {
    await sendersAreDone();
    const asked = await fetch('/field/sync', { headers: { 'X-Requested-With': 'tungnha', 'X-Device': await device() }, cache: 'no-store', redirect: 'error' });
    if (asked.ok) {
      const { csrf } = await asked.json();
      const answer = await fetch('/logout', { method: 'POST', headers: { [csrf.header]: csrf.token }, redirect: 'manual' });
      return answer.status < 400;
    }
    return asked.status === 401;
  } catch {
    return false;
  }
}

async function closed(words) {
  await meta.set('forgotten', words);
  cookie(Boolean(words));
}

let finishing = null;

/**
 * At the server too. What was left waiting by somebody who signed out without a line is sent first, also by whoever is at it
 * in another tab: answers how many are left while the server is there and does not take them. `anyway` leaves them for the
 * next login. Else as `signOut`.
 */
export async function finish({ anyway = false } = {}) {
  if (finishing && anyway) await finishing;
  finishing ??= leave(anyway).finally(() => { finishing = null; });
  return finishing;
}

async function leave(anyway) {
  const words = await meta.get('forgotten');
  if (words === LEFT && !anyway) {
    const state = await send({ force: true });
    await sendersAreDone();
    const left = await own();
    if (left && state !== 'OFFLINE' && state !== 'LOGIN') return left;
  }
  return signOut(undefined, words);
}

/** A session must not end under a visit that is on its way. */
async function sendersAreDone() {
  const until = Date.now() + LEASE;
  while (Date.now() < until && (await queue.all()).some((entry) => entry.state === 'sending')) {
    await new Promise((done) => setTimeout(done, 250));
  }
}

/** What whoever signs out would leave; others sign in for theirs. */
async function own() {
  const account = (await meta.get('session'))?.account;
  return (await queue.all()).filter((entry) => unsent(entry) && (!account || entry.account === account)).length;
}
