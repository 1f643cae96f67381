// Asking for a lasting place on the phone: the browser's own install button, and storage that is not thrown away.

import { detect } from './detect.js';
import { meta, onChange, queue } from './store.js';

let offer = null;
const offered = new Set();

export const browser = () => detect({
  ua: navigator.userAgent,
  standalone: matchMedia('(display-mode: standalone)').matches || navigator.standalone === true,
  secure: window.isSecureContext,
  touchPoints: navigator.maxTouchPoints,
  worker: 'serviceWorker' in navigator,
});

export function watchInstall() {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event;
    offered.forEach((listener) => listener(true));
  });
  addEventListener('appinstalled', () => {
    offer = null;
    offered.forEach((listener) => listener(false));
    persist(true);
  });
  if (browser().standalone) persist(true);
  // the first visit kept here is the first thing worth keeping
  onChange(({ store }) => { if (store === 'queue') persist(); });
}

/** Calls the listener with whether the browser offers to install, now and when that changes. */
export function onOffer(listener) {
  offered.add(listener);
  listener(offer !== null);
}

export async function install() {
  const asked = offer;
  offer = null;
  if (!asked) return false;
  await asked.prompt();
  return (await asked.userChoice).outcome === 'accepted';
}

let asking = false;

/** Once, and once more when these pages have their place on the screen, as browsers go by that. Whoever says no is left alone. */
async function persist(installed = false) {
  if (asking || !navigator.storage?.persist) return;
  asking = true;
  const before = await meta.get('persist');
  const wanted = before ? installed && !before.granted && !before.installed : installed || (await queue.all()).length > 0;
  if (wanted) await meta.set('persist', { at: Date.now(), installed, granted: await navigator.storage.persist() });
  asking = false;
}
