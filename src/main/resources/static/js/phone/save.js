// Saving at the door: first on the phone, then to the ward. Where the browser keeps nothing, forms are sent as before.

import { onChange, open, queue, uuid } from './store.js';
import { apply, create, house, mayHaveArrived, read, recorded } from './queue.js';
import { introduce, keep, send, wake } from './sender.js';
import { Problem, accountsIn, bodyOf, fill } from './visit-form.js';
import { account, go, toast } from './bar.js';
import { shown } from './shown.js';

const ANSWER = 2500;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const mending = new URLSearchParams(location.search).get('entry');

const usable = open().then(() => true, () => false);

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('form[data-phone]')) return;
  event.preventDefault();
  if (form.dataset.saving) return;
  form.dataset.saving = '1';
  const button = event.submitter ?? document.querySelector('[form="' + form.id + '"][type=submit]');
  const label = button?.querySelector('span') ?? button;
  const text = label?.textContent;
  const say = (words) => { if (label && words) label.textContent = words; };
  const done = () => {
    delete form.dataset.saving;
    button?.classList.remove('is-busy');
    say(text);
  };
  addEventListener('pageshow', done, { once: true });
  // after the page's own listeners, which show the button as busy
  setTimeout(() => save(form, say).then((left) => { if (!left) done(); }, () => done()));
}, true);

// a time typed in is the ward's, and so is one that a page of the server's begins with; else it is this phone's
document.addEventListener('input', ({ target }) => { if (target.name === 'visitedAt') target.form.dataset.clock = 'wall'; });

if (mending) shown.then(() => mend(document.getElementById('visit-form')));

/** Answers true when the page is being left. */
async function save(form, say) {
  if (!(await usable)) {
    form.submit();
    return true;
  }
  const words = document.getElementById('phone-problem').dataset;
  let entry;
  try {
    entry = form.dataset.withdraw ? withdrawal(form) : await visitOrCorrection(form, words);
    clear(form);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    complain(form, problem.field, words[camel(problem.rule)] ?? problem.rule, words);
    return false;
  }
  entry.account ??= form.dataset.account || (await account())?.id || null;
  entry.by ??= form.dataset.by || (await account())?.name || null;
  try {
    await keep(entry);
  } catch (failure) {
    if (failure.name !== 'QuotaExceededError' && navigator.onLine) {
      form.submit();
      return true;
    }
    complain(form, form.dataset.withdraw ? 'reason' : 'outcome', failure.name === 'QuotaExceededError' ? words.full : words.unstored, words);
    return false;
  }
  say(words.stored);
  const after = await outcomeOf(entry.id, form);
  if (after?.state === 'needs' && after.problem?.field && !after.problem.fields) {
    complain(form, after.problem.field, after.problem.title, words);
    return false;
  }
  leave(after ?? entry, words);
  return true;
}

/** Tries to send at once, and waits for the answer as long as a page would take. */
async function outcomeOf(id, form) {
  const token = form.querySelector('input[name=_csrf]')?.value;
  if (form.dataset.csrf && token) {
    introduce({ account: form.dataset.account, name: form.dataset.by, header: form.dataset.csrf, token });
  }
  wake();
  return new Promise((answer) => {
    const look = async () => {
      const entry = read(await queue.get(id));
      if (entry && (entry.receipt || entry.state === 'needs')) finish(entry);
    };
    const stop = onChange((change) => { if (change.store === 'queue' && change.ids.includes(id)) look(); });
    const timer = setTimeout(() => finish(null), globalThis.tungnhaAnswer ?? ANSWER);
    const finish = (entry) => { stop(); clearTimeout(timer); answer(entry); };
    send({ force: true }).then(look).then(() => finish(null));
  });
}

function leave(entry, words) {
  const id = entry.of ?? entry.id;
  if (entry.desk && entry.kind === 'visit') {
    toast((entry.receipt ? words.saved : words.waits).replace('#', entry.address.replace(' · ' + entry.desk.name, '')));
    return go('/field/desk/' + entry.desk.id);
  }
  if (!entry.receipt) return go('/field/outbox?saved=' + entry.id);
  if (entry.kind === 'visit' || mending) return go('/field/outbox?sent=' + id);
  toast((entry.kind === 'correction' ? words.corrected : words.withdrawn).replace('#', house(entry)));
  return go('/field/visits/' + id);
}

