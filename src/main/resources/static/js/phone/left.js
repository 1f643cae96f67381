// On the login page: whoever signed out leaves no households behind, by whichever way it was done; nor does a phone that the
// ward has cut off. What waits to be sent stays. A browser that was never here loads nothing for this.

try {
  if (await kept()) await leave();
} catch {
  // a browser that keeps nothing has nothing to leave behind
}

async function kept() {
  const all = await indexedDB.databases?.();
  return !all || all.some((one) => one.name === 'tungnha');
}

async function leave() {
  const [{ meta, open, device }, { wipe }] = await Promise.all([import('./store.js'), import('./stock.js')]);
  await open();
  // whoever stands here signs in anew: that is all a forgotten PIN asks for
  await meta.set('forgotten', null);
  if (!(await meta.get('pin'))) (await import('./pin.js')).cookie(false);
  const asked = new URLSearchParams(location.search);
  await tell();
  if (asked.has('logout') || asked.has('revoked')) await wipe();
  else if (await meta.get('snapshot')) await ask(await device());
}

/** Whoever signs out, or was signed out, reads what is still here. */
async function tell() {
  const left = await (await import('./leave.js')).waiting();
  const place = document.getElementById('left');
  if (!left || !place) return;
  place.textContent = place.dataset.words.replace('#', left);
  place.hidden = false;
}

async function ask(device) {
  const headers = { 'X-Requested-With': 'tungnha', 'X-Device': device };
  const told = await (await fetch('/field/sync', { headers, cache: 'no-store', redirect: 'error' })).json();
  if (told.device === 'REVOKED') await (await import('./leave.js')).obey();
}
