// Classes of the whole page that stand in cookies: the server writes them into its pages, here they are put right on shells.

const SIZES = { large: 'type-large', largest: 'type-largest' };

export function cookie(name) {
  return document.cookie.split('; ').find((one) => one.startsWith(name + '='))?.slice(name.length + 1) ?? '';
}

export function apply() {
  const { classList } = document.documentElement;
  classList.remove(...Object.values(SIZES));
  const size = SIZES[cookie('tn-type')];
  if (size) classList.add(size);
  classList.toggle('pin', cookie('tn-pin') === '1');
}

export function choose(size) {
  document.cookie = 'tn-type=' + size + '; path=/; samesite=lax; max-age=31536000';
  apply();
}

/** Shows the page that was hidden until the PIN was given. */
export function unlock() {
  document.documentElement.classList.remove('pin');
}
