// One sender at a time on a phone, whichever tab or worker it is: Web Locks, else a lease in the phone's memory.

import { meta, uuid } from './store.js';

const SILENCE = 90_000;
export const LEASE = 45_000;
const LOCK = 'tungnha-send';
const me = uuid();

/** Does the work once nobody else on this phone is at it; `otherwise` where that can't be waited for. */
export async function alone(work, otherwise) {
  if (globalThis.navigator?.locks) return locked(work);
  if (!(await lease())) return (await otherwise()) ?? 'OFFLINE';
  try {
    return await work();
  } finally {
    await meta.update('lease', (held) => (held?.by === me ? null : undefined));
  }
}

/** Waits for the other sender; one that has not moved for long (a frozen tab) is passed over. */
async function locked(work) {
  const frozen = new AbortController();
  const guard = setInterval(async () => {
    if (Date.now() - ((await meta.get('beat')) ?? 0) > SILENCE) frozen.abort();
  }, 15_000);
  const begun = () => { clearInterval(guard); return work(); };
  try {
    return await navigator.locks.request(LOCK, { signal: frozen.signal }, begun);
  } catch (failure) {
    if (failure.name !== 'AbortError') throw failure;
    return await navigator.locks.request(LOCK, { steal: true }, begun);
  } finally {
    clearInterval(guard);
  }
}

async function lease() {
  const now = Date.now();
  const held = await meta.update('lease', (other) =>
    (other && other.by !== me && other.until > now && other.until - now <= LEASE ? undefined : { by: me, until: now + LEASE }));
  return held?.by === me;
}
