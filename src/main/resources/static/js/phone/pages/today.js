// Today, without a line.

import { stock } from '../stock.js';
import { meta } from '../store.js';
import { alleysOf, lacks } from '../round.js';
import { fill } from '../fill.js';
import { lang, say } from '../words.js';
import * as text from '../text.js';
import { addressOf, dressHouse, heading, lastNote, named, nothing, ring } from '../page.js';

const ALLEYS_A_PAGE = 6;

export async function show() {
  const main = document.querySelector('main');
  const known = await stock();
  if (!known) return void nothing(main, 'phone.nothing', 'phone.nothing.text');
  const { snapshot, homes, round } = known;
  const asked = new URLSearchParams(location.search);
  const all = asked.get('all') === 'true';
  const page = Math.max(0, Number(asked.get('p')) || 0);
  const next = round.next[0];
  const open = new Set([...homes.filter((one) => one.state !== 'MET'), ...round.next].map((one) => one.id));
  const shown = (one) => all || open.has(one.id);
  const alleys = alleysOf(homes, snapshot.lastAlley)
    .map(([name, houses]) => ({ name, houses, lines: houses.filter(shown) }))
    .filter(({ lines }) => lines.length);
  const model = {
    met: say('visits.today.count.MET', round.counts.MET),
    absent: say('visits.today.count.ABSENT', round.counts.ABSENT),
    later: say('visits.today.count.FOLLOW_UP', round.counts.FOLLOW_UP),
    refused: say('visits.today.count.REFUSED', round.counts.REFUSED),
    left: round.next.length ? say('visits.today.left', round.next.length) : say('visits.today.done'),
    open: say('visits.today.open', open.size),
    all: say('visits.today.all', homes.length),
    next: next ? card(next, snapshot, round) : null,
    alleys: alleys.slice(page * ALLEYS_A_PAGE, (page + 1) * ALLEYS_A_PAGE).map((alley) => ({
      ...alley,
      done: alley.houses.filter((one) => one.state).length,
      all: alley.houses.length,
      lines: alley.lines.map((one) => ({ home: one, id: one.id, who: named(one), note: lastNote(one, round.today) })),
    })),
    'next-alleys': alleys.length > (page + 1) * ALLEYS_A_PAGE,
  };
  heading(null, snapshot.team.name + ' · ' + text.weekdayAndDay(round.today, lang()));
  ring(main.querySelector('svg.ring'), round.done, round.planned);
  main.querySelector('.bleed.row').setAttribute('aria-label', say('visits.today.ring', round.done, round.planned));
  fill(main, model, {
    lacks: (line, lack) => line.querySelector('use').setAttribute('href', line.querySelector('use').getAttribute('href')),
    alleys: (section, alley) => strip(section.querySelector('ol.alley'), alley.houses, next),
    lines: (line, { home }) => {
      dressHouse(line.querySelector('.house'), home, home === next);
      line.querySelector('.muted').classList.toggle('t-near', Boolean(home.followUpAt));
    },
  });
  tabs(main.querySelector('nav.seg'), all);
  const more = main.querySelector('a[href*="__more__"], main > a.btn-2.btn-wide:last-child');
  if (model['next-alleys'] && more) more.setAttribute('href', '/field?' + (all ? 'all=true&' : '') + 'p=' + (page + 1));
  main.querySelector('form[action$="/skips"]')?.addEventListener('submit', (event) => skip(event, next, round));
}

function card(one, snapshot, round) {
  const year = Number(round.today.slice(0, 4));
  return {
    id: one.id,
    address: addressOf(one),
    people: named(one) + ' · ' + say('visits.people', one.persons.length),
    appointed: one.followUpAt ? true : null,
    appointment: one.followUpAt ? lastNote(one, round.today) : '',
    lacks: lacks(one, snapshot.types, year).slice(0, 2)
      .map(({ type, count }) => ({ icon: type.icon, count: say('visits.today.lack', count), account: type.text })),
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

/** The first of the two is marked in the shell. */
function tabs(nav, all) {
  if (!nav || !all) return;
  const [first, second] = nav.querySelectorAll('a');
  first.removeAttribute('aria-current');
  second.setAttribute('aria-current', 'true');
  second.prepend(first.querySelector('svg'));
}

/** Left for another day on this phone; the ward is told with the next line. */
async function skip(event, one, round) {
  event.preventDefault();
  const skips = (await meta.get('skips')) ?? {};
  const households = skips.day === round.today ? skips.households : {};
  await meta.set('skips', { day: round.today, households: { ...households, [one.id]: true } });
  location.reload();
}
