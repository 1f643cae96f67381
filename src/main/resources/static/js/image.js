// Makes a PNG of a chart's SVG file; without scripts the SVG itself is there.
(() => {
  'use strict';
  const SCALE = 2;

  function draw(svg) {
    return new Promise((done, failed) => {
      const picture = new Image();
      picture.onload = () => {
        const canvas = document.createElement('canvas');
        canvas.width = picture.naturalWidth * SCALE;
        canvas.height = picture.naturalHeight * SCALE;
        canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
        canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/png');
      };
      picture.onerror = () => failed(new Error('no picture'));
      picture.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);
    });
  }

  document.addEventListener('click', async (event) => {
    const link = event.target.closest('[data-png]');
    if (!link) return;
    event.preventDefault();
    const answer = await fetch(link.getAttribute('href'));
    if (!answer.ok) { location.assign(link.href); return; }
    const name = /filename="?([^";]+)/.exec(answer.headers.get('Content-Disposition') || '');
    const file = document.createElement('a');
    file.href = URL.createObjectURL(await draw(await answer.text()));
    file.download = (name ? name[1] : 'chart.svg').replace(/\.svg$/, '.png');
    file.click();
    setTimeout(() => URL.revokeObjectURL(file.href), 10000);
  });

  const show = (root) => root.querySelectorAll('[data-png]').forEach((link) => { link.hidden = false; });
  document.addEventListener('htmx:load', (event) => show(event.detail.elt));
  show(document);
})();
