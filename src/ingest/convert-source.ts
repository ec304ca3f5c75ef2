import type { CanonicalKind } from '../domain/canonical.ts';
import type { ZoneClock } from '../domain/time-zone.ts';
import type { StatusMeaning } from '../domain/stage.ts';
import type { CrmFormat, PlainSource, Source } from '../crm/crm-format.ts';
import { CategoryBuilder, TextBuilder } from './column-builders.ts';
import { isMissing, noDay, noFlag, type ColumnData } from './column-data.ts';
import { textAt } from './column-rows.ts';
import type { ColumnReading, ReasonCode } from './ledger.ts';
import type { RawTable } from './raw-table.ts';
import { fullSalesforceIds, withPrefix } from './record-ids.ts';

/** The clocks a file is read by, and the choices that hold for the whole import. */
export interface ReadingRules {
  readonly format: CrmFormat;
  readonly source: ZoneClock;
  readonly report: ZoneClock;
}

/** Cells that say yes or no. */
export const truths: ReadonlyMap<string, number> = new Map([
  ['1', 1],
  ['true', 1],
  ['yes', 1],
  ['y', 1],
  ['0', 0],
  ['false', 0],
  ['no', 0],
  ['n', 0],
  ['ja', 1],
  ['sí', 1],
  ['si', 1],
  ['tak', 1],
  ['oui', 1],
  ['nej', 0],
  ['nein', 0],
  ['nie', 0],
  ['non', 0],
]);

/** A canonical column made of one source: its values, the days beside instants, and the cells that could not be read. */
export interface Converted {
  readonly data: ColumnData;
  readonly days: Int32Array | null;
  readonly problems: ReadonlyMap<number, ReasonCode>;
  readonly reading: Omit<ColumnReading, 'canonical' | 'source'>;
}

const noProblems: ReadonlyMap<number, ReasonCode> = new Map();

/** A column of which the file says nothing. */
export const absent = (kind: CanonicalKind, rows: number): ColumnData => {
  switch (kind) {
    case 'text':
      return {
        kind: 'text',
        bytes: new Uint8Array(0),
        offsets: new Int32Array(rows + 1),
        missing: new Uint8Array(rows).fill(1),
      };
    case 'category':
      return { kind: 'category', codes: new Int32Array(rows).fill(-1), values: [] };
    case 'instant':
      return { kind: 'instant', seconds: new Float64Array(rows).fill(Number.NaN) };
    case 'day':
      return { kind: 'day', days: new Int32Array(rows).fill(noDay) };
    case 'number':
    case 'money':
      return { kind: 'number', numbers: new Float64Array(rows).fill(Number.NaN) };
    case 'flag':
      return { kind: 'flag', flags: new Uint8Array(rows).fill(noFlag) };
  }
};

const constantColumn = (value: string, kind: CanonicalKind, rows: number): ColumnData => {
  if (kind === 'flag') return { kind: 'flag', flags: new Uint8Array(rows).fill(truths.get(value) ?? noFlag) };
  if (kind === 'category') return { kind: 'category', codes: new Int32Array(rows), values: [value] };
  throw new RangeError(`A constant can fill a category or a yes/no column, not ${kind}.`);
};

const noColumn: ColumnData = { kind: 'category', codes: new Int32Array(0), values: [] };

const plainReading = (readAs: string, evidence: string, example = ''): Converted['reading'] => ({
  readAs,
  evidence,
  example,
});

const fromMoments = (
  raw: RawTable,
  column: string,
  kind: CanonicalKind,
  dateOnly: boolean,
  rules: ReadingRules,
): Converted | null => {
  const holder = raw.moments(column);
  if (holder === null) return null;
  const moments = holder.finish(rules.source, rules.report, dateOnly);
  return {
    data:
      kind === 'day' ? { kind: 'day', days: moments.days } : { kind: 'instant', seconds: moments.seconds },
    days: moments.days,
    problems: moments.problems,
    reading: { readAs: moments.readAs, evidence: moments.evidence, example: holder.example },
  };
};

const fromNumbers = (raw: RawTable, column: string, kind: CanonicalKind): Converted | null => {
  const holder = raw.numbers(column);
  if (holder === null) return null;
  const numbers = holder.finish();
  const values = kind === 'money' ? numbers.values.map((value) => Math.round(value * 100)) : numbers.values;
  return {
    data: { kind: 'number', numbers: values },
    days: null,
    problems: numbers.problems,
    reading: {
      readAs: kind === 'money' ? `money, ${numbers.readAs}` : numbers.readAs,
      evidence: numbers.evidence,
      example: holder.example,
    },
  };
};

