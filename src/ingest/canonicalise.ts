import { canonicalTables, type CanonicalKind, type CanonicalTable } from '../domain/canonical.ts';
import type { ZoneClock } from '../domain/time-zone.ts';
import {
  columnsOfSource,
  type Condition,
  type CrmFormat,
  type RowRule,
  type Source,
} from '../crm/crm-format.ts';
import { noDay, noFlag, type ColumnData } from './column-data.ts';
import { pickRows, textAt } from './column-rows.ts';
import type { CellFinding, ColumnReading, ReasonCode } from './ledger.ts';
import { kindOf, type RawTable } from './raw-table.ts';

/** Canonical rows made of one file, by table. */
export interface CanonicalPart {
  readonly table: CanonicalTable;
  readonly columns: Readonly<Record<string, ColumnData>>;
  readonly length: number;
}

/** A row that cannot be loaded: why, and which source column is to blame. */
export interface Refusal {
  readonly row: number;
  readonly reason: ReasonCode;
  readonly column: string;
}

/** The clocks a file is read by, and the choices that hold for the whole import. */
export interface ReadingRules {
  readonly format: CrmFormat;
  readonly source: ZoneClock;
  readonly report: ZoneClock;
}

/** Without these a canonical row means nothing; the source row is set aside. */
const required: Readonly<Record<CanonicalTable, readonly string[]>> = {
  lead: ['lead_id', 'created_at'],
  stage_event: ['lead_id', 'event_at'],
  opportunity: ['opportunity_id', 'created_at'],
  opportunity_event: ['opportunity_id', 'event_at'],
  lead_opportunity: ['opportunity_id'],
  activity: ['event_at'],
  campaign_cost: ['channel', 'month'],
};

/** The local day that is derived from an instant of the same row. */
const dayBeside: Readonly<Record<string, string>> = { created_at: 'created_date', event_at: 'event_date' };

const truths: ReadonlyMap<string, number> = new Map([
  ['1', 1],
  ['true', 1],
  ['yes', 1],
  ['y', 1],
  ['0', 0],
  ['false', 0],
  ['no', 0],
  ['n', 0],
]);

interface Converted {
  readonly data: ColumnData;
  readonly days: Int32Array | null;
  readonly problems: ReadonlyMap<number, ReasonCode>;
  readonly reading: Omit<ColumnReading, 'canonical' | 'source'>;
}

const noProblems: ReadonlyMap<number, ReasonCode> = new Map();

