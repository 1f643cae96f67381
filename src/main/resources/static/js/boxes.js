// a box above many ticks leaves those whose words are typed; what is ticked stays in sight
(() => {
  const fold = (text) => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd');

  document.querySelectorAll('[data-boxes]').forEach((typed) => {
    const labels = [...document.getElementById(typed.dataset.boxes).querySelectorAll('label.opt')];
    typed.hidden = false;
    typed.addEventListener('input', () => {
      const words = fold(typed.value).split(/\s+/).filter(Boolean);
      labels.forEach((label) => {
        label.hidden = !label.querySelector('input').checked && !words.every((word) => fold(label.textContent).includes(word));
      });
    });
    // Enter in it sends nothing
    typed.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
  });
})();
