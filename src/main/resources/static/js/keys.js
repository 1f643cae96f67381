// Keys for people who work in lists all day. They are off while somebody types, and can be switched off altogether:
// then the page has no dialog that tells of them. Rows get a real focus, so that a screen reader reads them.
(() => {
  'use strict';
  const dialog = document.getElementById('keys');
  const ROWS = 'main table.table tbody tr, main ul.rows > li';
  let going = false;

  const typing = (target) => target.closest('input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable],dialog[open]');
  const lead = (row) => row.querySelector('a[href]:not(.cell-edit,[data-cancel])');
  // what is folded away has a place in the page all the same, but takes no focus
  const rows = () => [...document.querySelectorAll(ROWS)].filter((row) => lead(row) && row.offsetParent && !row.closest('details:not([open]),.desk-bar'));
  const here = () => document.activeElement?.closest(ROWS) || document.querySelector('main .at-row');

  function move(step) {
    const all = rows();
    if (!all.length) return;
    const at = all.indexOf(here());
    const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step))];
    document.querySelectorAll('.at-row').forEach((row) => row.classList.remove('at-row'));
    next.classList.add('at-row');
    lead(next).focus();
    next.scrollIntoView({ block: 'nearest' });
  }

  const acts = {
    '?': () => dialog.showModal(),
    '/': () => { const box = document.getElementById('top-search'); box?.focus(); box?.select(); },
    j: () => move(1),
    k: () => move(-1),
    x: () => here()?.querySelector('input[name=row]')?.click(),
    e: () => (here()?.querySelector('.cell-edit') || document.querySelector('main .head a[href$="/edit"]'))?.click(),
    g: () => { going = true; }
  };

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.target.closest('dialog[open]')) {
      const cancel = event.target.closest('.cell-form')?.querySelector('[data-cancel]');
      if (cancel) { event.preventDefault(); cancel.click(); return; }
      const open = document.querySelector('.desk-bar details[open]');
      if (open) { open.open = false; open.querySelector('summary').focus(); }
      return;
    }
    if (!dialog || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (going && event.key !== 'Shift') {
      going = false;
      const link = dialog.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
      if (link) { event.preventDefault(); link.click(); return; }
    }
    if (event.key === 'Enter' && event.target === document.body && here()) { event.preventDefault(); lead(here()).click(); return; }
    const act = Object.hasOwn(acts, event.key) ? acts[event.key] : null;
    if (act) { event.preventDefault(); act(); }
  });

  // choosing rows: the whole page at once, and how many
  const ticks = () => [...document.querySelectorAll('input[name=row][form=bulk]')];
  function tell() {
    const told = document.querySelector('[data-ticked]');
    if (!told) return;
    told.dataset.words ||= told.textContent;
    const count = ticks().filter((tick) => tick.checked).length;
    told.textContent = `${told.dataset.words} ${count}`;
    const all = document.querySelector('[data-tick-all]');
    if (all) { all.checked = count > 0 && count === ticks().length; all.indeterminate = count > 0 && !all.checked; }
  }
  document.addEventListener('change', (event) => {
    if (event.target.matches('[data-tick-all]')) ticks().forEach((tick) => { tick.checked = event.target.checked; });
    if (event.target.matches('[data-tick-all],input[name=row]')) tell();
  });
  const show = () => { document.querySelectorAll('[data-tick-all]').forEach((box) => { box.hidden = false; }); tell(); };
  document.addEventListener('htmx:load', show);
  show();
})();
