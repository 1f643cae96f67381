// A player's page: shows the seconds that are left, and looks whether the next round has begun. The server keeps the time.
(() => {
  'use strict';
  const EVERY = 3000;
  const SHORT = 10000;

  const clock = document.querySelector('.con-clock');
  if (clock) {
    const end = performance.now() + Number(clock.dataset.left);
    const shown = clock.querySelector('[data-clock]');
    const tick = () => {
      const left = end - performance.now();
      clock.classList.toggle('is-short', left < SHORT);
      if (left <= 0) { shown.textContent = clock.dataset.over; shown.setAttribute('role', 'status'); return; }
      shown.textContent = Math.ceil(left / 1000);
      setTimeout(tick, 250);
    };
    tick();
  }

  const page = document.querySelector('[data-waits]');
  const look = async () => {
    try {
      const answer = await fetch(page.dataset.state, { cache: 'no-store' });
      if (answer.ok && (await answer.text()) !== page.dataset.mark) { location.reload(); return; }
    } catch { /* the line is down: asked again */ }
    setTimeout(look, EVERY);
  };
  if (page) setTimeout(look, EVERY);
})();
