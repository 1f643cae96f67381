// Undo instead of a question: what is thrown away can be taken back at once, and for a day. `say` knows the words of the page.

import { meta, queue, uuid } from './store.js';
import { UNDO, apply, create, house, mayHaveArrived, noted, read, unsent } from './queue.js';
import { keep, send } from './sender.js';

const DAY = 86_400_000;

export const settle = (entry) => queue.update(entry.id, (found) => (found ? apply(found, { type: 'settled' }) : undefined));

/** Throws it away while it is only here; what may have reached the ward is taken back there. */
export async function drop(entry, say) {
  const now = read(await queue.get(entry.id));
  if (!now) return;
  const counts = now.kind === 'visit' || now.turns > 0;
  if (mayHaveArrived(now) && now.receipt?.status !== 'DISMISSED' && counts) return void takeBack(now, say('taken-back'), say);
  const gone = (await queue.all()).filter((other) => other.id === now.id || (counts && other.of === now.id && unsent(read(other))));
  await meta.update('dropped', (all) => [...recent(all), ...gone.map((one) => ({ at: Date.now(), about: now.id, entry: one }))]);
  for (const one of gone) await queue.delete(one.id);
  offerUndo(say('dropped', house(now)), say, () => restore(now.id));
}

const recent = (all) => (all ?? []).filter(({ at }) => Date.now() - at < DAY);

/** What was thrown away within a day: [{at, about, entry}]. */
export const dropped = async () => recent(await meta.get('dropped'));

export async function restore(id) {
  for (const { about, entry } of await dropped()) if (about === id) await keep(entry);
  await meta.update('dropped', (all) => recent(all).filter(({ about }) => about !== id));
}

/** It may be at the ward: whatever was said there is taken back there. */
export async function takeBack(entry, reason, say) {
  const { account, by, team, address, householdId, desk } = entry;
  const withdrawal = create({ kind: 'withdrawal', id: uuid(), of: entry.of ?? entry.id, account, by, team, address, householdId, desk,
    storedAt: new Date().toISOString(), body: { reason } });
  withdrawal.notBefore = Date.now() + UNDO;
  await keep(withdrawal);
  if (noted(entry)) await settle(entry);
  // nobody sends it before; should the clock have jumped, what may be on its way is not undone here
  offerUndo(say('dropped.sent', house(entry)), say,
    () => queue.update(withdrawal.id, (found) => (found && !mayHaveArrived(read(found)) ? null : undefined)), () => send());
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
