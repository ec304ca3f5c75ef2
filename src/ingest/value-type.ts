import { zoneClock } from '../domain/time-zone.ts';
import { MomentColumn } from './moment-column.ts';
import { NumberColumn } from './number-column.ts';

/** What the cells of a column are, decided over all of them. */
export type ValueType = 'empty' | 'text' | 'id' | 'number' | 'boolean' | 'date' | 'datetime';

/** A typed cell: null where nothing is written. */
export type TypedValue = string | number | boolean | null;

/** A column read as one type, with the evidence, and a question where its order of day and month cannot be decided. */
export interface TypedColumn {
  readonly type: ValueType;
  readonly evidence: string;
  readonly question: string | null;
  readonly values: readonly TypedValue[];
}

const yes = new Set([
  'true',
  'yes',
  'y',
  'ja',
  'sí',
  'si',
  'tak',
  'oui',
  'vrai',
  'wahr',
  'sant',
  'prawda',
  'verdadero',
]);
const no = new Set([
  'false',
  'no',
  'n',
  'nej',
  'nie',
  'nein',
  'non',
  'faux',
  'falsch',
  'falskt',
  'fałsz',
  'falso',
]);

/** Ids look like numbers but lose something when read as such: leading zeros, or digits beyond what a number holds. */
const isIdLike = (cell: string): boolean => /^[-+]?0\d/.test(cell) || /^\d{16,}$/.test(cell);

const utc = zoneClock('UTC');

const asBooleans = (cells: readonly string[]): TypedColumn | null => {
  const values = cells.map((cell) => {
    const word = cell.trim().toLowerCase();
    return word === '' ? null : yes.has(word) ? true : no.has(word) ? false : undefined;
  });
  if (values.includes(undefined)) return null;
  return {
    type: 'boolean',
    evidence: `every cell says yes or no`,
    question: null,
    values: values.map((value) => value ?? null),
  };
};

const asNumbers = (cells: readonly string[]): TypedColumn | null => {
  if (cells.some((cell) => isIdLike(cell.trim()))) return null;
  const column = new NumberColumn();
  for (const cell of cells) column.append(cell.trim() === '' ? null : cell.trim());
  const { values, problems, evidence } = column.finish();
  const open = [...problems.values()].filter((problem) => problem === 'NUMBER_AMBIGUOUS').length;
  if (problems.size > open) return null;
  if (open > 0) {
    const question = `Does the mark in ${cells.find((cell) => /[.,]\d{3}\s*$/.test(cell)) ?? ''} separate thousands or decimals? ${evidence}.`;
    return {
      type: 'number',
      evidence,
      question,
      values: cells.map((cell) => (cell.trim() === '' ? null : cell)),
    };
  }
  return {
    type: 'number',
    evidence,
    question: null,
    values: Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
  };
};

const isoOf = (seconds: number, isDate: boolean): string =>
  new Date(seconds * 1000).toISOString().slice(0, isDate ? 10 : 19);

const asMoments = (cells: readonly string[]): TypedColumn | null => {
  const column = new MomentColumn();
  for (const cell of cells) column.append(cell.trim() === '' ? null : cell.trim());
  const { seconds, problems, evidence, readAs } = column.finish(utc, utc, false);
  const unreadable = [...problems.values()].filter((problem) => problem !== 'DATE_AMBIGUOUS').length;
  if (unreadable > 0) return null;
  const isDate = readAs === 'date';
  const question =
    problems.size === 0
      ? null
      : `Is ${cells[[...problems.keys()][0] ?? 0] ?? ''} day first or month first? ${evidence}.`;
  return {
    type: isDate ? 'date' : 'datetime',
    evidence,
    question,
    values: cells.map((cell, row) => {
      if (cell.trim() === '') return null;
      const value = seconds[row] ?? Number.NaN;
      return Number.isNaN(value) ? cell : isoOf(value, isDate);
    }),
  };
};

/** Decides what a column holds over all its cells, and reads them so. Cells that fit no single type stay text as written. */
export const typedColumn = (cells: readonly string[]): TypedColumn => {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const asText = (type: ValueType, evidence: string): TypedColumn => ({
    type,
    evidence,
    question: null,
    values: cells.map((cell) => (cell === '' ? null : cell)),
  });
  if (filled.length === 0) return asText('empty', 'no cell is filled');
  const typed = asBooleans(cells) ?? asNumbers(cells) ?? asMoments(cells);
  if (typed !== null) return typed;
  return filled.every((cell) => isIdLike(cell.trim()) || /^\d+$/.test(cell.trim()))
    ? asText('id', 'digits that a number would not keep')
    : asText('text', `${filled.length} of ${cells.length} filled`);
};
