// The phone's own memory: one IndexedDB, shared by the pages and the worker.
// A thin wrapper of our own rather than a library: a module of a library lies outside /js/phone, so it would be two more
// round trips on a slow line and no part of the release the worker keeps.

const NAME = 'tungnha';
const VERSION = 1;
const KEYS = { queue: 'id', alleys: 'key', meta: 'name' };
const PATIENCE = 4000;

let opening = null;
const listeners = new Set();
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(NAME) : null;
if (channel) channel.onmessage = (event) => tell(event.data);

/** Opens the memory; fails where the browser has none (private windows, a full or broken disk). */
export function open() {
  if (!opening) {
    opening = connect();
    opening.catch(() => { opening = null; });
  }
  return opening;
}

function connect() {
  return new Promise((done, failed) => {
    if (!globalThis.indexedDB) return void failed(new Error('no IndexedDB'));
    // some browsers neither open nor fail after waking up: the page must not wait for ever
    const timer = setTimeout(() => failed(new Error('IndexedDB does not answer')), PATIENCE);
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      for (const [store, keyPath] of Object.entries(KEYS)) {
        if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store, { keyPath });
      }
    };
    request.onerror = () => { clearTimeout(timer); failed(request.error); };
    request.onsuccess = () => {
      clearTimeout(timer);
      const base = request.result;
      base.onversionchange = () => { base.close(); opening = null; };
      base.onclose = () => { opening = null; };
      done(base);
    };
  });
}

/**
 * Runs one transaction. `work` gets the object store and must not wait for anything but its requests; what it returns is
 * handed on (the result, if it is a request), once everything is safely written.
 */
async function within(store, mode, work, { durability = 'default', again = true } = {}) {
  const base = await open();
  let transaction;
  try {
    transaction = base.transaction(store, mode, { durability });
  } catch (closed) {
    opening = null;
    if (again && closed.name === 'InvalidStateError') return within(store, mode, work, { durability, again: false });
    throw closed;
  }
  return new Promise((done, failed) => {
    let result;
    transaction.oncomplete = () => done(result instanceof IDBRequest ? result.result : result);
    transaction.onabort = () => failed(transaction.error ?? new Error('aborted'));
    try {
      result = work(transaction.objectStore(store));
    } catch (broken) {
      transaction.abort();
      failed(broken);
    }
  });
}

const get = (store, key) => within(store, 'readonly', (all) => all.get(key));
const all = (store) => within(store, 'readonly', (things) => things.getAll());

async function write(store, ids, work, how) {
  const result = await within(store, 'readwrite', work, how);
  announce(store, ids);
  return result;
}

function announce(store, ids) {
  tell({ store, ids });
  if (channel) channel.postMessage({ store, ids });
}

function tell(change) {
  for (const listener of listeners) listener(change);
}

/** Calls `listener({store, ids})` after each change, made here, in another tab or in the worker; answers how to stop. */
export function onChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Small named values. */
export const meta = {
  get: async (name) => (await get('meta', name))?.value,
  set: (name, value) => write('meta', [name], (things) => things.put({ name, value })),
  delete: (name) => write('meta', [name], (things) => things.delete(name)),
  clear: () => write('meta', [], (things) => things.clear()),
  /**
   * Changes a value in one step, whoever else is at it: `change(value)` answers the new one, undefined = leave it. Hands
   * back the value as it then is.
   */
  async update(name, change) {
    let now;
    let changed = false;
    await within('meta', 'readwrite', (things) => {
      things.get(name).onsuccess = (event) => {
        now = event.target.result?.value;
        const value = change(now);
        changed = value !== undefined;
        if (!changed) return;
        now = value;
        things.put({ name, value });
      };
    });
    if (changed) announce('meta', [name]);
    return now;
  },
};

/** The alleys of the team, as the snapshot brought them. */
export const alleys = {
  all: () => all('alleys'),
  get: (key) => get('alleys', key),
  put: (list) => write('alleys', list.map((alley) => alley.key), (things) => { list.forEach((alley) => things.put(alley)); }),
  /** Forgets every alley but these. */
  keep: (keys) => write('alleys', [], (things) => {
    things.getAllKeys().onsuccess = (event) => {
      event.target.result.filter((key) => !keys.includes(key)).forEach((key) => things.delete(key));
    };
  }),
  clear: () => write('alleys', [], (things) => things.clear()),
};

/** What was recorded and may still have to be sent. */
export const queue = {
  all: () => all('queue'),
  get: (id) => get('queue', id),
  /** What was saved survives the power going off, not only the browser. */
  put: (entry) => write('queue', [entry.id], (things) => things.put(entry), { durability: 'strict' }),
  delete: (id) => write('queue', [id], (things) => things.delete(id)),
  /**
   * Changes an entry in one step, whichever tab or worker is at it too: `change(entry)` answers the new entry, null to
   * remove it, undefined to leave it. Hands back the entry as it then is.
   */
  async update(id, change) {
    let now;
    let changed = false;
    await within('queue', 'readwrite', (things) => {
      things.get(id).onsuccess = (event) => {
        now = event.target.result;
        const next = change(now);
        changed = next !== undefined && next !== now;
        if (!changed) return;
        now = next ?? undefined;
        if (next === null) things.delete(id);
        else things.put(next);
      };
    });
    if (changed) announce('queue', [id]);
    return now;
  },
};

/** The name this phone gave itself. */
export function device() {
  return meta.update('device', (id) => (id ? undefined : uuid()));
}

/** A new id; over plain HTTP browsers do not make them themselves. */
export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
