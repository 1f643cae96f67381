// Every phone page begins here. On the very first visit the layer waits for the worker, which brings all of it in one piece:
// on a slow line nothing is fetched twice, and nothing stands in the way of the page itself.

const PATIENCE = 20_000;

ready().catch(() => null).then(() => {
  import('./bar.js');
  import('./begin.js');
});

async function ready() {
  const { serviceWorker } = navigator;
  if (!window.isSecureContext || !serviceWorker || serviceWorker.controller) return;
  // a page hidden behind the PIN waits for nothing
  if (document.documentElement.classList.contains('pin')) return;
  if ((await serviceWorker.getRegistration('/field'))?.active) return;
  if (document.readyState !== 'complete') await new Promise((loaded) => addEventListener('load', loaded, { once: true }));
  const taken = new Promise((done) => serviceWorker.addEventListener('controllerchange', done, { once: true }));
  const registration = await serviceWorker.register('/sw.js', { scope: '/field', type: 'module', updateViaCache: 'none' });
  if (!registration) return;
  await Promise.race([taken, failed(registration), new Promise((late) => setTimeout(late, PATIENCE))]);
}

function failed({ installing }) {
  return new Promise((done) => installing?.addEventListener('statechange', () => { if (installing.state === 'redundant') done(); }));
}
