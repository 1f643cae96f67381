// What is left to hand down, while one types. Without script the button "Tính lại" asks the server.
(() => {
  'use strict';
  const form = document.getElementById('cascade');
  const line = document.getElementById('cascade-left');
  if (!form || !line) return;
  const language = document.documentElement.lang === 'en' ? 'en-US' : 'vi-VN';
  const total = Number(form.dataset.total);
  const rate = form.dataset.rate === 'true';
  const fields = [...form.querySelectorAll('input.num')];

  // the same reading as the server's: 13.781 groups, 97,5 and 97.5 are decimals
  function read(text) {
    const typed = text.trim().replace(/\u00a0/g, ' ');
    if (/^\d{1,3}([. ]\d{3})+(,\d{1,4})?$/.test(typed)) return Number(typed.replace(/[. ]/g, '').replace(',', '.'));
    return /^\d{1,13}([.,]\d{1,4})?$/.test(typed) ? Number(typed.replace(',', '.')) : null;
  }

  function words(pattern, ...values) {
    return values.reduce((text, value, i) => text.replace('{' + i + '}', value), pattern);
  }

  function number(value, digits) {
    return value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits || 2 });
  }

  function tell() {
    const typed = fields.map((field) => [read(field.value), Number(field.dataset.weight)]).filter(([amount]) => amount !== null);
    let level = 'good';
    if (rate) {
      const weighed = typed.filter(([, weight]) => weight > 0);
      const below = weighed.reduce((sum, [, weight]) => sum + weight, 0);
      const above = weighed.reduce((sum, [amount, weight]) => sum + amount * weight, 0);
      line.textContent = below ? words(line.dataset.average, number(above / below, 2) + '%', number(total) + '%') : line.dataset.unknown;
    } else {
      const given = typed.reduce((sum, [amount]) => sum + amount, 0);
      const left = total - given;
      level = left === 0 ? 'good' : 'near';
      line.textContent = words(left === 0 ? line.dataset.exact : left > 0 ? line.dataset.left : line.dataset.over, number(Math.abs(left)), number(given), number(total));
    }
    line.className = 't-' + level;
  }

  form.addEventListener('input', tell);
})();
