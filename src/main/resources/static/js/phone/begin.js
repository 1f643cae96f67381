// The layer over every phone page. Without it the pages work as the server sends them.

import { meta, onChange, open, queue } from './store.js';
import { load, lang } from './words.js';
import { refresh, stock, wipeIfIdle } from './stock.js';
import { guard } from './lock.js';
import { obey } from './leave.js';
import { notes } from './notes.js';
import { watchInstall } from './install.js';
import * as looks from './looks.js';

const shell = document.body.dataset.shell ?? null;

looks.apply();
await begin();

async function begin() {
  let memory = true;
  try {
    await open();
  } catch {
    memory = false;
  }
  watchInstall();
  if (memory) {
    await wipeIfIdle();
    await guard();
  } else {
    looks.unlock();
  }
  const spoken = load().catch(() => null);
  if (shell) {
    await spoken;
    await (await import('./pages/' + shell + '.js')).show?.();
    delete document.body.dataset.shell;
    dispatchEvent(new Event('phone-shown'));
  } else if (memory) {
    await spoken;
    await overlayPage();
  }
  await notes({ memory, shell });
  if (document.readyState === 'complete') afterwards(memory);
  else addEventListener('load', () => afterwards(memory), { once: true });
}

/** What is not needed to see the page comes after it. */
async function afterwards(memory) {
  if (!window.isSecureContext || !('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/sw.js', { scope: '/field', type: 'module', updateViaCache: 'none' });
  } catch {
    return;
  }
  addEventListener('online', () => tell('online'));
  const translated = !shell && document.documentElement.lang !== lang();
  if (translated) tell('renew');
  if (memory) await keepFresh({ force: translated });
}

/** Only once the pages are kept is it worth keeping the households. */
async function keepFresh(how) {
  await navigator.serviceWorker.ready;
  await renew(how);
  addEventListener('online', () => renew());
  document.addEventListener('visibilitychange', () => { if (!document.hidden) renew(); });
  let sent = await countSent();
  onChange(async ({ store }) => {
    if (store !== 'queue') return;
    const now = await countSent();
    if (now > sent) renew({ force: true });
    sent = now;
  });
}

async function renew(how) {
  if ((await refresh(how)) === 'REVOKED') await obey();
}

const countSent = async () => (await queue.all()).filter((entry) => entry.state === 'sent').length;

function tell(word) {
  navigator.serviceWorker.controller?.postMessage(word);
}

/** What waits on this phone, over a page that does not know of it. */
async function overlayPage() {
  const known = await stock();
  if (known) (await import('./overlay.js')).show(known);
  if (location.pathname === '/field/settings') await (await import('./pages/settings.js')).show({ online: true });
}
