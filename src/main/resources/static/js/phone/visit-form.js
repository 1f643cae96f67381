// The visit form as the contract's body, with the same meaning as the server's VisitForm; and back, to mend it.

const ZONE = '+07:00';
const MOST_UNNAMED = 500;
const LONGEST_NOTE = 2000;
const EARLIEST = '2000';
const CITIZEN_NUMBER = /(?<!\d)\d{12}(?!\d)/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/;
const ANSWERS = ['ACTIVATED', 'ALREADY_ACTIVE', 'NOT_YET', 'LOST', 'ISSUED', 'USED'];

/** What is missing or wrong, at which field; `rule` names the words. */
export class Problem extends Error {
  constructor(field, rule) {
    super(rule);
    Object.assign(this, { field, rule });
  }
}

/** The body of the visit, or a Problem. */
export function bodyOf(form, now = new Date()) {
  const sent = new FormData(form);
  const text = (name) => String(sent.get(name) ?? '').trim();
  const list = (name) => [...new Set(sent.getAll(name).map(String))];
  const outcome = text('outcome');
  if (!['MET', 'ABSENT', 'FOLLOW_UP', 'REFUSED'].includes(outcome)) throw new Problem('outcome', 'outcome');
  const met = outcome === 'MET';
  const note = text('note');
  const body = {
    id: text('id'),
    householdId: form.dataset.household,
    teamId: text('teamId'),
    memberIds: list('members'),
    visitedAt: moment(text('visitedAt') || minute(now), 'visitedAt'),
    outcome,
    topics: list('topics'),
    guided: met ? list('guided') : [],
    guidedUnnamed: met ? unnamed(text('guidedUnnamed')) : 0,
    activations: met ? activations(sent, text) : [],
    followUpAt: followUpAt(outcome, text('followUp'), text('followUpAt')),
    notice: text('notice') || null,
    note: note || null,
  };
  if (body.visitedAt < EARLIEST) throw new Problem('visitedAt', 'too-early');
  if (note.length > LONGEST_NOTE) throw new Problem('note', 'note-long');
  if (CITIZEN_NUMBER.test(note)) throw new Problem('note', 'note-citizen-number');
  if (form.dataset.deskId) Object.assign(body, { place: 'DESK', desk: deskOf(form.dataset) });
  if (form.dataset.newHousehold) body.newHousehold = JSON.parse(form.dataset.newHousehold);
  if (form.dataset.newResidents) body.newResidents = JSON.parse(form.dataset.newResidents);
  return Object.fromEntries(Object.entries(body).filter(([, value]) =>
    value !== null && value !== 0 && !(Array.isArray(value) && !value.length)));
}

function activations(sent, text) {
  const answers = new Map();
  for (const name of new Set(sent.keys())) {
    const [, residentId, accountType] = /^r\.([^.]+)\.(.+)$/.exec(name) ?? [];
    const told = residentId && text(name);
    if (!told) continue;
    if (!ANSWERS.includes(told)) throw new Problem('activations', 'answer');
    const reason = text('f.' + residentId + '.' + accountType);
    // "Chưa được" with a reason was tried and failed; without one it is merely not there yet
    const failed = told === 'NOT_YET' && reason;
    answers.set(name, { residentId, accountType, result: failed ? 'FAILED' : told, ...(failed ? { failureReason: reason } : {}) });
  }
  return [...answers.values()];
}

function unnamed(typed) {
  if (!typed) return 0;
  if (!/^[+-]?\d{1,9}$/.test(typed)) throw new Problem('guidedUnnamed', 'number');
  const count = Number(typed);
  if (count < 0 || count > MOST_UNNAMED) throw new Problem('guidedUnnamed', 'unnamed');
  return count;
}

function followUpAt(outcome, choice, own) {
  if (outcome === 'FOLLOW_UP' && !choice && !own) throw new Problem('followUp', 'follow-up');
  if (choice && choice !== 'OTHER') return moment(choice, 'followUp');
  return own ? moment(own, 'followUpAt') : null;
}

function moment(typed, field) {
  if (!MOMENT.test(typed) || Number.isNaN(Date.parse(typed + ZONE))) throw new Problem(field, 'moment');
  return (typed.length === 16 ? typed + ':00' : typed) + ZONE;
}

/** A desk is told along with whoever came to it, so that it can be opened on the way. */
export function deskOf({ deskId, deskName, deskTopic, deskAt }) {
  return { id: deskId, name: deskName, topic: deskTopic || null, startedAt: deskAt };
}

/** A moment of the ward's wall clock as the contract writes it; null when it is none. */
export function localMoment(typed) {
  try {
    return moment(typed, '');
  } catch {
    return null;
  }
}

/** The wall clock of the ward at this moment, to the minute. */
export function minute(at) {
  return new Date(at.getTime() + 7 * 60 * 60 * 1000).toISOString().slice(0, 16);
}

export function accountsIn(body) {
  return (body.activations ?? []).filter((one) => one.result === 'ACTIVATED').length;
}

/** Puts what was told before into the form. What the form no longer asks for is carried along unseen. */
export function fill(form, told) {
  const set = (name, values) => {
    const given = values.filter((value) => value !== null && value !== undefined && value !== '').map(String);
    const fields = [...form.elements].filter((field) => field.name === name);
    const left = new Set(given);
    for (const field of fields) {
      if (field.type === 'radio' || field.type === 'checkbox') {
        field.checked = given.includes(field.value);
        if (field.checked) left.delete(field.value);
      } else {
        field.value = given[0] ?? '';
        if (field.value === given[0]) left.clear();
      }
    }
    left.forEach((value) => carry(form, name, value));
  };
  const wall = (at) => (at ? minute(new Date(at)) : '');
  set('id', [told.id]);
  set('teamId', [told.teamId]);
  set('visitedAt', [wall(told.visitedAt)]);
  set('members', told.memberIds ?? []);
  set('outcome', [told.outcome]);
  set('topics', told.topics ?? []);
  set('guided', told.guided ?? []);
  set('guidedUnnamed', [told.guidedUnnamed || '']);
  set('followUp', told.followUpAt ? ['OTHER'] : []);
  set('followUpAt', [wall(told.followUpAt)]);
  set('notice', [told.notice]);
  set('note', [told.note]);
  for (const one of told.activations ?? []) {
    const key = one.residentId + '.' + one.accountType;
    set('r.' + key, [one.result === 'FAILED' ? 'NOT_YET' : one.result]);
    set('f.' + key, [one.failureReason]);
  }
  if (told.newHousehold) form.dataset.newHousehold = JSON.stringify(told.newHousehold);
  if (told.newResidents) form.dataset.newResidents = JSON.stringify(told.newResidents);
}

function carry(form, name, value) {
  const field = document.createElement('input');
  Object.assign(field, { type: 'hidden', name, value });
  form.append(field);
}
