// The service worker of /field: the network first, briefly; the phone's own copy when that fails.

import { sendAwake } from './sender.js';

const PATIENCE = 2500;
const QUIET = 60_000;
const KEPT = 'tn-';
const SHELLS = [
  [/^\/field\/?$/, 'today'],
  [/^\/field\/households\/new$/, 'newcomer'],
  [/^\/field\/households\/[^/]+\/residents\/new$/, 'newcomer'],
  [/^\/field\/households\/[^/]+\/visits\/new$/, 'visit'],
  [/^\/field\/households\/[^/]+$/, 'household'],
  [/^\/field\/desk$/, 'desks'],
  [/^\/field\/desk\/[^/]+$/, 'desk'],
  [/^\/field\/desk\/[^/]+\/people\/[^/]+$/, 'visit'],
  [/^\/field\/search$/, 'search'],
  [/^\/field\/outbox$/, 'outbox'],
  [/^\/field\/cards$/, 'cards'],
  [/^\/field\/cards\/[^/]+$/, 'card'],
  [/^\/field\/settings$/, 'settings'],
];
const FRESH = /^\/field\/(desk\/|households\/[^/]+(\/(visits|residents)\/new)?$)/;
const OURS = /^\/(css|js|fonts|img|webjars)\/|^\/[^/]+\.(svg|ico)$|^\/field\/shell\//;

let quietUntil = 0;

/** Called by /sw.js, which bears the release and what belongs to it. */
export function start({ release, assets, shells }) {
  const name = KEPT + release;

  self.addEventListener('install', (event) => event.waitUntil(install(name, assets)));
  self.addEventListener('activate', (event) => event.waitUntil(activate(name)));
  self.addEventListener('fetch', (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.origin !== self.location.origin) return;
    if (request.mode === 'navigate') {
      if (url.pathname === '/field' || url.pathname.startsWith('/field/')) event.respondWith(page(request, url, name, shells));
    } else if (OURS.test(url.pathname)) {
      event.respondWith(asset(request, name));
    }
  });
  // the browser says there is a line, even when no page is open any more
  self.addEventListener('sync', (event) => { if (event.tag === 'tungnha') event.waitUntil(sendAwake()); });
  self.addEventListener('message', (event) => {
    if (event.data === 'online') quietUntil = 0;
    if (event.data === 'renew') event.waitUntil(takePages(name));
  });
}

/** All or nothing: a release that could not be fetched whole is tried again later, and the old one goes on. */
async function install(name, assets) {
  const cache = await caches.open(name);
  await Promise.all([takePages(name), takeFiles(cache), ...assets.map((path) => take(cache, path))]);
  // pages that are open keep what they have loaded; the next one opened is of this release
  await self.skipWaiting();
}

async function take(cache, path) {
  const answer = await fetch(path, { redirect: 'error' });
  if (!answer.ok) throw new Error(path + ' ' + answer.status);
  await cache.put(path, answer);
}

/** The modules and the pictures of the cards come in one answer as well. */
async function takeFiles(cache) {
  const answer = await fetch('/field/shell/files', { redirect: 'error', cache: 'no-store' });
  if (!answer.ok) throw new Error('/field/shell/files ' + answer.status);
  await Promise.all(Object.entries(await answer.json()).map(([path, text]) => {
    const type = path.endsWith('.svg') ? 'image/svg+xml' : 'text/javascript';
    return cache.put(path, new Response(text, { headers: { 'Content-Type': type + ';charset=UTF-8' } }));
  }));
}

async function activate(name) {
  const old = (await caches.keys()).filter((key) => key.startsWith(KEPT) && key !== name);
  await Promise.all(old.map((key) => caches.delete(key)));
  await self.clients.claim();
}

/** All pages and the words come in one answer; in another language the same release has others. */
async function takePages(name) {
  const answer = await fetch('/field/shell', { redirect: 'error', cache: 'no-store' });
  if (!answer.ok) throw new Error('/field/shell ' + answer.status);
  const { shells, words } = await answer.json();
  const cache = await caches.open(name);
  const put = (path, type, body) => {
    // the same policies as the server gives its pages
    const headers = new Headers(answer.headers);
    ['Content-Encoding', 'Content-Length', 'Transfer-Encoding', 'Vary'].forEach((one) => headers.delete(one));
    headers.set('Content-Type', type + ';charset=UTF-8');
    return cache.put('/field/shell/' + path, new Response(body, { headers }));
  };
  await Promise.all([put('words', 'application/json', JSON.stringify(words)),
    ...Object.entries(shells).map(([shell, page]) => put(shell, 'text/html', page))]);
}

async function page(request, url, name, shells) {
  if (Date.now() < quietUntil) return shell(request, url, name, shells);
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const answer = await fetch(request, { signal: patience.signal });
    // a desk opened or a household written down here: the ward may not have heard of it yet
    if (answer.status === 404 && FRESH.test(url.pathname)) return shell(request, url, name, shells);
    if (answer.status < 502) return answer;
  } catch {
    // no line, or none worth waiting for
  } finally {
    clearTimeout(timer);
  }
  quietUntil = Date.now() + QUIET;
  return shell(request, url, name, shells);
}

async function shell(request, url, name, shells) {
  const wanted = SHELLS.find(([path]) => path.test(url.pathname))?.[1];
  const cache = await caches.open(name);
  const kept = await cache.match('/field/shell/' + (shells.includes(wanted) ? wanted : 'away'), { ignoreVary: true });
  if (kept) return kept;
  quietUntil = 0;
  return fetch(request);
}

async function asset(request, name) {
  const cache = await caches.open(name);
  return (await cache.match(request, { ignoreVary: true })) ?? fetch(request);
}
