import { requiredColumns } from '../domain/canonical.ts';
import { columnsOfSource, type RowRule } from '../crm/crm-format.ts';
import { partOf, type CanonicalPart, type RuleResult } from './canonical-part.ts';
import { isMissing, type ColumnData } from './column-data.ts';
import { convert } from './convert-source.ts';
import type { Converted, ReadingRules } from './converted-column.ts';
import { grouped, withOutcomes } from './own-words.ts';
import type { ColumnReading, ReasonCode } from './ledger.ts';
import type { LeftEmpty } from './left-empty-file.ts';
import { kindOf, type RawTable } from './raw-table.ts';
import { fullSalesforceIds } from './record-ids.ts';
import { rowsMeeting } from './rows-meeting.ts';
import type { Content } from './same-content.ts';

/** A row that cannot be loaded: why, and which source column is to blame. */
export interface Refusal {
  readonly row: number;
  readonly reason: ReasonCode;
  readonly column: string;
}

const applyRule = (raw: RawTable, rule: RowRule, rules: ReadingRules): RuleResult => {
  const columns = new Map<string, Converted>();
  for (const [name, source] of Object.entries(rule.columns)) {
    const meant = name === 'outcome' ? withOutcomes(source, rules.format.outcomes) : source;
    const converted = convert(raw, meant, kindOf(rule, name), rules);
    if (converted !== null) columns.set(name, grouped(name, converted, rules.format.groups));
  }
  return { rule, applies: rowsMeeting(raw, rule.when ?? []), columns };
};

/** The column of the file that a canonical value comes from: the first that is there. */
const blamed = (raw: RawTable, rule: RowRule, name: string): string => {
  const source = rule.columns[name];
  const columns = source === undefined ? [] : columnsOfSource(source);
  return columns.find((column) => raw.has(column)) ?? columns[0] ?? name;
};

type RefusalAt = (row: number) => Omit<Refusal, 'row'> | null;

/** Why a row is refused for want of one required column; null where it is there. */
const refusalFor = (raw: RawTable, { rule, columns }: RuleResult, name: string): RefusalAt => {
  const column = columns.get(name);
  const blame = raw.written(blamed(raw, rule, name));
  const absence = { reason: name.endsWith('_id') ? 'ID_MISSING' : 'DATE_UNREADABLE', column: blame } as const;
  if (column === undefined) return () => absence;
  const { data, problems } = column;
  return (row) => {
    const problem = problems.size === 0 ? undefined : problems.get(row);
    if (problem !== undefined) return { reason: problem, column: blame };
    return isMissing(data, row) ? absence : null;
  };
};

const refusalsOf = (raw: RawTable, results: readonly RuleResult[]): readonly Refusal[] => {
  const checks = results.map((result) => ({
    applies: result.applies,
    columns: requiredColumns[result.rule.into].map((name) => refusalFor(raw, result, name)),
  }));
  const refusalAt: RefusalAt = (row) => {
    for (const { applies, columns } of checks) {
      if (applies[row] !== 1) continue;
      for (const refusal of columns) {
        const found = refusal(row);
        if (found !== null) return found;
      }
    }
    return null;
  };
  const refusals: Refusal[] = [];
  for (let row = 0; row < raw.rows; row += 1) {
    const refusal = refusalAt(row);
    if (refusal !== null) refusals.push({ row, ...refusal });
  }
  return refusals;
};

const leftEmptyOf = (
  raw: RawTable,
  results: readonly RuleResult[],
  keep: (row: number) => boolean,
): readonly LeftEmpty[] => {
  const found = new Map<string, { reason: ReasonCode; column: string; rows: Set<number> }>();
  for (const { rule, columns, applies } of results) {
    for (const [name, column] of columns) {
      const blame = blamed(raw, rule, name);
      for (const [row, reason] of column.problems) {
        if (!keep(row) || applies[row] !== 1) continue;
        const key = `${blame} ${reason}`;
        const entry = found.get(key) ?? { reason, column: blame, rows: new Set<number>() };
        entry.rows.add(row);
        found.set(key, entry);
      }
    }
  }
  return [...found.values()].map(({ reason, column, rows }) => ({
    reason,
    column: raw.written(column),
    cell: raw.position(column),
    rows: Int32Array.from(rows).toSorted(),
  }));
};

const readingsOf = (raw: RawTable, results: readonly RuleResult[]): readonly ColumnReading[] => {
  const readings = new Map<string, ColumnReading>();
  for (const { rule, columns } of results) {
    for (const [canonicalName, { reading }] of columns) {
      const source = rule.columns[canonicalName];
      for (const name of source === undefined ? [] : columnsOfSource(source)) {
        if (!raw.has(name)) continue;
        const column = raw.written(name);
        const known = readings.get(column);
        const canonical = [...(known?.canonical ?? []), `${rule.into}.${canonicalName}`];
        readings.set(
          column,
          known === undefined ? { ...reading, source: column, canonical } : { ...known, canonical },
        );
      }
    }
  }
  return [...readings.values()];
};

type TextColumn = Extract<ColumnData, { kind: 'text' }>;

/** A column that names a record: Salesforce ids in their long form, so that both forms name the same record. */
const keyColumn = (raw: RawTable, column: string): TextColumn | null => {
  const cells = raw.texts(column);
  const isId = raw.table.rows.some((rule) =>
    Object.values(rule.columns).some(
      (source) =>
        typeof source === 'object' &&
        'as' in source &&
        source.as === 'salesforce-id' &&
        source.column === column,
    ),
  );
  return cells !== null && isId ? fullSalesforceIds(cells) : cells;
};

/** What a file becomes once its duplicates and conflicts are settled. */
export interface Canonicalised {
  readonly refusals: readonly Refusal[];
  readonly readings: readonly ColumnReading[];
  /** The columns that name a record, as they are compared. */
  readonly keys: readonly TextColumn[];
  /** Every converted column, all rows: what two records are compared by. */
  readonly content: Content;
  /** Keeps the marked rows: canonical rows by table, and the cells of kept rows that stayed empty. */
  readonly finish: (keep: Uint8Array) => {
    readonly parts: readonly CanonicalPart[];
    readonly leftEmpty: readonly LeftEmpty[];
  };
}

/** Turns the raw columns of one file into canonical ones, type by column; rows without an id or a date are refused. */
export const canonicalise = (raw: RawTable, rules: ReadingRules): Canonicalised => {
  const results = raw.table.rows.map((rule) => applyRule(raw, rule, rules));
  return {
    refusals: refusalsOf(raw, results),
    readings: readingsOf(raw, results),
    keys: raw.table.key.flatMap((column) => keyColumn(raw, column) ?? []),
    content: new Map(
      results.flatMap(({ columns }, index) =>
        [...columns].map(([name, column]) => [`${index} ${name}`, column.data] as const),
      ),
    ),
    finish: (keep) => ({
      parts: results.map((result) => partOf(raw, result, keep)),
      leftEmpty: leftEmptyOf(raw, results, (row) => keep[row] === 1),
    }),
  };
};
