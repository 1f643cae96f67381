// Offers every chart and table of a page as a picture, drawn by the browser from what it shows. Without scripts there are
// the files for spreadsheets and printing. A picture with residents in it says so, and is first told to the trail.
(() => {
  'use strict';
  const SCALE = 2;
  const EDGE = 24;
  const me = document.currentScript;
  const said = { label: me.dataset.label, icons: me.dataset.icons };
  // only where the page names residents: the words for it, the beginning of the file's name, whom to tell
  const personal = me.dataset.personal && { text: me.dataset.personal, file: me.dataset.file, trail: me.dataset.trail };
  const shapes = 'http://www.w3.org/2000/svg';
  let kept = null;

  const asData = (blob) => new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(blob);
  });

  // the looks of the page, with its letters inside: a picture loads nothing from elsewhere
  async function looks() {
    if (kept) return kept;
    let text = '';
    for (const sheet of document.styleSheets) {
      for (const rule of sheet.cssRules) {
        let css = rule.cssText;
        if (rule instanceof CSSFontFaceRule) {
          const url = /url\("([^"]+)"\)/.exec(css);
          if (!url || !/Be Vietnam|tn-digits|Tinos/.test(css)) continue;
          const file = await fetch(new URL(url[1], sheet.href));
          css = css.replace(url[1], await asData(await file.blob()));
        }
        text += css + '\n';
      }
    }
    const symbols = new DOMParser().parseFromString(await (await fetch(said.icons)).text(), 'image/svg+xml');
    kept = { text, symbols };
    return kept;
  }

  function copied(card, symbols) {
    const copy = card.cloneNode(true);
    const none = '.no-print, button, form, input, script, [hidden], .vh, a[download], a[href*=".xlsx"], a[href*=".csv"], a.btn';
    copy.querySelectorAll(none + ', details:not([open])').forEach((part) => part.remove());
    copy.querySelectorAll('use').forEach((use) => {
      const name = (use.getAttribute('href') || '').split('#')[1];
      const symbol = name && symbols.getElementById(name);
      if (!symbol) return;
      const owner = use.closest('svg');
      if (symbol.hasAttribute('viewBox')) owner.setAttribute('viewBox', symbol.getAttribute('viewBox'));
      use.replaceWith(...[...symbol.childNodes].map((node) => document.importNode(node, true)));
    });
    return copy;
  }

  async function tell() {
    const token = document.querySelector('input[name=_csrf]').value;
    const body = new URLSearchParams({ _csrf: token, page: location.pathname });
    const told = await fetch(personal.trail, { method: 'POST', body, redirect: 'manual' });
    if (!told.ok) throw new Error('not told: ' + told.status);
  }

  // a table of a report keeps the letters of the report around it
  function framed(card, copy) {
    if (!card.parentElement.closest('.report')) return copy;
    const sheet = document.createElement('div');
    sheet.className = 'report';
    sheet.append(copy);
    return sheet;
  }

  async function picture(card) {
    const { text, symbols } = await looks();
    const box = card.getBoundingClientRect();
    const copy = framed(card, copied(card, symbols));
    const inner = card.querySelector('table') || card;
    const width = Math.ceil(Math.max(box.width, inner.scrollWidth));
    const page = document.createElement('div');
    page.className = 'picture';
    const title = document.createElement('p');
    title.className = 'picture-title';
    title.textContent = (document.querySelector('h1') || document.querySelector('title')).textContent.trim();
    const about = document.createElement('p');
    about.className = 'second picture-about';
    about.textContent = (document.querySelector('.head p') || title).textContent.trim().replace(/\s+/g, ' ');
    const source = document.createElement('p');
    source.className = 'small second';
    source.textContent = [...document.querySelectorAll('.print-line span')].map((it) => it.textContent.trim()).join(' · ');
    if (personal) {
      const warning = document.createElement('p');
      warning.className = 'picture-personal';
      warning.textContent = personal.text;
      page.append(warning);
    }
    page.append(title, ...(about.textContent === title.textContent ? [] : [about]), copy, source);
    // as tall as it becomes: measured where nobody sees it
    page.style.cssText = `position:absolute;left:-99999px;top:0;width:${width}px`;
    document.body.append(page);
    const height = Math.ceil(page.getBoundingClientRect().height);
    page.remove();
    page.removeAttribute('style');
    const body = document.createElementNS('http://www.w3.org/1999/xhtml', 'body');
    body.className = document.body.className;
    body.append(page);
    const svg = document.createElementNS(shapes, 'svg');
    // as wide as the window, so that the page is laid out as on the screen; cut afterwards
    const wide = Math.max(window.innerWidth, width + 2 * EDGE);
    svg.setAttribute('width', wide);
    svg.setAttribute('height', height + 2 * EDGE);
    const style = document.createElementNS(shapes, 'style');
    style.textContent = `${text}\nbody{background:#fff;margin:0}.picture{box-sizing:content-box;width:${width}px;padding:${EDGE}px}`;
    const frame = document.createElementNS(shapes, 'foreignObject');
    frame.setAttribute('width', '100%');
    frame.setAttribute('height', '100%');
    frame.append(body);
    svg.append(style, frame);
    const image = new Image();
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(new XMLSerializer().serializeToString(svg));
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = (width + 2 * EDGE) * SCALE;
    canvas.height = (height + 2 * EDGE) * SCALE;
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, wide * SCALE, canvas.height);
    return new Promise((done, failed) => canvas.toBlob((it) => (it ? done(it) : failed(new Error('no picture'))), 'image/png'));
  }

  function heading(card) {
    let found = card.matches('.card') && card.querySelector('h2, h3');
    for (let before = card.previousElementSibling; !found && before && card.closest('.report'); before = before.previousElementSibling) {
      if (before.matches('[class^=report-level]')) found = before;
    }
    return (found || document.querySelector('h1')).textContent.trim();
  }

  function fileName(card) {
    const plain = heading(card).normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/gi, 'd').toLowerCase();
    return (personal ? personal.file : '') + (plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60) || 'hinh') + '.png';
  }

  function offer(found) {
    // tiles are one picture together
    const card = found.matches('.kpi') ? found.parentElement : found;
    if (card.dataset.pictured || card.hasAttribute('data-no-picture')) return;
    if (!card.hasAttribute('data-picture')) {
      if (card.matches('form') || card.parentElement.closest('.card')) return;
      if (card.querySelector('[data-png]') || !card.querySelector('table, svg:not(.icon)')) return;
      if (card.querySelector('input:not([type=hidden]):not([type=checkbox]), textarea, select')) return;
    }
    card.dataset.pictured = 'yes';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link';
    button.textContent = said.label;
    button.setAttribute('aria-label', said.label + ': ' + heading(card));
    button.addEventListener('click', async () => {
      button.setAttribute('aria-busy', 'true');
      try {
        if (personal) await tell();
        const file = document.createElement('a');
        file.href = URL.createObjectURL(await picture(card));
        file.download = fileName(card);
        file.click();
        setTimeout(() => URL.revokeObjectURL(file.href), 10000);
      } finally {
        button.removeAttribute('aria-busy');
      }
    });
    const links = card.querySelectorAll(':scope > .card-foot.row > a.link');
    if (links.length > 0) {
      links[links.length - 1].after(button);
      return;
    }
    const row = document.createElement('p');
    row.className = 'row small no-print picture-row';
    row.append(button);
    if (card.matches('.card:not(.table-box)')) card.append(row);
    else card.after(row);
  }

  const all = () => document.querySelectorAll('main .card, main [data-picture]').forEach(offer);
  document.addEventListener('htmx:load', all);
  all();
})();
