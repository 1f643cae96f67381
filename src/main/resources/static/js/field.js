// The visit form without waiting: presets, folding, the summary line. Nothing here is needed to save a visit.
(() => {
  'use strict';
  const form = document.getElementById('visit-form');
  if (!form) return;
  const summary = document.getElementById('visit-summary');
  const touched = new Set();
  const all = (selector) => [...form.querySelectorAll(selector)];
  const chosen = (name) => form.querySelector('input[name="' + name + '"]:checked');

  form.querySelector('[data-presets]').value = '1';
  all('[data-step], [data-chips]').forEach((part) => { part.hidden = false; });
  // a correction begins with all of what was told, also with what was not ticked
  const told = form.elements.correctionId ? '' : ':checked';
  all('input[name="topics"]' + told + ', input[name="guided"]' + told).forEach((box) => touched.add(box));

  // a topic follows the accounts just activated, a person counts as guided once there is an answer, until touched by hand
  function preset() {
    const topics = new Set(all('.answer input[value="ACTIVATED"]:checked')
      .map((radio) => radio.closest('.answer').dataset.topic).filter(Boolean));
    all('input[name="topics"]').forEach((box) => { if (!touched.has(box)) box.checked = topics.has(box.value); });
    all('[data-person]').forEach((person) => {
      const box = person.querySelector('input[name="guided"]');
      if (!touched.has(box)) box.checked = person.querySelector('.answer input:checked') !== null;
    });
  }

  function fold() {
    const outcome = chosen('outcome');
    const code = outcome ? outcome.value : 'MET';
    all('.only-met').forEach((part) => { part.hidden = code !== 'MET'; });
    all('.only-later').forEach((part) => { part.hidden = !outcome || code === 'MET' || code === 'REFUSED'; });
  }

  function sum() {
    const outcome = chosen('outcome');
    summary.hidden = !outcome;
    if (!outcome) return;
    summary.replaceChildren();
    const label = outcome.closest('label');
    summary.append(label.querySelector('svg').cloneNode(true));
    const bold = document.createElement('b');
    bold.textContent = label.querySelector('span').textContent;
    summary.append(bold);
    const parts = [];
    if (outcome.value === 'MET') {
      const accounts = all('.answer input[value="ACTIVATED"]:checked').length;
      const topics = all('input[name="topics"]:checked').length;
      if (accounts) parts.push(summary.dataset.accounts.replace('#', accounts));
      if (topics) parts.push(summary.dataset.topics.replace('#', topics));
    } else {
      const later = chosen('followUp');
      const note = later && later.closest('label').querySelector('small');
      if (note) parts.push(note.textContent);
    }
    summary.append(parts.map((part) => ' · ' + part).join(''));
  }

  // only once the text is left alone: typing and speaking are never interrupted
  function measure() {
    const note = document.getElementById('note-text');
    const says = document.getElementById('note-count');
    const most = Number(says.dataset.most);
    const length = note.value.length;
    says.textContent = length > most ? says.dataset.text.replace('#', length).replace('#', length - most) : '';
  }

  function refresh() { preset(); fold(); sum(); }

  form.addEventListener('change', (event) => {
    if (event.isTrusted && event.target.matches('input[name="topics"], input[name="guided"]')) touched.add(event.target);
    if (event.target.id === 'note-text') measure();
    refresh();
  });
  // what was told before stands as it was told
  form.addEventListener('filled', () => {
    all('input[name="topics"], input[name="guided"]').forEach((box) => touched.add(box));
    refresh();
  });
  form.addEventListener('click', (event) => {
    const chip = event.target.closest('[data-chip]');
    const step = event.target.closest('[data-step]');
    if (chip) {
      const note = document.getElementById(chip.parentElement.dataset.chips);
      if (!note.value.includes(chip.dataset.chip)) note.value = (note.value.trim() ? note.value.trim() + '. ' : '') + chip.dataset.chip;
    }
    if (step) {
      const input = step.parentElement.querySelector('input');
      input.value = String(Math.max(0, (Number(input.value) || 0) + Number(step.dataset.step)));
    }
  });
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return; // the phone keeps it first
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = '1';
  });
  window.addEventListener('pageshow', () => { delete form.dataset.sent; });
  refresh();
})();
