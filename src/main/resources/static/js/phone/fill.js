// Fills a page made of prototypes: texts and attributes hold tokens such as __address__, elements marked
// data-proto="lines" are repeated for each of model.lines, or dropped where there is none.

const TOKEN = /__([a-zA-Z]+)__/g;

/** Writes the model into the element; `dress` may change an element of a prototype by hand: {lines: (element, line) => ...}. */
export function fill(root, model, dress = {}) {
  prototypes(root).forEach((prototype) => repeat(prototype, model, dress));
  write(root, model);
  return root;
}

function prototypes(root) {
  const all = [...root.querySelectorAll('[data-proto]')];
  return all.filter((one) => {
    const outer = one.parentElement.closest('[data-proto]');
    return !outer || outer === root || !root.contains(outer);
  });
}

function repeat(prototype, model, dress) {
  const name = prototype.dataset.proto;
  const given = model[name];
  const items = Array.isArray(given) ? given : given ? [given] : [];
  prototype.removeAttribute('data-proto');
  for (const item of items) {
    const copy = prototype.cloneNode(true);
    const inner = typeof item === 'object' ? item : model;
    fill(copy, inner, dress);
    prototype.before(copy);
    dress[name]?.(copy, inner);
  }
  prototype.remove();
}

function write(root, model) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = root; node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.nodeValue.includes('__')) node.nodeValue = put(node.nodeValue, model);
    } else {
      for (const attribute of [...node.attributes]) {
        if (attribute.value.includes('__')) node.setAttribute(attribute.name, put(attribute.value, model));
      }
    }
  }
}

// a token the model does not know is left for whoever fills the page around it
function put(text, model) {
  return text.replace(TOKEN, (token, name) => (name in model ? String(model[name] ?? '') : token));
}

/** An element by hand: make('p', {class: 'muted'}, 'text', child). */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, '');
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A picture of the icon file the page itself uses. */
export function icon(name, className = 'icon') {
  const file = document.querySelector('use')?.getAttribute('href')?.split('#')[0] ?? '/icons.svg';
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', file + '#' + name);
  svg.append(use);
  return svg;
}

export function picture(svg, name) {
  const use = svg.querySelector('use') ?? svg;
  use.setAttribute('href', use.getAttribute('href').split('#')[0] + '#' + name);
}
