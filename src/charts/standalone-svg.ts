import { wrapText } from './text-size.ts';

/** What paints an SVG element, as attributes that any viewer understands. */
const PAINT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'letter-spacing',
  'text-anchor',
] as const;

/** Elements that name others and are not painted. */
const NAMES: ReadonlySet<string> = new Set(['title', 'desc']);

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 16;
const TITLE = { size: 20, bold: true, serif: true };
const TITLE_LINE = 26;
const TITLE_GAP = 14;

/** An SVG that stands on its own, and its size in pixels. */
export interface StandaloneSvg {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/**
 * A copy of a chart that opens elsewhere: its computed paint as attributes, the page's paper behind it, its title
 * above it, the patterns it paints with inside it, title and summary as its name. Fonts stay family names; nothing refers to another file.
 */
export function standaloneSvg(chart: SVGSVGElement, title: string, summary: string): StandaloneSvg {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  paintLike(chart, copy);
  for (const element of copy.querySelectorAll('foreignObject, script')) element.remove();
  const lines = wrapText(title, Math.max(200, chart.clientWidth), TITLE);
  const box = sheetOf(chart, lines.length * TITLE_LINE + TITLE_GAP);
  copy.setAttribute('xmlns', SVG);
  copy.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  copy.setAttribute('role', 'img');
  copy.removeAttribute('aria-hidden');
  copy.prepend(
    textElement('title', title),
    textElement('desc', summary),
    patternsOf(copy),
    paperOf(chart, box),
    ...lines.map((line, index) =>
      titleLine(line, box.x + MARGIN, box.y + MARGIN + TITLE.size + index * TITLE_LINE),
    ),
  );
  return { text: new XMLSerializer().serializeToString(copy), width: box.width, height: box.height };
}

/** Copies the computed paint of an element and of all in it, and drops what only the page understands. */
function paintLike(original: Element, copy: Element): void {
  const computed = getComputedStyle(original);
  const isPainted = !NAMES.has(original.localName);
  for (const name of isPainted ? PAINT : []) {
    const value = computed.getPropertyValue(name);
    if (value !== '') copy.setAttribute(name, value.replaceAll(/url\("?[^)"]*(#[^)"]*)"?\)/g, 'url($1)'));
  }
  for (const name of ['class', 'style', 'tabindex']) copy.removeAttribute(name);
  for (const { name } of Array.from(copy.attributes))
    if (name.startsWith('data-')) copy.removeAttribute(name);
  for (const [index, child] of Array.from(original.children).entries()) {
    const twin = copy.children[index];
    if (twin) paintLike(child, twin);
  }
}

/** The drawn sheet with what reaches beyond it, a margin, and room for the title above. */
function sheetOf(
  chart: SVGSVGElement,
  titleRoom: number,
): { x: number; y: number; width: number; height: number } {
  const drawn = chart.getBBox();
  const left = Math.floor(Math.min(0, drawn.x)) - MARGIN;
  const top = Math.floor(Math.min(0, drawn.y)) - MARGIN - titleRoom;
  const right = Math.ceil(Math.max(chart.clientWidth, drawn.x + drawn.width)) + MARGIN;
  const bottom = Math.ceil(Math.max(chart.clientHeight, drawn.y + drawn.height)) + MARGIN;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The patterns that the copy paints with; on the page they stand once, outside every chart. */
function patternsOf(copy: SVGSVGElement): SVGDefsElement {
  const defs = document.createElementNS(SVG, 'defs');
  const painted = [copy, ...copy.querySelectorAll('*')].flatMap((element) => {
    const name = /^url\(#(.+)\)$/.exec(element.getAttribute('fill') ?? '')?.[1];
    return name === undefined ? [] : [name];
  });
  for (const name of new Set(painted)) {
    const pattern = document.getElementById(name);
    if (!pattern || copy.querySelector(`#${CSS.escape(name)}`)) continue;
    const twin = pattern.cloneNode(true) as Element;
    paintLike(pattern, twin);
    defs.append(twin);
  }
  return defs;
}

function paperOf(chart: SVGSVGElement, box: ReturnType<typeof sheetOf>): SVGRectElement {
  const paper = document.createElementNS(SVG, 'rect');
  for (const [name, value] of Object.entries(box)) paper.setAttribute(name, String(value));
  paper.setAttribute('fill', getComputedStyle(chart.ownerDocument.body).backgroundColor);
  return paper;
}

function textElement(name: 'title' | 'desc', text: string): SVGElement {
  const element = document.createElementNS(SVG, name);
  element.textContent = text;
  return element;
}

/** A line of the title, in the type and ink of the page's headings. */
function titleLine(text: string, x: number, y: number): SVGElement {
  const element = document.createElementNS(SVG, 'text');
  const styles = getComputedStyle(document.documentElement);
  const paint = {
    x,
    y,
    fill: getComputedStyle(document.body).color,
    'font-family': styles.getPropertyValue('--serif'),
    'font-size': TITLE.size,
    'font-weight': 600,
  };
  for (const [name, value] of Object.entries(paint)) element.setAttribute(name, String(value));
  element.textContent = text;
  return element;
}
