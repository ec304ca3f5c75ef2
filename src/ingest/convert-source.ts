import type { CanonicalKind } from '../domain/canonical.ts';
import type { PlainSource, Source } from '../crm/crm-format.ts';
import { byValue, exclusions, flags, outcomesByDate, outcomesByFlag, stages } from './category-columns.ts';
import { isMissing, noDay, type ColumnData } from './column-data.ts';
import { textAt } from './column-rows.ts';
import {
  constantColumn,
  noProblems,
  plainReading,
  type Converted,
  type ReadingRules,
} from './converted-column.ts';
import type { ReasonCode } from './ledger.ts';
import { mergedColumn } from './merge-columns.ts';
import type { RawTable } from './raw-table.ts';
import { fullSalesforceIds, withPrefix } from './record-ids.ts';

const fromMoments = (
  raw: RawTable,
  column: string,
  kind: CanonicalKind,
  dateOnly: boolean,
  rules: ReadingRules,
): Converted | null => {
  const holder = raw.moments(column);
  if (holder === null) return null;
  const moments = holder.finish(rules.source, rules.report, dateOnly, rules.dateOrder(column));
  return {
    data:
      kind === 'day' ? { kind: 'day', days: moments.days } : { kind: 'instant', seconds: moments.seconds },
    days: moments.days,
    problems: moments.problems,
    reading: { readAs: moments.readAs, evidence: moments.evidence, example: holder.example },
  };
};

const fromNumbers = (
  raw: RawTable,
  column: string,
  kind: CanonicalKind,
  rules: ReadingRules,
): Converted | null => {
  const holder = raw.numbers(column);
  if (holder === null) return null;
  const numbers = holder.finish(rules.decimalMark(column));
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
  const missing = source.missing.map((absence, row) => {
    const from = source.offsets[row] ?? 0;
    return absence === 1 || lead.some((byte, index) => source.bytes[from + index] !== byte) ? 1 : 0;
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
    data: mergedColumn(
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
      return fromNumbers(raw, column, kind, rules);
    case 'flag':
      return flags(raw, column);
  }
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
    return (
      ids && idReading(startingWith(ids, source.startsWith), `text that starts with ${source.startsWith}`)
    );
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
    case 'stage':
      return stages(raw, source.column, source.from, rules);
    case 'exclusion':
      return exclusions(raw, source.column, rules);
  }
};
