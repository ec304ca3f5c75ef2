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

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 16;

/** An SVG that stands on its own, and its size in pixels. */
export interface StandaloneSvg {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/**
 * A copy of a chart that opens elsewhere: its computed paint as attributes, the page's paper behind it, the patterns
 * it paints with inside it, title and summary as its name. Fonts stay family names; nothing refers to another file.
 */
export function standaloneSvg(chart: SVGSVGElement, title: string, summary: string): StandaloneSvg {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  paintLike(chart, copy);
  for (const element of copy.querySelectorAll('foreignObject, script')) element.remove();
  const box = sheetOf(chart);
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
  );
  return { text: new XMLSerializer().serializeToString(copy), width: box.width, height: box.height };
}

/** Copies the computed paint of an element and of all in it, and drops what only the page understands. */
function paintLike(original: Element, copy: Element): void {
  const computed = getComputedStyle(original);
  for (const name of PAINT) {
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

/** The drawn sheet with what reaches beyond it, and a margin. */
function sheetOf(chart: SVGSVGElement): { x: number; y: number; width: number; height: number } {
  const drawn = chart.getBBox();
  const left = Math.floor(Math.min(0, drawn.x)) - MARGIN;
  const top = Math.floor(Math.min(0, drawn.y)) - MARGIN;
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
