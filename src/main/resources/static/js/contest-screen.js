// Asks every other second what has changed on the board; the answer is empty while nothing has.
(() => {
  'use strict';
  const EVERY = 2000;
  const live = document.getElementById('live');
  const stale = document.getElementById('stale');
  let tag = null;

  const look = async () => {
    try {
      const answer = await fetch(live.dataset.src, { cache: 'no-store', headers: tag ? { 'If-None-Match': tag } : {} });
      if (answer.status === 200 && !answer.redirected) {
        live.innerHTML = await answer.text();
        tag = answer.headers.get('ETag');
      }
      stale.textContent = answer.ok || answer.status === 304 ? '' : live.dataset.stale;
    } catch {
      stale.textContent = live.dataset.stale;
    }
    setTimeout(look, EVERY);
  };
  setTimeout(look, EVERY);
})();
