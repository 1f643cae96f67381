// Undo instead of a question: what is thrown away lies ready for ten seconds. `say` knows the words of the page.

import { queue, uuid } from './store.js';
import { apply, create, house, mayHaveArrived, noted, read, unsent } from './queue.js';
import { keep, send } from './sender.js';

const UNDO = 10_000;

export const settle = (entry) => queue.update(entry.id, (found) => (found ? apply(found, { type: 'settled' }) : undefined));

/** Throws it away while it is only here; what may have reached the ward is taken back there. */
export async function drop(entry, say) {
  const now = read(await queue.get(entry.id));
  if (!now) return;
  const counts = now.kind === 'visit' || now.turns > 0;
  if (mayHaveArrived(now) && now.receipt?.status !== 'DISMISSED' && counts) return void takeBack(now, say('taken-back'), say);
  const gone = (await queue.all()).filter((other) => other.id === now.id || (counts && other.of === now.id && unsent(read(other))));
  for (const one of gone) await queue.delete(one.id);
  offerUndo(say('dropped', house(now)), say, async () => { for (const one of gone) await queue.put(one); });
}

/** It may be at the ward: whatever was said there is taken back there. */
export async function takeBack(entry, reason, say) {
  const { account, by, team, address, householdId, desk } = entry;
  const withdrawal = create({ kind: 'withdrawal', id: uuid(), of: entry.of ?? entry.id, account, by, team, address, householdId, desk,
    storedAt: new Date().toISOString(), body: { reason } });
  withdrawal.nextTryAt = Date.now() + UNDO;
  await keep(withdrawal);
  if (noted(entry)) await settle(entry);
  offerUndo(say('dropped.sent', house(entry)), say, () => queue.delete(withdrawal.id), () => send());
}

export function offerUndo(text, say, undo, after) {
  const flash = document.getElementById('sync-parts').content.querySelector('.flash').cloneNode(true);
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'link row-end', textContent: say('undo') });
  flash.querySelector('span').textContent = text;
  flash.append(button);
  const timer = setTimeout(() => { flash.remove(); after?.(); }, UNDO);
  button.addEventListener('click', async () => {
    clearTimeout(timer);
    await undo();
    flash.remove();
  });
  document.getElementById('flash').replaceChildren(flash);
}