const absent = (kind: CanonicalKind, rows: number): ColumnData => {
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

const outcomes = (raw: RawTable, won: string, closed: string): Converted | null => {
  const isWon = raw.categories(won);
  const isClosed = raw.categories(closed);
  if (isWon === null || isClosed === null) return null;
  const truth = (column: Extract<ColumnData, { kind: 'category' }>, row: number): boolean =>
    truths.get((textAt(column, row) ?? '').toLowerCase()) === 1;
  const codes = isWon.codes.map((_, row) => (truth(isWon, row) ? 1 : truth(isClosed, row) ? 2 : 0));
  return {
    data: { kind: 'category', codes, values: ['open', 'won', 'lost'] },
    days: null,
    problems: noProblems,
    reading: plainReading('outcome', `${won} and ${closed}`, ''),
  };
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

const prefixed = (raw: RawTable, column: string, prefix: string): Converted | null => {
  const source = raw.texts(column);
  if (source === null) return null;
  const lead = new TextEncoder().encode(prefix);
  const missing = source.missing.map((isMissing, row) => {
    const from = source.offsets[row] ?? 0;
    return isMissing === 1 || lead.some((byte, index) => source.bytes[from + index] !== byte) ? 1 : 0;
  });
  return {
    data: { ...source, missing },
    days: null,
    problems: noProblems,
    reading: plainReading(`text that starts with ${prefix}`, '', ''),
  };
};

const firstOf = (
  raw: RawTable,
  columns: readonly string[],
  kind: CanonicalKind,
  rules: ReadingRules,
): Converted | null => {
  const parts = columns.flatMap((column) => fromMoments(raw, column, 'instant', false, rules) ?? []);
  const first = parts[0];
  if (first === undefined) return null;
  const seconds = new Float64Array(raw.rows).fill(Number.NaN);
  const days = new Int32Array(raw.rows).fill(noDay);
  for (const part of parts.toReversed()) {
    if (part.data.kind !== 'instant') continue;
    for (let row = 0; row < raw.rows; row += 1) {
      if (Number.isNaN(part.data.seconds[row])) continue;
      seconds[row] = part.data.seconds[row] ?? 0;
      days[row] = part.days?.[row] ?? noDay;
    }
  }
  return {
    data: kind === 'day' ? { kind: 'day', days } : { kind: 'instant', seconds },
    days,
    problems: noProblems,
    reading: plainReading(
      'date and time',
      `the first filled of ${columns.join(', ')}`,
      first.reading.example,
    ),
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
      return fromNumbers(raw, column, kind);
    case 'flag':
      return flags(raw, column);
  }
};

const convert = (
  raw: RawTable,
  source: Source,
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
  if ('won' in source) return outcomes(raw, source.won, source.closed);
  if ('startsWith' in source) return prefixed(raw, source.column, source.startsWith);
  if ('values' in source) {
    const values = new Map(Object.entries(source.values).map(([from, to]) => [from.toLowerCase(), to]));
    return mapped(raw, source.column, (value) => values.get(value.trim().toLowerCase()), 'VALUE_UNKNOWN');
  }
  if (source.as === 'date') return fromMoments(raw, source.column, kind, true, rules);
  const statuses = new Map(Object.entries(rules.format.statuses));
  const meaningOf = (value: string) => statuses.get(value.trim().toLowerCase());
  if (source.as === 'stage') {
    return mapped(
      raw,
      source.column,
      (value) => {
        const meaning = meaningOf(value);
        return meaning === 'none' || meaning === 'spam' || meaning === 'test' ? null : meaning;
      },
      'STAGE_UNKNOWN',
    );
  }
  return mapped(
    raw,
    source.column,
    (value) => {
      const meaning = meaningOf(value);
      return meaning === 'spam' || meaning === 'test' ? meaning : null;
    },
    'STAGE_UNKNOWN',
  );
};

const meets = (raw: RawTable, condition: Condition): ((row: number) => boolean) => {
  if ('equals' in condition) {
    const column = raw.categories(condition.column);
    const code =
      column?.values.findIndex((value) => value.trim().toLowerCase() === condition.equals.toLowerCase()) ??
      -1;
    return (row) => code >= 0 && column?.codes[row] === code;
  }
  if ('truth' in condition) {
    const column = raw.categories(condition.column);
    const says = column?.values.map((value) => truths.get(value.trim().toLowerCase()) === 1) ?? [];
    return (row) => (says[column?.codes[row] ?? -1] ?? false) === condition.truth;
  }
  const column = raw.texts(condition.column);
  if (column === null) return () => false;
  if ('filled' in condition) return (row) => column.missing[row] === 0;
  const prefix = new TextEncoder().encode(condition.startsWith);
  return (row) => {
    const from = column.offsets[row] ?? 0;
    return column.missing[row] === 0 && prefix.every((byte, index) => column.bytes[from + index] === byte);
  };
};

const isMissing = (column: ColumnData, row: number): boolean => {
  switch (column.kind) {
    case 'text':
      return column.missing[row] === 1;
    case 'category':
      return (column.codes[row] ?? -1) < 0;
    case 'instant':
      return Number.isNaN(column.seconds[row]);
    case 'day':
      return column.days[row] === noDay;
    case 'number':
      return Number.isNaN(column.numbers[row]);
    case 'flag':
      return column.flags[row] === noFlag;
  }
};

interface RuleResult {
  readonly rule: RowRule;
  /** 1 for the rows that meet all conditions. */
  readonly applies: Uint8Array;
  readonly columns: ReadonlyMap<string, Converted>;
}

const rowsMeeting = (raw: RawTable, conditions: readonly Condition[]): Uint8Array => {
  const rows = new Uint8Array(raw.rows).fill(1);
  for (const condition of conditions) {
    const holds = meets(raw, condition);
    for (let row = 0; row < rows.length; row += 1) if (rows[row] === 1 && !holds(row)) rows[row] = 0;
  }
  return rows;
};

const applyRule = (raw: RawTable, rule: RowRule, rules: ReadingRules): RuleResult => {
  const columns = new Map<string, Converted>();
  for (const [name, source] of Object.entries(rule.columns)) {
    const converted = convert(raw, source, kindOf(rule, name), rules);
    if (converted !== null) columns.set(name, converted);
  }
  return { rule, applies: rowsMeeting(raw, rule.when ?? []), columns };
};

type RefusalAt = (row: number) => Omit<Refusal, 'row'> | null;

/** Why a row is refused for want of one required column; null where it is there. */
const refusalFor = ({ rule, columns }: RuleResult, name: string): RefusalAt => {
  const column = columns.get(name);
  const source = rule.columns[name];
  const blame = source === undefined ? name : (columnsOfSource(source)[0] ?? name);
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
    columns: required[result.rule.into].map((name) => refusalFor(result, name)),
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

const findingsOf = (
  raw: RawTable,
  results: readonly RuleResult[],
  keep: (row: number) => boolean,
): readonly CellFinding[] => {
  const found = new Map<string, { reason: ReasonCode; column: string; rows: Set<number> }>();
  for (const { rule, columns, applies } of results) {
    for (const [name, column] of columns) {
      const source = rule.columns[name];
      const blame = source === undefined ? name : (columnsOfSource(source)[0] ?? name);
      for (const [row, reason] of column.problems) {
        if (!keep(row) || applies[row] !== 1) continue;
        const key = `${blame} ${reason}`;
        const entry = found.get(key) ?? { reason, column: blame, rows: new Set<number>() };
        entry.rows.add(row);
        found.set(key, entry);
      }
    }
  }
  return [...found.values()].map(({ reason, column, rows }) => {
    const first = [...rows][0] ?? 0;
    const categories = raw.categories(column);
    return {
      reason,
      column,
      count: rows.size,
      example: categories === null ? '' : (textAt(categories, first) ?? ''),
    };
  });
};

const readingsOf = (results: readonly RuleResult[]): readonly ColumnReading[] => {
  const readings = new Map<string, ColumnReading>();
  for (const { rule, columns } of results) {
    for (const [name, { reading }] of columns) {
      const source = rule.columns[name];
      for (const column of source === undefined ? [] : columnsOfSource(source)) {
        const known = readings.get(column);
        const canonical = [...(known?.canonical ?? []), `${rule.into}.${name}`];
        readings.set(
          column,
          known === undefined ? { ...reading, source: column, canonical } : { ...known, canonical },
        );
      }
    }
  }
  return [...readings.values()];
};

/** What a file becomes once its duplicates and conflicts are settled. */
export interface Canonicalised {
  readonly refusals: readonly Refusal[];
  readonly readings: readonly ColumnReading[];
  /** Every converted column, all rows, rule by rule: what two records are compared by. */
  readonly content: readonly ColumnData[];
  /** Keeps the marked rows: canonical rows by table, and the cells of kept rows that stayed empty. */
  readonly finish: (keep: Uint8Array) => {
    readonly parts: readonly CanonicalPart[];
    readonly findings: readonly CellFinding[];
  };
}

/** Turns the raw columns of one file into canonical ones, type by column; rows without an id or a date are refused. */
export const canonicalise = (raw: RawTable, rules: ReadingRules): Canonicalised => {
  const results = raw.table.rows.map((rule) => applyRule(raw, rule, rules));
  return {
    refusals: refusalsOf(raw, results),
    readings: readingsOf(results),
    content: results.flatMap((result) => [...result.columns.values()].map((column) => column.data)),
    finish: (keep) => ({
      parts: results.map((result) => partOf(raw, result, keep)),
      findings: findingsOf(raw, results, (row) => keep[row] === 1),
    }),
  };
};

const partOf = (raw: RawTable, { rule, columns, applies }: RuleResult, keep: Uint8Array): CanonicalPart => {
  const rows = new Int32Array(raw.rows);
  let length = 0;
  for (let row = 0; row < raw.rows; row += 1) {
    if (keep[row] !== 1 || applies[row] !== 1) continue;
    rows[length] = row;
    length += 1;
  }
  const chosen = rows.subarray(0, length);
  const pick = (data: ColumnData): ColumnData => (length === raw.rows ? data : pickRows(data, chosen));
  const derived = new Map<string, Int32Array>();
  for (const [name, column] of columns) {
    const beside = dayBeside[name];
    if (beside !== undefined && column.days !== null) derived.set(beside, column.days);
  }
  const all = Object.entries<CanonicalKind>(canonicalTables[rule.into]).map(
    ([name, kind]): readonly [string, ColumnData] => {
      const days = derived.get(name);
      const data = columns.get(name)?.data ?? (days === undefined ? null : { kind: 'day' as const, days });
      return [name, data === null ? absent(kind, length) : pick(data)];
    },
  );
  return { table: rule.into, columns: Object.fromEntries(all), length };
};
