// Asking the server: with an end to the waiting, in the name of this phone and the release it runs.

import { device, meta } from './store.js';

const PATIENCE = 30_000;
export const ASK_AGAIN = 10 * 60_000;

/** Why nothing more can be sent for now. */
export class Stop extends Error {
  constructor(state, until = null) {
    super(state);
    Object.assign(this, { state, until });
  }
}

/** One question with an end to the waiting. A torn or foreign answer counts as none. */
export async function ask(path, options) {
  await meta.set('beat', Date.now());
  const patience = new AbortController();
  const timeout = setTimeout(() => patience.abort(), globalThis.tungnhaPatience ?? PATIENCE);
  const headers = { Accept: 'application/json', 'X-Requested-With': 'tungnha', 'X-Device': await device(), ...(await release()), ...options.headers };
  let response;
  let text;
  try {
    const settings = { credentials: 'same-origin', cache: 'no-store', redirect: 'manual', signal: patience.signal };
    response = await fetch(path, { ...settings, ...options, headers });
    text = await response.text();
  } catch {
    throw new Stop('OFFLINE');
  } finally {
    clearTimeout(timeout);
  }
  if (response.type === 'opaqueredirect' || response.status === 401) throw new Stop('LOGIN');
  let json = null;
  try {
    json = text ? JSON.parse(text) : null;
  } catch {
    if (response.ok) throw new Stop('OFFLINE');
  }
  const seconds = Number(response.headers.get('Retry-After'));
  return { status: response.status, json, after: seconds > 0 ? Math.min(seconds * 1000, ASK_AGAIN) : null };
}

/** The worker keeps its pages by release; the oldest it has is the one that runs. */
async function release() {
  const kept = (await globalThis.caches?.keys().catch(() => []))?.find((name) => name.startsWith('tn-'));
  return kept ? { 'X-Release': kept.slice(3) } : {};
}
