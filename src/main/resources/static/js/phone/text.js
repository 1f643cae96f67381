// Vietnamese words, names and house numbers, as on the server (VietnameseText, SortKeys, Words): pure functions.

const HOURS_AHEAD = 7 * 60 * 60 * 1000;
const WEEKDAYS = {
  vi: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const ALLEY = /^(?:Kiệt|Hẻm|Ngõ|Ngách) (\S+) (.+)$/;
const LANE = /^(kiet|hem|ngo|ngach) (\S+)(?: .*)?$/;
const IN_LANE = /^((?:kiet|hem|ngo|ngach|k|h|n)?)\s*([^\s/]+)\s*\/\s*\S.*$/;

/** Lower case, no marks, d for đ, single spaces, no commas: what a search looks in. */
export function fold(text) {
  return text.normalize('NFC').toLowerCase().normalize('NFD').replace(/\p{M}+/gu, '').replaceAll('đ', 'd')
    .replace(/[\s\u00a0,.;]+/g, ' ').trim();
}

/** Every word typed is found somewhere, in any order. */
export function matches(folded, typed) {
  return fold(typed).split(' ').every((word) => folded.includes(word));
}

/** A key to sort house numbers by as one walks past them: 12, 12A, 12/3, 12/14, 14; no number comes last. */
export function naturalKey(number) {
  let key = '';
  for (const part of fold(number).replaceAll(' ', '').match(/\d+|\p{L}+|[^\d\p{L}]+/gu) ?? []) {
    if (/^\d/.test(part)) {
      const digits = part.replace(/^0+(?=\d)/, '');
      key += String.fromCharCode(97 + Math.min(25, digits.length)) + digits;
    } else if (/^\p{L}/u.test(part)) {
      key += (key ? '!' : '~') + part + '!';
    } else {
      key += '/';
    }
  }
  return key;
}

export function compareNaturally(one, other) {
  if (!one.trim() || !other.trim()) return Number(!one.trim()) - Number(!other.trim());
  const [left, right] = [naturalKey(one), naturalKey(other)];
  return left < right ? -1 : Number(left > right);
}

/** Of "K112/14" in Kiệt 112 only the 14 tells houses apart. */
export function houseNumber(alley, number) {
  const lane = LANE.exec(fold(alley));
  const parts = IN_LANE.exec(fold(number));
  const repeated = lane && parts && parts[2] === lane[2] && lane[1].startsWith(parts[1]);
  return repeated ? number.slice(number.indexOf('/') + 1).trim() : number.trim();
}

/** K112/14 Hải Phòng. */
export function address(alley, number) {
  const parts = ALLEY.exec(alley);
  if (parts) return alley[0] + parts[1] + '/' + houseNumber(alley, number) + ' ' + parts[2];
  return number ? number + ' ' + alley : alley;
}

/** K112/14, for a short line. */
export function shortAddress(alley, number) {
  const parts = ALLEY.exec(alley);
  return parts ? alley[0] + parts[1] + '/' + houseNumber(alley, number) : address(alley, number);
}

/** How one speaks to a person: the title and the given name, by age and sex; null where that is not known. */
export function title(name, birthYear, sex, year) {
  if (!name || !birthYear || !sex) return null;
  const given = name.slice(name.lastIndexOf(' ') + 1);
  const man = sex === 'MALE';
  if (year - birthYear >= 60) return (man ? 'Ông ' : 'Bà ') + given;
  return year - birthYear >= 30 ? (man ? 'Anh ' : 'Chị ') + given : name;
}

/** The clock of the ward, whatever the phone is set to: an ISO text without a zone. */
export function wall(at) {
  return new Date(new Date(at).getTime() + HOURS_AHEAD).toISOString().slice(0, 19);
}

/** 2026-11-22, the day at the ward. */
export const dayOf = (at) => wall(at).slice(0, 10);

/** 09:15 */
export const time = (at) => wall(at).slice(11, 16);

/** 22/11/2026 */
export const day = (at) => written(dayOf(at));

/** 09:15, 22/11/2026 */
export const moment = (at) => time(at) + ', ' + day(at);

/** Of a day such as 2026-11-22: Chủ Nhật, 22/11/2026. */
export function weekdayAndDay(iso, lang = 'vi') {
  return (WEEKDAYS[lang] ?? WEEKDAYS.vi)[new Date(iso + 'T00:00:00Z').getUTCDay()] + ', ' + written(iso);
}

export function plusDays(iso, days) {
  return new Date(Date.parse(iso + 'T00:00:00Z') + days * 86_400_000).toISOString().slice(0, 10);
}

function written(iso) {
  return iso.slice(8, 10) + '/' + iso.slice(5, 7) + '/' + iso.slice(0, 4);
}

/** A UUID out of the 22 letters of base64url it was packed into. */
export function whole(id) {
  const bytes = atob(id.replaceAll('-', '+').replaceAll('_', '/'));
  const hex = Array.from(bytes, (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