/** Replaces category values; `undefined` from `meaning` counts as unknown, null as a value that means nothing. */
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
    const known = values.indexOf(target);
    return known >= 0 ? known : values.push(target) - 1;
  });
  const problems = new Map<number, ReasonCode>();
  const codes = source.codes.map((code, row) => {
    if (code < 0) return -1;
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
const outcomesByFlag = (raw: RawTable, won: string, other: string): Converted | null => {
  const isWon = raw.categories(won);
  const isOther = raw.categories(other);
  if (isWon === null || isOther === null) return null;
  const truth = (column: Extract<ColumnData, { kind: 'category' }>, row: number): boolean =>
    truths.get((textAt(column, row) ?? '').toLowerCase()) === 1;
  const codes = isWon.codes.map((_, row) => (truth(isWon, row) ? 1 : truth(isOther, row) ? 2 : 0));
  return outcomeColumn(codes, `${raw.written(won)} and ${raw.written(other)}`);
};

const outcomesByDate = (raw: RawTable, wonOn: string, lostOn: string): Converted | null => {
  const won = raw.texts(wonOn);
  const lost = raw.texts(lostOn);
  if (won === null && lost === null) return null;
  const codes = new Int32Array(raw.rows).map((_, row) =>
    won?.missing[row] === 0 ? 1 : lost?.missing[row] === 0 ? 2 : 0,
  );
  return outcomeColumn(codes, `${raw.written(wonOn)} and ${raw.written(lostOn)}`);
};

const flags = (raw: RawTable, column: string): Converted | null => {
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

const idColumn = (raw: RawTable, column: string, as: 'salesforce-id' | undefined) => {
  const source = raw.texts(column);
  return source === null || as === undefined ? source : fullSalesforceIds(source);
};

const idReading = (data: Extract<ColumnData, { kind: 'text' }>, readAs: string): Converted => ({
  data,
  days: null,
  problems: noProblems,
  reading: plainReading(readAs, '', textAt(data, 0) ?? ''),
});

const startingWith = (
  source: Extract<ColumnData, { kind: 'text' }>,
  start: string,
): Extract<ColumnData, { kind: 'text' }> => {
  const lead = new TextEncoder().encode(start);
  const missing = source.missing.map((isMissing, row) => {
    const from = source.offsets[row] ?? 0;
    return isMissing === 1 || lead.some((byte, index) => source.bytes[from + index] !== byte) ? 1 : 0;
  });
  return { ...source, missing };
};

/** In each row the first of these columns that is filled. A cell that cannot be read counts only where no other stands in. */
const firstOf = (
  raw: RawTable,
  columns: readonly string[],
  kind: CanonicalKind,
  rules: ReadingRules,
): Converted | null => {
  const present = columns.filter((column) => raw.has(column));
  const parts = present.flatMap((column) => plainColumn(raw, column, kind, rules) ?? []);
  const [first, ...others] = parts;
  if (first === undefined || others.length === 0) return first ?? null;
  const chosen = new Int32Array(raw.rows).map((_, row) =>
    Math.max(
      0,
      parts.findIndex(({ data }) => !isMissing(data, row)),
    ),
  );
  const problems = new Map<number, ReasonCode>();
  for (const part of parts.toReversed())
    for (const [row, reason] of part.problems)
      if (isMissing(parts[chosen[row] ?? 0]?.data ?? first.data, row)) problems.set(row, reason);
  const days = new Int32Array(raw.rows).map((_, row) => parts[chosen[row] ?? 0]?.days?.[row] ?? noDay);
  return {
    data: merged(
      parts.map((part) => part.data),
      chosen,
    ),
    days: first.days === null ? null : days,
    problems,
    reading: {
      ...first.reading,
      evidence: `the first filled of ${present.map((column) => raw.written(column)).join(', ')}`,
    },
  };
};

/** Columns of one kind as one: in each row the value of the chosen column. */
const merged = (parts: readonly ColumnData[], chosen: Int32Array): ColumnData => {
  const [first] = parts;
  const pick = (valueOf: (part: ColumnData, row: number) => number): Float64Array =>
    Float64Array.from(chosen, (part, row) => valueOf(parts[part] ?? first ?? noColumn, row));
  switch (first?.kind) {
    case 'instant':
      return {
        kind: 'instant',
        seconds: pick((part, row) => (part.kind === 'instant' ? (part.seconds[row] ?? Number.NaN) : Number.NaN)),
      };
    case 'day':
      return {
        kind: 'day',
        days: Int32Array.from(pick((part, row) => (part.kind === 'day' ? (part.days[row] ?? noDay) : noDay))),
      };
    case 'number':
      return {
        kind: 'number',
        numbers: pick((part, row) => (part.kind === 'number' ? (part.numbers[row] ?? Number.NaN) : Number.NaN)),
      };
    case 'flag':
      return {
        kind: 'flag',
        flags: Uint8Array.from(
          pick((part, row) => (part.kind === 'flag' ? (part.flags[row] ?? noFlag) : noFlag)),
        ),
      };
    case 'text':
    case 'category':
    case undefined: {
      const builder = first?.kind === 'text' ? new TextBuilder() : new CategoryBuilder();
      for (const [row, part] of chosen.entries()) {
        const column = parts[part];
        builder.append(
          column?.kind === 'text' || column?.kind === 'category' ? textAt(column, row) : null,
        );
      }
      return builder.finish();
    }
  }
};

const plainColumn = (
  raw: RawTable,
  column: string,
  kind: CanonicalKind,
  rules: ReadingRules,
): Converted | null => {
  switch (kind) {
    case 'text': {
      const data = raw.texts(column);
      return (
        data && {
          data,
          days: null,
          problems: noProblems,
          reading: plainReading('text', '', textAt(data, 0) ?? ''),
        }
      );
    }
    case 'category': {
      const data = raw.categories(column);
      return (
        data && {
          data,
          days: null,
          problems: noProblems,
          reading: plainReading(
            `${data.values.length} values`,
            `${data.codes.filter((code) => code >= 0).length} of ${raw.rows} filled`,
            data.values[0] ?? '',
          ),
        }
      );
    }
    case 'instant':
    case 'day':
      return fromMoments(raw, column, kind, false, rules);
    case 'number':
    case 'money':
      return fromNumbers(raw, column, kind);
    case 'flag':
      return flags(raw, column);
  }
};

const byValue = (
  raw: RawTable,
  { column, values, otherwise }: Extract<PlainSource, { readonly values: unknown }>,
): Converted | null => {
  const meanings = new Map(Object.entries(values).map(([from, to]) => [from.toLowerCase(), to]));
  const converted = mapped(
    raw,
    column,
    (value) => meanings.get(value.trim().toLowerCase()) ?? otherwise,
    'VALUE_UNKNOWN',
  );
  const cells = raw.categories(column);
  if (converted === null || cells === null || otherwise === undefined) return converted;
  const known = cells.values.filter((value) => meanings.has(value.trim().toLowerCase())).length;
  const evidence = `${known} of ${cells.values.length} values have a known meaning, the others are read as ${otherwise}`;
  return { ...converted, reading: { ...converted.reading, evidence } };
};

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

const stageOf = (meaning: StatusMeaning): string | null =>
  meaning === 'none' || meaning === 'spam' || meaning === 'test' ? null : meaning;

const exclusionOf = (meaning: StatusMeaning): string | null =>
  meaning === 'spam' || meaning === 'test' ? meaning : null;

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

/** Makes a canonical column of its source; null where the file lacks the columns. */
export const convert = (
  raw: RawTable,
  source: Source,
  kind: CanonicalKind,
  rules: ReadingRules,
): Converted | null => {
  if (typeof source !== 'object' || !('either' in source)) return convertOne(raw, source, kind, rules);
  for (const one of source.either) {
    const converted = convertOne(raw, one, kind, rules);
    if (converted !== null) return converted;
  }
  return null;
};

const convertOne = (
  raw: RawTable,
  source: PlainSource,
  kind: CanonicalKind,
  rules: ReadingRules,
): Converted | null => {
  if (typeof source === 'string') return plainColumn(raw, source, kind, rules);
  if ('constant' in source)
    return {
      data: constantColumn(source.constant, kind, raw.rows),
      days: null,
      problems: noProblems,
      reading: plainReading('always the same', '', source.constant),
    };
  if ('firstOf' in source) return firstOf(raw, source.firstOf, kind, rules);
  if ('wonOn' in source) return outcomesByDate(raw, source.wonOn, source.lostOn);
  if ('lost' in source) return outcomesByFlag(raw, source.won, source.lost);
  if ('won' in source) return outcomesByFlag(raw, source.won, source.closed);
  if ('values' in source) return byValue(raw, source);
  if ('startsWith' in source) {
    const ids = idColumn(raw, source.column, source.as);
    return ids && idReading(startingWith(ids, source.startsWith), `text that starts with ${source.startsWith}`);
  }
  if ('prefix' in source) {
    const ids = idColumn(raw, source.column, source.as);
    return ids && idReading(withPrefix(ids, source.prefix), `text behind ${source.prefix}`);
  }
  if ('split' in source) {
    const list = raw.texts(source.column);
    return list && idReading(list, `list, separated by ${source.split}`);
  }
  switch (source.as) {
    case 'date':
      return fromMoments(raw, source.column, kind, true, rules);
    case 'salesforce-id': {
      const ids = idColumn(raw, source.column, source.as);
      return ids && idReading(ids, 'Salesforce id');
    }
    case 'stage': {
      const after = byStatus(raw, source.column, rules, stageOf);
      if (after === null || source.from === undefined) return after;
      return entered(after, byStatus(raw, source.from, rules, stageOf));
    }
    case 'exclusion':
      return byStatus(raw, source.column, rules, exclusionOf);
  }
};
