import type { CellObject } from '@e965/xlsx';
import { serialKind, serialText, type SerialKind } from './excel-date.ts';
import { plainNumber } from './plain-number.ts';
import type { CellReader } from './sheet-rows.ts';

const errorTexts: ReadonlyMap<unknown, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

const otherError = '#ERROR!';
const knownErrors: ReadonlySet<string> = new Set(errorTexts.values());

/** The text of a cell that holds an error, as the workbook names it. */
export const errorText = (name: string): string => (knownErrors.has(name) ? name : otherError);

/** The text of a number under what its format shows; plain where it is none of a calendar. */
export const numberText = (value: number, kind: SerialKind, is1904: boolean): string => {
  const text = kind === 'number' || !Number.isFinite(value) ? null : serialText(value, kind, is1904);
  return text ?? plainNumber(value);
};

/** Turns the cells of one workbook into text; what a number format shows is worked out once. */
export const cellReader = (is1904: boolean): CellReader<CellObject> => {
  const kinds = new Map<string, SerialKind>();
  const kindOf = (format: CellObject['z']): SerialKind => {
    if (typeof format !== 'string') return 'number';
    const known = kinds.get(format);
    if (known !== undefined) return known;
    const kind = serialKind(format);
    kinds.set(format, kind);
    return kind;
  };
  return (cell) => {
    if (cell === undefined || cell === null) return '';
    const { t, v, z } = cell;
    if (t === 'e') return errorTexts.get(v) ?? cell.w ?? otherError;
    if (typeof v === 'number') return numberText(v, kindOf(z), is1904);
    if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
    return typeof v === 'string' ? v : '';
  };
};
