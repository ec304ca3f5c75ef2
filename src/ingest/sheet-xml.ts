import { cellValue, type CellContext } from './cell-value.ts';
import { richText } from './rich-text.ts';
import { mostColumns, mostRows, type SheetData } from './sheet-rows.ts';
import { behindSpace, behindTag, noTag, wholeNumber } from './tag-scanner.ts';
import { behindRoot, mainNamespace } from './xml-tags.ts';

const inlineType = 'inlineStr';

/** Where the rows begin; -1 where what comes before is not written as usual, or there are none. */
const rowsStart = (xml: string): number => {
  if (behindRoot(xml, 'worksheet', mainNamespace) < 0) return -1;
  const start = xml.indexOf('<sheetData');
  return start < 0 || xml.slice(0, start).includes('<!') ? -1 : start + '<sheetData'.length;
};

/** The column of a cell's reference, counted from 0; -1 where it is none of this row. */
const columnOf = (xml: string, from: number, to: number, row: number): number => {
  let column = 0;
  let at = from;
  for (; at < to && at < from + 3; at += 1) {
    const letter = xml.charCodeAt(at) - 0x40;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return wholeNumber(xml, at, to) === row && column <= mostColumns ? column - 1 : -1;
};

/**
 * The texts of the cells of a sheet, read in one go. Null for a sheet that is not written as usual, so that another
 * reader must have it: comments, prefixes, cells outside of their row, types of value that are rare, faults.
 */
export const scanSheet = (xml: string, context: CellContext): SheetData<string> | null => {
  const cell = noTag();
  const other = noTag();
  const rows: (string | undefined)[][] = [];
  let at = -1;

  /** The place behind a cell from behind its opening tag, its text left in `text`; -1 where it is not as usual. */
  let text: string | undefined | null;
  const readCell = (from: number): number => {
    let end = from;
    let valueFrom = -1;
    let valueTo = -1;
    const isInline =
      cell.typeFrom >= 0 &&
      cell.typeTo - cell.typeFrom === inlineType.length &&
      xml.startsWith(inlineType, cell.typeFrom);
    text = isInline ? '' : undefined;
    while (!cell.isClosed) {
      end = behindSpace(xml, end);
      if (xml.startsWith('</c>', end)) {
        end += 4;
        break;
      }
      if (isInline && text === '' && xml.startsWith('<is>', end)) {
        const read = richText(xml, end + 4, '</is>', other);
        if (read === null) return -1;
        ({ text, end } = read);
        continue;
      }
      const isValue = xml.startsWith('<v', end);
      if (!isValue && !xml.startsWith('<f', end)) return -1;
      if (isValue && (isInline || valueFrom >= 0)) return -1;
      end = behindTag(xml, end + 2, other);
      if (end < 0) return -1;
      if (other.isClosed) continue;
      const to = xml.indexOf('<', end);
      if (!xml.startsWith(isValue ? '</v>' : '</f>', to)) return -1;
      if (isValue) {
        valueFrom = end;
        valueTo = to;
      }
      end = to + 4;
    }
    if (!isInline) text = cellValue(xml, valueFrom, valueTo, cell, context);
    return text === null ? -1 : end;
  };

  /** The place behind a row from behind its opening tag, its texts added to the rows; -1 where it is not as usual. */
  const readRow = (from: number, row: number): number => {
    const texts = (rows[row - 1] ??= []);
    let column = -1;
    let end = behindSpace(xml, from);
    while (!xml.startsWith('</row>', end)) {
      if (!xml.startsWith('<c', end)) return -1;
      end = behindTag(xml, end + 2, cell);
      if (end < 0) return -1;
      column = cell.refFrom < 0 ? column + 1 : columnOf(xml, cell.refFrom, cell.refTo, row);
      if (column < 0 || column >= mostColumns) return -1;
      end = readCell(end);
      if (end < 0) return -1;
      if (text !== undefined && text !== null) texts[column] = text;
      end = behindSpace(xml, end);
    }
    return end + 6;
  };

  at = rowsStart(xml);
  if (at < 0) return null;
  at = behindTag(xml, at, other);
  if (at < 0) return null;
  if (other.isClosed) return rows;
  let row = 0;
  for (;;) {
    at = behindSpace(xml, at);
    if (xml.startsWith('</sheetData>', at)) return rows;
    if (!xml.startsWith('<row', at)) return null;
    at = behindTag(xml, at + 4, other);
    if (at < 0) return null;
    row = other.refFrom < 0 ? row + 1 : wholeNumber(xml, other.refFrom, other.refTo);
    if (row < 1 || row > mostRows) return null;
    if (!other.isClosed) at = readRow(at, row);
    if (at < 0) return null;
  }
};
