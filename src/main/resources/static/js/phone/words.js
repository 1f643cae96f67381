// The sentences of the message files. The worker keeps them; without one they come from the server.

let known = null;
let loading = null;

export function load() {
  loading ??= fetch('/field/shell/words', { redirect: 'error' })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error('words ' + answer.status))))
    .then((told) => { known = told; return told; });
  return loading;
}

export function lang() {
  return known?.lang ?? document.documentElement.lang ?? 'vi';
}

/** A message with its arguments, as Java's MessageFormat writes it. */
export function say(key, ...values) {
  const pattern = known?.words[key];
  if (pattern === undefined) return key;
  if (!values.length) return pattern;
  return pattern.replaceAll("''", "'").replace(/\{(\d)\}/g, (all, place) => String(values[place] ?? ''));
}
