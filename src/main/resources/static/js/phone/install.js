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
    persist();
  });
  if (browser().standalone) persist();
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

/** Once: whoever says no is not asked again. */
async function persist() {
  if (asking || !navigator.storage?.persist) return;
  asking = true;
  if ((await meta.get('persist')) || (!browser().standalone && !(await queue.all()).length)) {
    asking = false;
    return;
  }
  await meta.set('persist', { at: Date.now(), granted: await navigator.storage.persist() });
}
