'use strict';

// Reads HTML as parse5 does and prints what a browser would show of it, a line for each document.
//
//   browser.js < documents      each document: its kind (page or fragment), its bytes as a number, a
//                               line end, then the bytes
//
// A line has five parts, parted by tabs: marks; what is shown; the same with what is hidden; texts
// apart (ruby readings, titles), parted by blanks; each piece of text behind the byte where it ends.
// Blanks are left out; ‖ stands where blocks part the text.
//
// Marks: "~" the parser moved something before a table; then there is no ‖, and text is in the order
// of the source. "!" it moved text into or out of what is hidden or apart after having read it.

const fs = require('node:fs');
const {defaultTreeAdapter, html, parse, parseFragment} = require('parse5');

const BLOCKS = new Set(`address article aside blockquote br button caption center colgroup dd details
  dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr input
  legend li listing main menu nav noscript ol optgroup option p plaintext pre search section select
  summary table tbody td template textarea tfoot th thead tr ul xmp`.split(/\s+/));
const UNREAD = new Set(['script', 'style', 'iframe', 'noembed', 'noframes']);
const GONE = new Set(['template', 'noscript', 'datalist']);
const APART = new Set(['rt', 'rp', 'title']);
// SVG draws the text of these and of nothing else.
const DRAWN = new Set(['text', 'foreignObject', 'title', 'desc']);

let moved = false;  // whether the parser put something before a table

// As the default, but each piece of text stays a node of its own and knows where it was put first.
const adapter = {
  ...defaultTreeAdapter,
  insertText(parent, text) {
    defaultTreeAdapter.appendChild(parent, textNode(text, parent));
  },
  insertTextBefore(parent, text, reference) {
    adapter.insertBefore(parent, textNode(text, parent), reference);
  },
  insertBefore(parent, node, reference) {
    moved = true;
    defaultTreeAdapter.insertBefore(parent, node, reference);
  },
  setTemplateContent(template, content) {
    content.host = template;
    defaultTreeAdapter.setTemplateContent(template, content);
  },
};

function textNode(value, parent) {
  return {nodeName: '#text', value, parentNode: null, first: placeIn(parent)};
}

// Where text in a node stands: gone, drawn, unread, apart (the element), svg.
function placeIn(node) {
  const elements = [];
  for (; node; node = node.parentNode || node.host) {
    if (node.tagName) elements.unshift(node);
  }
  return elements.reduce(inside, {gone: false, drawn: true, svg: false, unread: false, apart: null});
}

function inside(place, element) {
  const svg = element.namespaceURI === html.NS.SVG;
  const plain = element.namespaceURI === html.NS.HTML;
  const name = element.tagName;
  const hides = attribute(element, 'hidden') !== undefined ||
      (attribute(element, 'style') || '').includes('display:none') || (plain && GONE.has(name));
  const apart = plain ? APART.has(name) : svg && ['title', 'desc'].includes(name);
  return {
    gone: place.gone || hides,
    drawn: !svg || DRAWN.has(name) || (name !== 'svg' && place.drawn && place.svg),
    svg,
    unread: place.unread || ((plain || svg) && UNREAD.has(name)),
    apart: place.apart || (apart ? element : null),
  };
}

function squeeze(text) {
  return text.replace(/[ \t\n\f\r]/g, '');
}

function attribute(element, name) {
  const found = element.attrs.find((one) => one.name === name);
  return found && found.value;
}

class Page {
  constructor() {
    this.pieces = [];  // in the order of the page, with edges of blocks
    this.changed = false;  // text was put elsewhere after it had been read
  }

  walk(node) {
    if (node.nodeName === '#text') return this.add(node);
    const block = node.namespaceURI === html.NS.HTML && BLOCKS.has(node.tagName);
    const edge = () => block && this.pieces.push({edge: true, gone: placeIn(node).gone});
    edge();
    for (const child of (node.content || node).childNodes || []) this.walk(child);
    edge();
  }

  add(node) {
    const place = placeIn(node.parentNode);
    const text = squeeze(node.value);
    if (!text) return;
    this.changed = this.changed || place.gone !== node.first.gone ||
        place.drawn !== node.first.drawn || place.apart !== node.first.apart;
    if (place.unread) return;
    const {startOffset, endOffset} = node.sourceCodeLocation;
    this.pieces.push({...place, text, from: startOffset, to: endOffset});
  }

  line(bytes) {
    const texts = this.pieces.filter((piece) => !piece.edge);
    if (moved) texts.sort((a, b) => a.from - b.from);
    const ordered = moved ? texts : this.pieces;
    const apart = new Map();
    for (const {apart: key, text} of texts) {
      if (key) apart.set(key, (apart.get(key) || '') + text);
    }
    const join = (wanted) => ordered.filter((piece) => !piece.apart && wanted(piece))
        .map((piece) => piece.edge ? '‖' : piece.text).join('')
        .replace(/‖+/g, '‖').replace(/^‖|‖$/g, '');
    const places = [...texts].sort((a, b) => a.to - b.to)
        .map((piece) => `${bytes(piece.to)}:${piece.text}`);
    return [
      (this.changed ? '!' : '') + (moved ? '~' : ''),
      join((piece) => !piece.gone && (piece.edge || piece.drawn)),
      join(() => true), [...apart.values()].join(' '), places.join(' ')].join('\t');
  }
}

function read(kind, source) {
  moved = false;
  const options = {treeAdapter: adapter, sourceCodeLocationInfo: true, scriptingEnabled: false};
  const context = adapter.createElement('div', html.NS.HTML, []);
  const tree = kind === 'page' ? parse(source, options) : parseFragment(context, source, options);
  const page = new Page();
  page.walk(tree);
  return page.line((offset) => Buffer.byteLength(source.slice(0, offset)));
}

const input = fs.readFileSync(0);
const lines = [];
for (let at = 0; at < input.length;) {
  const end = input.indexOf('\n', at);
  const [kind, size] = input.toString('utf8', at, end).split(' ');
  lines.push(read(kind, input.toString('utf8', end + 1, end + 1 + Number(size))));
  at = end + 1 + Number(size);
}
process.stdout.write(lines.map((line) => line + '\n').join(''));
