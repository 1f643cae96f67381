// Today, without a line.

import { stock } from '../stock.js';
import { alleysOf, lacks, wanted } from '../round.js';
import { fill } from '../fill.js';
import { lang, say } from '../words.js';
import * as text from '../text.js';
import { addressOf, dressHouse, due, heading, named, note, nothing, ring } from '../page.js';
import { leave, watchSkips } from '../skips.js';

const ALLEYS_A_PAGE = 6;

export async function show() {
  const main = document.querySelector('main');
  const known = await stock();
  if (!known) {
    heading(null, '');
    return void nothing(main, 'phone.nothing', 'phone.nothing.text');
  }
  const { snapshot, homes, round } = known;
  const filter = filterOf(new URLSearchParams(location.search), snapshot, round);
  const next = round.next[0];
  const alleys = alleysOf(homes, snapshot.lastAlley)
    .map(([name, houses]) => ({ name, houses, shown: houses.filter(filter.shows).sort((one, other) => left(round, one) - left(round, other)) }))
    .filter(({ shown }) => shown.length);
  const from = filter.page * ALLEYS_A_PAGE;
  heading(null, snapshot.team.name + ' · ' + text.weekdayAndDay(round.today, lang()));
  ring(main.querySelector('svg.ring'), round.done, round.planned);
  main.querySelector('.bleed.row').setAttribute('aria-label', say('visits.today.ring', round.done, round.planned));
  whose(main, filter, round);
  fill(main, {
    met: say('visits.today.count.MET', round.counts.MET),
    absent: say('visits.today.count.ABSENT', round.counts.ABSENT),
    later: say('visits.today.count.FOLLOW_UP', round.counts.FOLLOW_UP),
    refused: say('visits.today.count.REFUSED', round.counts.REFUSED),
    left: remaining(round),
    next: next ? card(next, snapshot, round) : null,
    filters: homes.length > 0,
    chips: filter.chips,
    nobody: !alleys.length && !homes.length,
    unmatched: !alleys.length && homes.length > 0,
    alleys: alleys.slice(from, from + ALLEYS_A_PAGE).map((alley) => section(alley, snapshot, round)),
    further: alleys.length > from + ALLEYS_A_PAGE,
    more: filter.url(filter.show, { p: filter.page + 1 }),
  }, dressing(round, next));
  const more = main.querySelector('a[href*="__more__"]');
  if (more) more.setAttribute('href', filter.url(filter.show, { p: filter.page + 1 }));
  watchSkips(main, round);
}

const left = (round, one) => Number(Boolean(round.skip(one)));

function filterOf(asked, snapshot, round) {
  const accounts = wanted(snapshot.types);
  const year = Number(round.today.slice(0, 4));
  const mine = round.hasPart && asked.get('whose') !== 'team';
  const codes = ['open', 'due', 'never', 'all', ...accounts.map((type) => type.code)];
  const show = codes.includes(asked.get('show')) ? asked.get('show') : 'open';
  const which = {
    open: (one) => round.reasons.get(one.id) !== null,
    due: (one) => round.reasons.get(one.id) === 'DUE',
    never: (one) => round.reasons.get(one.id) === 'NEVER_MET',
    all: () => true,
  };
  for (const { code } of accounts) {
    which[code] = (one) => round.reasons.get(one.id) === 'LACKING' && lacks(one, snapshot.types, year).some(({ type }) => type.code === code);
  }
  const url = (code, more = {}) => {
    const query = new URLSearchParams({ ...(code === 'open' ? {} : { show: code }), ...(round.hasPart && !mine ? { whose: 'team' } : {}), ...more });
    return '/field' + (query.size ? '?' + query : '');
  };
  const shows = (code) => (one) => which[code](one) && (!mine || round.mine(one));
  const chips = codes.filter((code) => code !== 'all').concat('all').map((code) => ({
    code, here: code === show, n: round.homes.filter(shows(code)).length, url: url(code),
    text: ['open', 'due', 'never', 'all'].includes(code) ? say('visits.today.' + code)
      : say('visits.today.lacking', accounts.find((type) => type.code === code).text),
  })).filter((chip) => chip.n || chip.here || ['open', 'all'].includes(chip.code));
  return { show, mine, chips, url, shows: shows(show), page: Math.max(0, Number(asked.get('p')) || 0) };
}

