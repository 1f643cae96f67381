// Households left for another day while there was no line: kept here, told to the ward with the next one.

import { meta } from './store.js';

/** Leaves a household for another day for a reason, or takes that back (reason null), and shows the page anew. */
export async function leave(id, reason, today) {
  await meta.update('skips', (before) => ({
    day: today,
    households: { ...(before?.day === today ? before.households : {}), [id]: reason },
    untold: [...new Set([...(before?.day === today ? before.untold ?? [] : []), id])],
  }));
  location.assign('/field');
}

/** The reasons are buttons of a form the server would take. */
export function watchSkips(root, round) {
  for (const form of root.querySelectorAll('form.skips')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      leave(form.elements.household.value, event.submitter?.value ?? 'OTHER', round.today);
    });
  }
}

/** Tells the ward; what it does not take stays here for today. */
export async function tell() {
  const skips = await meta.get('skips');
  if (!skips?.untold?.length) return;
  const asked = await fetch('/field/sync', { headers: { 'X-Requested-With': 'tungnha' }, cache: 'no-store', redirect: 'error' });
  if (!asked.ok) return;
  const { csrf } = await asked.json();
  for (const id of skips.untold) {
    const reason = skips.households[id];
    const [path, body] = reason ? ['/field/skips', { household: id, reason }] : ['/field/skips/' + id + '/undo', {}];
    const answer = await fetch(path, { method: 'POST', body: new URLSearchParams(body), headers: { [csrf.header]: csrf.token }, redirect: 'manual' });
    if (answer.type !== 'opaqueredirect' && answer.status >= 500) return;
    await meta.update('skips', (now) => now && { ...now, untold: now.untold.filter((one) => one !== id) });
  }
}