async function visitOrCorrection(form, words) {
  const id = form.elements.id;
  if (!UUID.test(id.value)) id.value = uuid();
  form.dataset.household = /\/households\/([^/]+)/.exec(form.getAttribute('action'))?.[1] ?? form.dataset.household;
  const body = bodyOf(form);
  if (form.elements.correctionId) {
    const reason = form.elements.reason.value.trim();
    if (!reason) throw new Problem('reason', 'reason-missing');
    return amended(form, body, { reason, id: form.elements.correctionId.value, basedOn: Number(form.elements.basedOn.value) || null });
  }
  const known = read(await queue.get(mending ?? body.id));
  if (!known) return create(common(form, body, { id: body.id, body }));
  const before = known.kind === 'visit' ? known.body : known.body?.visit;
  if (!mayHaveArrived(known)) {
    const next = known.kind === 'visit' ? body : { ...known.body, visit: body };
    return apply(known, { type: 'edited', edit: known.edit + 1, body: next, outcome: body.outcome, accounts: accountsIn(body), clock: form.dataset.clock });
  }
  if (JSON.stringify(before) === JSON.stringify(body)) return known;
  // it may be at the ward already: what was said stands, and this is told on top of it
  return amended(form, body, { reason: words.late, id: uuid(), basedOn: null });
}

function amended(form, visit, { reason, id, basedOn }) {
  return create(common(form, visit, { kind: 'correction', id, of: visit.id, body: { id, basedOn, reason, visit } }));
}

function common(form, body, told) {
  return {
    ...told, account: form.dataset.account || null, by: form.dataset.by || null, team: body.teamId, householdId: body.householdId,
    address: addressOf(form), outcome: body.outcome, accounts: accountsIn(body), storedAt: new Date().toISOString(), clock: form.dataset.clock,
    desk: body.desk ? { id: body.desk.id, name: body.desk.name } : null,
    seen: form.dataset.seen ? { at: form.dataset.seen } : null,
  };
}

function withdrawal(form) {
  const reason = form.elements.reason.value.trim();
  if (!reason) throw new Problem('reason', 'reason-missing');
  return create({
    kind: 'withdrawal', id: uuid(), of: form.dataset.withdraw, account: form.dataset.account, by: form.dataset.by, team: form.dataset.team,
    householdId: form.dataset.household, address: addressOf(form), storedAt: new Date().toISOString(), body: { reason },
  });
}

function addressOf(form) {
  return form.dataset.address || document.querySelector('.field-top .titles p')?.textContent.split(' · ')[0] || '';
}

/** Opens what is waiting, as it was last told, to change it. */
async function mend(form) {
  if (!form || !(await usable)) return;
  await drawn();
  const all = (await queue.all()).map(read).filter(Boolean);
  const entry = all.find((one) => one.id === mending);
  if (!entry?.body) return;
  const visitId = entry.of ?? entry.id;
  const last = all.filter((one) => (one.of ?? one.id) === visitId && one.body && one.kind !== 'withdrawal').sort(recorded).pop() ?? entry;
  fill(form, last.kind === 'visit' ? last.body : last.body.visit);
  form.dataset.address = entry.address;
  form.dataset.clock = last.clock ?? '';
  form.dispatchEvent(new Event('filled'));
  if (entry.problem?.field && entry.problem.title) {
    complain(form, entry.problem.field, entry.problem.title, document.getElementById('phone-problem').dataset);
  }
}

/** A page from the phone's own stock is filled with its household first. */
function drawn() {
  return new Promise((done) => {
    if (!document.body.dataset.shell) return void done();
    new MutationObserver((changes, observer) => {
      if (document.body.dataset.shell) return;
      observer.disconnect();
      done();
    }).observe(document.body, { attributeFilter: ['data-shell'] });
  });
}

const camel = (rule) => rule.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** The same words in the same places as the server's answer to a form that is wrong. */
function complain(form, field, message, words) {
  clear(form);
  const anchor = anchorOf(field);
  const parts = document.getElementById('phone-problem').content;
  const place = document.getElementById(anchor);
  const error = parts.querySelector('.f-error').cloneNode(true);
  error.querySelector('span').textContent = message;
  error.dataset.told = '';
  place?.classList.add('has-error');
  if (place) (place.querySelector('legend, .visit-h, .f-label') ?? place.firstElementChild).after(error);
  place?.closest('details')?.setAttribute('open', '');
  const summary = parts.querySelector('.errors')?.cloneNode(true);
  if (!summary) return place?.focus();
  const link = summary.querySelector('a');
  link.href = '#' + anchor;
  link.textContent = anchor === 'outcome' && message === words.outcome ? words.outcomeLink : message;
  summary.dataset.told = '';
  (form.querySelector('#outcome') ?? form.firstElementChild).before(summary);
  summary.focus();
  summary.scrollIntoView({ block: 'center' });
}

function anchorOf(field) {
  const anchor = field.replace(/^visit\./, '').replace(/[[.].*/, '');
  const known = ['outcome', 'followUp', 'followUpAt', 'note', 'guided', 'guidedUnnamed', 'topics', 'visitedAt', 'activations', 'reason'];
  if (anchor === 'followUpAt') return 'followUp';
  if (anchor === 'guided') return 'activations';
  if (known.includes(anchor)) return anchor;
  return anchor === 'memberIds' || anchor === 'members' ? 'visitedAt' : 'outcome';
}

function clear(form) {
  form.querySelectorAll('.errors, .f-error').forEach((told) => told.remove());
  form.querySelectorAll('.has-error').forEach((place) => place.classList.remove('has-error'));
}
