// Many villages to a part at once, without asking the server; without script its buttons do.
(() => {
  'use strict';
  const list = document.getElementById('goings-rows');
  const filter = document.getElementById('filter');
  const all = document.getElementById('allShown');
  const counts = [...document.querySelectorAll('#goings-counts [data-part]')];
  if (!list || !filter || !all) return;
  const rows = [...list.children].map((row) => ({ row, tick: row.querySelector('[name=tick]'), part: row.querySelector('select'), text: fold([row.querySelector('.opt').textContent, row.dataset.name, row.querySelector('[name=tick]').value].join(' ')) }));

  function fold(text) {
    return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().replace(/[\s,.;]+/g, ' ').trim();
  }

  function tell() {
    counts.forEach((line) => {
      const count = rows.filter(({ part }) => part.value === line.dataset.part).length;
      line.textContent = line.textContent.replace(/[\d.,]+$/, count.toLocaleString(document.documentElement.lang === 'en' ? 'en-US' : 'vi-VN'));
    });
  }

  function show() {
    const asked = fold(filter.value);
    rows.forEach(({ row, text }) => { row.hidden = !text.includes(asked); });
    all.checked = false;
    const label = all.nextElementSibling;
    label.textContent = label.textContent.replace(/[\d.,]+/, String(rows.filter(({ row }) => !row.hidden).length));
  }

  document.getElementById('goings-show').hidden = true;
  filter.addEventListener('input', show);
  filter.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
  all.addEventListener('change', () => rows.forEach(({ row, tick }) => { if (!row.hidden) tick.checked = all.checked; }));
  list.addEventListener('change', tell);
  document.getElementById('goings-place').addEventListener('click', (event) => {
    event.preventDefault();
    const to = document.getElementById('tickPart').value;
    rows.filter(({ tick }) => tick.checked).forEach(({ tick, part }) => { part.value = to; tick.checked = false; });
    all.checked = false;
    tell();
  });
  // the server would take the box for "all that it showed"
  list.closest('form').addEventListener('submit', () => { all.checked = false; });
})();
