// Small helpers; every page works without them.
(() => {
  'use strict';
  const all = (root, selector) => root.querySelectorAll ? [...root.querySelectorAll(selector)] : [];

  function prepare(root) {
    all(root, '.flash[data-leave]').forEach((toast) => setTimeout(() => toast.remove(), Number(toast.dataset.leave) * 1000));
    all(root, '[data-show],[data-narrow],[data-copy]').forEach((helper) => { helper.hidden = false; });
    all(root, 'dialog.static').forEach((dialog) => { dialog.close(); dialog.classList.remove('static'); });
    all(root, '.tabs [aria-current]').forEach((tab) => { const row = tab.closest('ul'); if (row.matches('.pop')) return; row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2; });
    const summary = root.querySelector && root.querySelector('[data-focus]');
    if (summary) summary.focus();
  }

  // what this phone has yet to send is not left behind unasked: its own page asks
  document.addEventListener('submit', async (event) => {
    const form = event.target;
    if (!form.matches('form[data-part]') || event.defaultPrevented) return;
    event.preventDefault();
    let left = 0;
    try {
      const known = await indexedDB.databases?.();
      if (!known || known.some((one) => one.name === 'tungnha')) left = await (await import('/js/phone/leave.js')).waiting();
    } catch { /* nothing is kept here */ }
    if (left) location.assign('/field/settings?leave');
    else form.submit();
  });

  document.addEventListener('click', (event) => {
    const target = event.target.closest('[data-show],[data-dialog],[data-close],[data-print],[data-copy]');
    if (!target) return;
    if (target.dataset.show) {
      const input = document.getElementById(target.dataset.show);
      const shown = input.type === 'text';
      input.type = shown ? 'password' : 'text';
      target.setAttribute('aria-pressed', String(!shown));
      const words = target.querySelector('span') || target;
      const other = target.dataset.hideText;
      target.dataset.hideText = words.textContent;
      words.textContent = other;
    } else if (target.dataset.dialog) {
      event.preventDefault();
      document.getElementById(target.dataset.dialog).showModal();
    } else if (target.dataset.copy) {
      const text = document.getElementById(target.dataset.copy);
      text.select();
      navigator.clipboard?.writeText(text.value).then(() => { target.textContent = target.dataset.done; }, () => {});
    } else if ('print' in target.dataset) {
      window.print();
    } else {
      target.closest('dialog').close();
    }
  });

  // a three-way choice goes back to "not asked" when its chosen part is pressed again
  document.addEventListener('pointerdown', (event) => {
    const label = event.target.closest('[data-clearable] label');
    if (!label) return;
    const radio = label.querySelector('input');
    radio.dataset.was = String(radio.checked);
  });
  document.addEventListener('click', (event) => {
    const radio = event.target;
    if (!radio.matches || !radio.matches('[data-clearable] input') || radio.dataset.was !== 'true') return;
    radio.checked = false;
    radio.dataset.was = 'false';
    radio.dispatchEvent(new Event('change', { bubbles: true }));
  });

  // a box above a long select narrows it; Safari does not hide options, so they are switched off as well
  const fold = (text) => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd');
  document.addEventListener('input', (event) => {
    const select = event.target.dataset.narrow && document.getElementById(event.target.dataset.narrow);
    if (!select) return;
    const words = fold(event.target.value).split(/\s+/).filter(Boolean);
    const options = [...select.options].filter((option) => option.value);
    const left = options.filter((option) => {
      const group = option.parentElement.label || '';
      const found = words.every((word) => fold(option.text + ' ' + group).includes(word));
      option.hidden = option.disabled = !found;
      return found;
    });
    select.querySelectorAll('optgroup').forEach((group) => { group.hidden = [...group.children].every((option) => option.hidden); });
    if (words.length && left.length && !left.includes(select.selectedOptions[0])) select.value = left[0].value;
  });

  document.addEventListener('change', (event) => {
    if (event.target.matches('[data-auto]')) event.target.form.requestSubmit();
  });

  document.addEventListener('submit', (event) => {
    const button = event.submitter;
    if (button && button.dataset.busy) {
      button.classList.add('is-busy');
      (button.querySelector('span') || button).textContent = button.dataset.busy;
    }
  });

  // an expired session answers htmx with the login page: load it whole instead of swapping it in
  document.addEventListener('htmx:beforeSwap', (event) => {
    const url = event.detail.xhr.responseURL || '';
    if (/\/login(\?|$)/.test(url)) { event.detail.shouldSwap = false; window.location.reload(); }
  });
  document.addEventListener('htmx:load', (event) => prepare(event.detail.elt));
  prepare(document);
})();
