// Turns the pages of a wall display without leaving full screen; where this does not run, the page refreshes itself.
(() => {
  'use strict';
  let timer = null;
  let paused = document.getElementById('wall').dataset.paused === '1';
  let back = 0;

  const stage = () => document.getElementById('wall');

  function say() {
    const button = stage().querySelector('[data-pause]');
    if ((stage().dataset.paused === '1') === paused) return;
    const words = button.querySelector('span');
    [words.textContent, button.dataset.other] = [button.dataset.other, words.textContent];
    if (paused) stage().dataset.paused = '1'; else delete stage().dataset.paused;
  }

  function wait() {
    clearTimeout(timer);
    stage().querySelector('[data-full]').hidden = !document.fullscreenEnabled;
    say();
    if (!paused) timer = setTimeout(() => turn(stage().dataset.next), Number(stage().dataset.seconds) * 1000);
  }

  // figures that cannot be fetched leave the old ones in place, and say so
  async function turn(address) {
    try {
      const answer = await fetch(address);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const next = page.getElementById('wall');
      if (!next) { location.assign(address); return; }
      stage().replaceWith(document.adoptNode(next));
      document.title = page.title;
      history.replaceState(null, '', address);
      if (back) { stage().querySelectorAll('.wall-bar .btn')[back - 1]?.focus(); back = 0; }
    } catch {
      const time = document.getElementById('wall-time');
      time.textContent = time.dataset.stale;
    }
    wait();
  }

  document.addEventListener('click', (event) => {
    const target = event.target.closest('[data-step],[data-pause],[data-full]');
    if (!target || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if ('step' in target.dataset) {
      back = [...target.parentElement.querySelectorAll('.btn')].indexOf(target) + 1;
      turn(target.getAttribute('href'));
    } else if ('pause' in target.dataset) {
      paused = !paused;
      wait();
    } else if (document.fullscreenElement) {
      document.exitFullscreen();
    } else {
      document.documentElement.requestFullscreen();
    }
  });

  wait();
})();
