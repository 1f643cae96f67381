// The steppers of a help desk, and one sending per press. Without it numbers are typed.
(() => {
  'use strict';
  document.querySelectorAll('[data-step]').forEach((button) => { button.hidden = false; });
  document.addEventListener('click', (event) => {
    const step = event.target.closest('[data-step]');
    if (!step) return;
    const input = step.parentElement.querySelector('input');
    const value = Math.max(0, (Number(input.value) || 0) + Number(step.dataset.step));
    input.value = value === 0 ? '' : String(value);
  });
  document.querySelectorAll('form[data-desk]').forEach((form) => {
    form.addEventListener('submit', (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = '1';
    });
    window.addEventListener('pageshow', () => { delete form.dataset.sent; });
  });
})();
