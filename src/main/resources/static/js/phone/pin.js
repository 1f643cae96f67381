// The PIN of this phone. A random key seals the alleys; a key made from the PIN wraps that key. The open key lives in this
// tab's session alone, so that closing the browser locks. The queue is never sealed: it is sent while the phone is locked.

import { alleys, meta } from './store.js';

const ITERATIONS = 310_000;
const IDLE = 15 * 60_000;
const TRIES = 5;
const OPEN = 'tn-key';
const USED = 'tn-used';

const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)));

export const valid = (pin) => /^\d{4,6}$/.test(pin);

/** The open key, or null: no PIN, or locked. */
export async function key() {
  const kept = sessionStorage.getItem(OPEN);
  return kept ? crypto.subtle.importKey('raw', bytes(kept), 'AES-GCM', true, ['encrypt', 'decrypt']) : null;
}

export async function isSet() {
  return Boolean(await meta.get('pin'));
}

/** Whether the PIN is to be asked now: after opening, and after a quarter of an hour without a touch. */
export async function locked() {
  if (!(await isSet())) return false;
  const used = Number(localStorage.getItem(USED) ?? 0);
  if (Date.now() - used > IDLE) sessionStorage.removeItem(OPEN);
  return !sessionStorage.getItem(OPEN);
}

export function touch() {
  if (!sessionStorage.getItem(OPEN)) return;
  const now = Date.now();
  // once idle, only the PIN wakes it
  if (now - Number(localStorage.getItem(USED) ?? 0) <= IDLE) localStorage.setItem(USED, String(now));
}

async function wrapping(pin, salt) {
  const from = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS }, from,
    { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function keep(pin, raw) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await wrapping(pin, salt), raw);
  await meta.set('pin', { salt: text(salt), iv: text(iv), wrapped: text(wrapped), tries: 0 });
}

/** Sets the PIN, or changes it while the phone is open. */
export async function set(pin) {
  const raw = (await key()) ? bytes(sessionStorage.getItem(OPEN)) : crypto.getRandomValues(new Uint8Array(32));
  await keep(pin, raw);
  sessionStorage.setItem(OPEN, text(raw));
  localStorage.setItem(USED, String(Date.now()));
  cookie(true);
  const sealing = await key();
  const plain = (await alleys.all()).filter((alley) => !alley.sealed);
  if (plain.length) await alleys.put(await Promise.all(plain.map((alley) => seal(alley, sealing))));
}

/** Opens the phone: how many tries are left, 0 = none; Infinity when it is open. */
export async function unlock(pin) {
  const kept = await meta.get('pin');
  if (!kept) return Infinity;
  // counted before it is tried: pulling the battery does not give a try back
  await meta.set('pin', { ...kept, tries: kept.tries + 1 });
  try {
    const raw = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(kept.iv) }, await wrapping(pin, bytes(kept.salt)), bytes(kept.wrapped));
    await meta.set('pin', { ...kept, tries: 0 });
    sessionStorage.setItem(OPEN, text(raw));
    localStorage.setItem(USED, String(Date.now()));
    return Infinity;
  } catch {
    return Math.max(0, TRIES - kept.tries - 1);
  }
}

/** Whether this is the PIN, without opening anything. */
export async function isRight(pin) {
  return (await unlock(pin)) === Infinity;
}

/** Takes the PIN away; what is sealed is opened first while that is still possible. */
export async function remove() {
  const opened = await key();
  const sealed = (await alleys.all()).filter((alley) => alley.sealed);
  if (opened && sealed.length) await alleys.put(await Promise.all(sealed.map((alley) => unseal(alley, opened))));
  else if (sealed.length) await alleys.keep([]);
  await meta.set('pin', null);
  sessionStorage.removeItem(OPEN);
  cookie(false);
}

/** The server renders the page hidden for a phone with a PIN, so that nothing flashes up before it is asked. */
export function cookie(on) {
  document.cookie = 'tn-pin=' + (on ? '1' : '') + '; path=/; samesite=lax; max-age=' + (on ? 31_536_000 : 0);
}

export async function seal(alley, sealing) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(alley.households));
  return { key: alley.key, hash: alley.hash, iv, sealed: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, sealing, plain) };
}

export async function unseal(alley, sealing) {
  if (!alley.sealed) return alley;
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: alley.iv }, sealing, alley.sealed);
  return { key: alley.key, hash: alley.hash, households: JSON.parse(new TextDecoder().decode(plain)) };
}
