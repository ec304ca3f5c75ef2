import { serialKind, type SerialKind } from './excel-date.ts';
import { behindRoot, mainNamespace, tagsOf } from './xml-tags.ts';

/** What the number formats show that every workbook has; the others of them show numbers. */
const builtIn: readonly (readonly [number, SerialKind])[] = [
  [14, 'date'],
  [15, 'date'],
  [16, 'date'],
  [17, 'date'],
  [18, 'time'],
  [19, 'time'],
  [20, 'time'],
  [21, 'time'],
  [22, 'date and time'],
  [45, 'time'],
  [46, 'duration'],
  [47, 'time'],
  [56, 'time'],
];

const element = (xml: string, name: string): string => {
  const from = xml.search(new RegExp(`<${name}[\\s>]`));
  const to = xml.indexOf(`</${name}>`, from);
  return from < 0 || to < 0 ? '' : xml.slice(from, to);
};

/** What each style of cells makes of a number, in order; null for styles that are not written as usual. */
export const cellKinds = (xml: string): readonly SerialKind[] | null => {
  if (behindRoot(xml, 'styleSheet', mainNamespace) < 0 || xml.includes('<!')) return null;
  const kinds = new Map(builtIn);
  for (const format of tagsOf(element(xml, 'numFmts'), 'numFmt')) {
    const id = Number(format.get('numFmtId'));
    const code = format.get('formatCode');
    if (!Number.isInteger(id) || code === undefined) return null;
    if (id > 0) kinds.set(id, serialKind(code));
  }
  return tagsOf(element(xml, 'cellXfs'), 'xf').map(
    (style) => kinds.get(Number(style.get('numFmtId') ?? 0)) ?? 'number',
  );
};
