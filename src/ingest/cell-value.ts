import type { SerialKind } from './excel-date.ts';
import { errorText, numberText } from './sheet-cells.ts';
import { wholeNumber, type ScannedTag } from './tag-scanner.ts';
import { xmlText } from './xml-text.ts';

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly texts: readonly string[];
  /** By style. */
  readonly kinds: readonly SerialKind[];
  readonly is1904: boolean;
}

const longestExact = 15;

/** Whether a number is written just as we write it, so that it need not be read. */
const isPlain = (xml: string, from: number, to: number): boolean => {
  if (to - from > longestExact || (xml.charCodeAt(from) === 0x30 && to - from > 1)) return false;
  for (let at = from; at < to; at += 1) {
    const letter = xml.charCodeAt(at);
    if (letter < 0x30 || letter > 0x39) return false;
  }
  return true;
};

const numberValue = (
  xml: string,
  from: number,
  to: number,
  { styleFrom, styleTo }: ScannedTag,
  { kinds, is1904 }: CellContext,
): string | null => {
  const style = styleFrom < 0 ? -1 : wholeNumber(xml, styleFrom, styleTo);
  if (styleFrom >= 0 && style < 0) return null;
  const kind = kinds[style] ?? 'number';
  const text = xml.slice(from, to);
  if (kind === 'number' && isPlain(xml, from, to)) return text;
  const value = Number(text);
  return value === Number.parseFloat(text) ? numberText(value, kind, is1904) : null;
};

const truths: ReadonlyMap<string, string> = new Map([
  ['1', 'TRUE'],
  ['true', 'TRUE'],
  ['0', 'FALSE'],
  ['false', 'FALSE'],
]);

/**
 * The text of a cell whose value stands from `from` to `to`, both -1 where it has none. Undefined for a cell that says
 * nothing, null for one that is not written as usual.
 */
export const cellValue = (
  xml: string,
  from: number,
  to: number,
  tag: ScannedTag,
  context: CellContext,
): string | undefined | null => {
  const type = tag.typeFrom < 0 ? 'n' : xml.slice(tag.typeFrom, tag.typeTo);
  const isEmpty = from === to;
  switch (type) {
    case 'n':
      return isEmpty ? undefined : numberValue(xml, from, to, tag, context);
    case 's':
      return isEmpty ? undefined : (context.texts[wholeNumber(xml, from, to)] ?? null);
    case 'str':
      return isEmpty ? '' : xmlText(xml.slice(from, to));
    case 'b':
      return truths.get(xml.slice(from, to)) ?? null;
    case 'e':
      return isEmpty ? null : errorText(xml.slice(from, to));
    default:
      return null;
  }
};
