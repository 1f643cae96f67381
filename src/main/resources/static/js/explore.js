// Many lines at once, to be hidden, compared and read off. The figures come from the table of the page; the chart library
// is fetched when somebody asks for it.
(() => {
  'use strict';
  const COLOURS = ['#263C85', '#9A5F00', '#25774A', '#7A3E79', '#B23420', '#3A404D', '#5570C6', '#774900'];
  const MARKS = ['circle', 'rect', 'triangle', 'rectRot'];
  const numbers = new Intl.NumberFormat(document.documentElement.lang === 'en' ? 'en' : 'vi', { maximumFractionDigits: 2 });
  let library = null;
  let chart = null;

  function load(address) {
    library ??= new Promise((done, failed) => {
      const script = document.createElement('script');
      script.src = address;
      script.onload = done;
      script.onerror = () => { library = null; failed(new Error(address)); };
      document.head.append(script);
    });
    return library;
  }

  function lines(table) {
    return [...table.tBodies[0].rows].map((row, i) => ({
      label: row.cells[0].textContent,
      marked: row.dataset.marked === '1',
      hidden: row.dataset.marked !== '1',
      data: [...row.cells].slice(1).map((cell) => (cell.dataset.amount === '' ? null : Number(cell.dataset.amount))),
      borderColor: COLOURS[i % COLOURS.length],
      backgroundColor: COLOURS[i % COLOURS.length],
      borderDash: i < COLOURS.length ? [] : [6, 3],
      pointStyle: MARKS[i % MARKS.length],
      pointRadius: 4,
      borderWidth: 2,
    }));
  }

  function draw(dialog, table) {
    const suffix = table.dataset.suffix;
    chart?.destroy();
    Object.assign(window.Chart.defaults.font, { family: getComputedStyle(document.body).fontFamily, size: 14 });
    window.Chart.defaults.color = '#171A21';
    chart = new window.Chart(dialog.querySelector('canvas'), {
      type: 'line',
      data: { labels: [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent), datasets: lines(table) },
      options: {
        animation: false,
        maintainAspectRatio: false,
        spanGaps: false,
        interaction: { mode: 'nearest', axis: 'x', intersect: false },
        scales: { y: { ticks: { callback: (value) => numbers.format(value) + suffix } } },
        plugins: {
          legend: { position: 'bottom', labels: { usePointStyle: true } },
          tooltip: {
            itemSort: (one, other) => other.parsed.y - one.parsed.y,
            callbacks: { label: (item) => item.dataset.label + ': ' + numbers.format(item.parsed.y) + suffix },
          },
        },
      },
    });
  }

  function show(which) {
    chart.data.datasets.forEach((line, i) => chart.setDatasetVisibility(i, which === 'all' || (which === 'marked' && line.marked)));
    chart.update();
  }

  function offer(root) {
    root.querySelectorAll('[data-explore]').forEach((part) => { part.hidden = false; });
  }

  document.addEventListener('click', async (event) => {
    const asked = event.target.closest('[data-explore] button');
    const which = event.target.closest('[data-lines]');
    if (asked) {
      const dialog = document.getElementById('explore');
      await load(dialog.dataset.library);
      dialog.showModal();
      draw(dialog, document.getElementById(asked.parentElement.dataset.explore));
    } else if (which) {
      show(which.dataset.lines);
    }
  });
  document.addEventListener('htmx:load', (event) => offer(event.detail.elt));
  offer(document);
})();
