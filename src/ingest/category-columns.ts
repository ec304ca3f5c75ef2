import type { StatusMeaning } from '../domain/stage.ts';
import type { PlainSource } from '../crm/crm-format.ts';
import { noFlag, type ColumnData } from './column-data.ts';
import { textAt } from './column-rows.ts';
import { noProblems, plainReading, truths, type Converted, type ReadingRules } from './converted-column.ts';
import type { ReasonCode } from './ledger.ts';
import type { RawTable } from './raw-table.ts';

const codeOfValue = (values: string[], value: string): number => {
  const known = values.indexOf(value);
  return known >= 0 ? known : values.push(value) - 1;
};

/** Replaces category values, the blank one too where it has a meaning; `undefined` from `meaning` counts as unknown, null as a value that means nothing. */
const mapped = (
  raw: RawTable,
  column: string,
  meaning: (value: string) => string | null | undefined,
  unknown: ReasonCode,
): Converted | null => {
  const source = raw.categories(column);
  if (source === null) return null;
  const values: string[] = [];
  const codeOf = source.values.map((value) => {
    const target = meaning(value);
    if (target === undefined) return -2;
    if (target === null) return -1;
    return codeOfValue(values, target);
  });
  const problems = new Map<number, ReasonCode>();
  const blank = meaning('');
  const blankCode = typeof blank === 'string' ? codeOfValue(values, blank) : -1;
  const codes = source.codes.map((code, row) => {
    if (code < 0) return blankCode;
    const target = codeOf[code] ?? -1;
    if (target === -2) problems.set(row, unknown);
    return Math.max(-1, target);
  });
  const known = codeOf.filter((code) => code !== -2).length;
  return {
    data: { kind: 'category', codes, values },
    days: null,
    problems,
    reading: plainReading(
      `${source.values.length} values`,
      `${known} of ${source.values.length} values have a known meaning`,
      source.values[0],
    ),
  };
};

const outcomeColumn = (codes: Int32Array, evidence: string): Converted => ({
  data: { kind: 'category', codes, values: ['open', 'won', 'lost'] },
  days: null,
  problems: noProblems,
  reading: plainReading('outcome', evidence),
});

/** An outcome from two yes/no columns; `other` says that the record is closed, or that it is lost. */
export const outcomesByFlag = (raw: RawTable, won: string, other: string): Converted | null => {
  const isWon = raw.categories(won);
  const isOther = raw.categories(other);
  if (isWon === null || isOther === null) return null;
  const truth = (column: Extract<ColumnData, { kind: 'category' }>, row: number): boolean =>
    truths.get((textAt(column, row) ?? '').toLowerCase()) === 1;
  const codes = isWon.codes.map((_, row) => (truth(isWon, row) ? 1 : truth(isOther, row) ? 2 : 0));
  return outcomeColumn(codes, `${raw.written(won)} and ${raw.written(other)}`);
};

/** An outcome from the dates of a win and of a loss. */
export const outcomesByDate = (raw: RawTable, wonOn: string, lostOn: string): Converted | null => {
  const won = raw.texts(wonOn);
  const lost = raw.texts(lostOn);
  if (won === null && lost === null) return null;
  const codes = new Int32Array(raw.rows).map((_, row) =>
    won?.missing[row] === 0 ? 1 : lost?.missing[row] === 0 ? 2 : 0,
  );
  return outcomeColumn(codes, `${raw.written(wonOn)} and ${raw.written(lostOn)}`);
};

/** Yes, no or unknown. */
export const flags = (raw: RawTable, column: string): Converted | null => {
  const source = raw.categories(column);
  if (source === null) return null;
  const values = source.values.map((value) => truths.get(value.trim().toLowerCase()));
  const problems = new Map<number, ReasonCode>();
  const data = new Uint8Array(source.codes.length).fill(noFlag);
  for (const [row, code] of source.codes.entries()) {
    if (code < 0) continue;
    const value = values[code];
    if (value === undefined) problems.set(row, 'VALUE_UNKNOWN');
    else data[row] = value;
  }
  return {
    data: { kind: 'flag', flags: data },
    days: null,
    problems,
    reading: plainReading('yes or no', source.values.slice(0, 4).join(', '), source.values[0]),
  };
};

/** What the cells of a column mean by a list of values. */
export const byValue = (
  raw: RawTable,
  { column, values, otherwise }: Extract<PlainSource, { readonly values: unknown }>,
): Converted | null => {
  const meanings = new Map(Object.entries(values).map(([from, to]) => [from.toLowerCase(), to]));
  const converted = mapped(
    raw,
    column,
    (value) => meanings.get(value.trim().toLowerCase()) ?? (value === '' ? undefined : otherwise),
    'VALUE_UNKNOWN',
  );
  const cells = raw.categories(column);
  if (converted === null || cells === null || otherwise === undefined) return converted;
  const known = cells.values.filter((value) => meanings.has(value.trim().toLowerCase())).length;
  const evidence = `${known} of ${cells.values.length} values have a known meaning, the others are read as ${otherwise}`;
  return { ...converted, reading: { ...converted.reading, evidence } };
};

/** What the statuses of a column mean, by the format. */
const byStatus = (
  raw: RawTable,
  column: string,
  rules: ReadingRules,
  means: (meaning: StatusMeaning) => string | null,
): Converted | null => {
  const statuses = new Map(Object.entries(rules.format.statuses));
  return mapped(
    raw,
    column,
    (value) => {
      const meaning = statuses.get(value.trim().toLowerCase());
      return meaning === undefined ? undefined : means(meaning);
    },
    'STAGE_UNKNOWN',
  );
};

/** The stage a record entered: nothing where it had the same stage before. */
const entered = (after: Converted, before: Converted | null): Converted => {
  if (before === null || after.data.kind !== 'category' || before.data.kind !== 'category') return after;
  const { data } = after;
  const earlier = before.data;
  const codes = data.codes.map((code, row) =>
    code >= 0 && textAt(data, row) === textAt(earlier, row) ? -1 : code,
  );
  return { ...after, data: { ...data, codes } };
};

const stageOf = (meaning: StatusMeaning): string | null =>
  meaning === 'none' || meaning === 'spam' || meaning === 'test' ? null : meaning;

const exclusionOf = (meaning: StatusMeaning): string | null =>
  meaning === 'spam' || meaning === 'test' ? meaning : null;

/** The stage that a status means; with `from`, only where the status in that column means another. */
export const stages = (
  raw: RawTable,
  column: string,
  from: string | undefined,
  rules: ReadingRules,
): Converted | null => {
  const after = byStatus(raw, column, rules, stageOf);
  if (after === null || from === undefined) return after;
  return entered(after, byStatus(raw, from, rules, stageOf));
};

/** Whether a status takes the record out of every figure. */
export const exclusions = (raw: RawTable, column: string, rules: ReadingRules): Converted | null =>
  byStatus(raw, column, rules, exclusionOf);
