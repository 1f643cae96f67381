// The notebook grid by keyboard: suggestions, Enter and arrows, drafts by themselves. Without it the buttons do the same.
(() => {
  'use strict';
  const form = document.getElementById('notebook');
  if (!form) return;
  const base = form.dataset.base;
  const rows = document.getElementById('note-rows');
  const state = document.getElementById('note-state');
  const csrf = form.querySelector('input[name="_csrf"]');
  document.getElementById('note-find').hidden = true;

  const fetchHtml = async (address, options) => {
    const answer = await fetch(address, { ...options, headers: { 'X-Requested-With': 'tungnha' } });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    return answer.text();
  };
  const toElement = (html) => {
    const holder = document.createElement('template');
    holder.innerHTML = html.trim();
    return holder.content.firstElementChild;
  };
  const rowOf = (cell) => cell.closest('.note-row');
  const cellsOf = (row, column) => [...row.querySelectorAll('[data-col="' + column + '"]')];

  // ---- suggestions ----
  const box = document.createElement('div');
  box.className = 'note-options';
  box.setAttribute('role', 'listbox');
  box.hidden = true;
  let owner = null;
  let asked = 0;
  let waiting = 0;

  function close() { box.hidden = true; owner = null; box.replaceChildren(); }
  function mark(step) {
    const options = [...box.querySelectorAll('.note-option')];
    if (!options.length) return;
    const at = options.findIndex((one) => one.classList.contains('is-on'));
    options.forEach((one) => one.classList.remove('is-on'));
    options[(at + step + options.length) % options.length].classList.add('is-on');
  }
  function suggest(input) {
    clearTimeout(waiting);
    const typed = input.value.trim();
    if (!typed) { close(); return; }
    waiting = setTimeout(async () => {
      const mine = ++asked;
      try {
        const html = await fetchHtml(base + '/houses?q=' + encodeURIComponent(typed));
        if (mine !== asked || document.activeElement !== input) return;
        owner = input;
        input.parentElement.append(box);
        box.innerHTML = html;
        box.hidden = false;
        mark(1);
      } catch { close(); }
    }, 180);
  }
  async function choose(option) {
    const row = rowOf(owner);
    close();
    const body = new URLSearchParams();
    new FormData(form).forEach((value, name) => { if (name.includes(row.dataset.row) || name === '_csrf') body.append(name, value); });
    body.append('household', option.dataset.id);
    body.append('n', row.dataset.n);
    try {
      const settled = toElement(await fetchHtml(base + '/rows/' + row.dataset.row, { method: 'POST', body }));
      row.replaceWith(settled);
      cellsOf(settled, 'outcome')[0].focus();
      later();
    } catch { row.querySelector('[data-col="house"]').value = option.dataset.address; }
  }
  box.addEventListener('mousedown', (event) => {
    event.preventDefault();
    const option = event.target.closest('.note-option');
    if (option) choose(option);
  });

  // ---- moving about ----
  async function below(row, column) {
    let next = row.nextElementSibling;
    if (!next) {
      try {
        next = toElement(await fetchHtml(base + '/row?n=' + (rows.children.length + 1)));
        rows.append(next);
      } catch { return; }
    }
    const cell = cellsOf(next, column)[0] || cellsOf(next, 'house')[0];
    cell.focus();
    if (cell.select) cell.select();
  }
  function sideways(cell, step) {
    const all = [...rows.querySelectorAll('[data-col]')];
    const next = all[all.indexOf(cell) + step];
    if (next) { next.focus(); if (next.select) next.select(); }
  }
  function upOrDown(cell, step) {
    const column = cell.dataset.col;
    const same = [...rows.querySelectorAll('[data-col="' + column + '"]')];
    const next = same[same.indexOf(cell) + step];
    if (next) { next.focus(); if (next.select) next.select(); }
  }
  rows.addEventListener('keydown', (event) => {
    const cell = event.target.closest('[data-col]');
    if (!cell) return;
    const open = !box.hidden && owner === cell;
    if (event.key === 'Escape') { close(); return; }
    if (event.key === 'Enter') {
      event.preventDefault();
      const on = open && box.querySelector('.is-on');
      if (on) choose(on); else below(rowOf(cell), 'house');
    } else if (event.key === 'Tab' && open && !event.shiftKey) {
      const on = box.querySelector('.is-on');
      if (on) { event.preventDefault(); choose(on); }
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (open) { event.preventDefault(); mark(step); } else if (cell.tagName !== 'SELECT') { event.preventDefault(); upOrDown(cell, step); }
    } else if (cell.tagName === 'INPUT' && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      const right = event.key === 'ArrowRight';
      if (cell.selectionStart === cell.selectionEnd && cell.selectionEnd === (right ? cell.value.length : 0)) {
        event.preventDefault();
        sideways(cell, right ? 1 : -1);
      }
    }
  });
  rows.addEventListener('focusout', (event) => { if (event.target === owner) close(); });

  // ---- drafts ----
  let timer = 0;
  let sending = false;
  async function keep() {
    if (sending) return;
    try {
      const answer = await fetch(base + '/draft', { method: 'POST', body: new URLSearchParams(new FormData(form)), keepalive: true });
      const now = new Date();
      state.textContent = answer.headers.get('Notebook-Joined') === 'true' ? form.dataset.joined : form.dataset.kept.replace('#', now.getHours() + ':' + String(now.getMinutes()).padStart(2, '0'));
    } catch { state.textContent = ''; }
  }
  function later() { clearTimeout(timer); timer = setTimeout(keep, 1500); }
  form.addEventListener('input', (event) => {
    // typed into: what stands here is no mere repetition of what the server wrote
    const shown = rowOf(event.target)?.querySelector('input[name^="was."]');
    if (shown) shown.value = '';
    if (event.target.dataset.col === 'house') {
      const row = rowOf(event.target);
      row.querySelector('input[name^="hid."]').value = '';
      suggest(event.target);
    }
    later();
  });
  form.addEventListener('submit', () => { sending = true; clearTimeout(timer); });
  window.addEventListener('pageshow', () => { sending = false; });
  if (!csrf) return;
  const wrong = rows.querySelector('.has-error [data-col]');
  if (!wrong && !document.querySelector('.errors')) { const first = [...rows.querySelectorAll('[data-col="house"]')].find((one) => !one.value); if (first) first.focus({ preventScroll: true }); }
})();