/** The two parts of a list that was shared out; nothing to choose otherwise. */
function whose(main, filter, round) {
  const nav = [...main.querySelectorAll('nav.seg')].find((one) => one.textContent.includes('__mine__'));
  if (!nav) return;
  if (!round.hasPart) return void nav.remove();
  fill(nav, { mine: say('visits.today.mine', round.open.filter(round.mine).length), team: say('visits.today.team', round.open.length) });
  if (filter.mine) return;
  const [first, second] = nav.querySelectorAll('a');
  first.removeAttribute('aria-current');
  second.setAttribute('aria-current', 'true');
  second.prepend(first.querySelector('svg'));
}

function remaining(round) {
  if (round.next.length) return say('visits.today.left', round.next.length);
  const others = round.open.filter((one) => !round.skip(one) && one.member && !round.mine(one)).length;
  return others ? say('visits.today.done-mine', others) : say('visits.today.done');
}

function card(one, snapshot, round) {
  return {
    id: one.id,
    address: addressOf(one),
    people: named(one) + ' · ' + say('visits.people', one.persons.length),
    appointed: Boolean(one.followUpAt),
    appointment: one.followUpAt ? due(one, round.today) : '',
    lacks: lacks(one, snapshot.types, Number(round.today.slice(0, 4))).slice(0, 2)
      .map(({ type, count }) => ({ icon: type.icon, count: say('visits.today.lack', count), account: type.text })),
  };
}

function section({ name, houses, shown }, snapshot, round) {
  const member = (id) => snapshot.members?.find((one) => one.id === id)?.name ?? null;
  const open = houses.filter((one) => round.reasons.get(one.id));
  const takers = new Set(open.map((one) => one.member));
  const other = open.length && takers.size === 1 && open[0].member && !round.mine(open[0]) ? member(open[0].member) : null;
  return {
    name, houses,
    done: houses.filter((one) => one.state).length,
    all: houses.length,
    others: other ? { name, other } : null,
    lines: shown.map((one) => ({
      home: one, id: one.id, name: named(one), note: note(one, snapshot, round),
      others: !other && one.member && !round.mine(one) ? { id: one.id, other: member(one.member) ?? '' } : null,
      skipped: Boolean(round.skip(one)),
    })),
  };
}

function dressing(round, next) {
  // taking over needs the ward's word
  const others = (form) => form.querySelector('button').remove();
  return {
    others,
    chips: (link, chip) => {
      link.setAttribute('href', chip.url);
      if (chip.here) return;
      link.removeAttribute('aria-current');
      link.querySelector('svg').remove();
    },
    alleys: (card, { houses }) => strip(card.querySelector('ol.alley'), houses, next),
    lines: (line, { home }) => {
      dressHouse(line.querySelector('.house'), home, home === next);
      const words = line.querySelector('.small.muted');
      const strong = round.reasons.get(home.id) === 'DUE' && !round.skip(home);
      const late = strong && text.dayOf(home.followUpAt) < round.today;
      words.classList.toggle('t-bad', late);
      words.classList.toggle('t-near', strong && !late);
      const svg = words.querySelector('svg');
      if (!strong) svg.remove();
      else if (!late) svg.querySelector('use').setAttribute('href', svg.querySelector('use').getAttribute('href').replace('#alert-triangle', '#clock'));
      line.querySelector('form[action$="/undo"]')?.addEventListener('submit', (event) => {
        event.preventDefault();
        leave(home.id, null, round.today);
      });
    },
  };
}

/** Houses of an alley in walking order; the prototype is the only one there is. */
function strip(list, houses, next) {
  const prototype = list.querySelector('li');
  list.replaceChildren(...houses.map((one) => {
    const house = prototype.cloneNode(true);
    dressHouse(house, one, one === next);
    return house;
  }));
  if (!houses.some((one) => one.waiting)) return;
  const legend = document.createElement('p');
  legend.className = 'house-wait-legend small';
  legend.textContent = say('phone.waiting.legend');
  list.after(legend);
}
