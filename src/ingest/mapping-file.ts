import * as v from 'valibot';
import { canonicalTableNames, canonicalTables, type CanonicalTable } from '../domain/canonical.ts';
import { isTimeZone } from '../domain/time-zone.ts';
import type { CrmFormat } from '../crm/crm-format.ts';
import { ImportError } from './ledger.ts';
import { encodings } from './text-encoding.ts';

const name = v.pipe(v.string('must be text'), v.nonEmpty('must not be empty'));

const salesforceId = v.exactOptional(v.literal('salesforce-id'));
const names = v.pipe(v.array(name), v.minLength(1));

const plainSources = [
  name,
  v.strictObject({ constant: v.string() }),
  v.strictObject({ column: name, as: v.picklist(['date', 'exclusion', 'salesforce-id']) }),
  v.strictObject({ column: name, as: v.literal('stage'), from: v.exactOptional(name) }),
  v.strictObject({ column: name, startsWith: name, as: salesforceId }),
  v.strictObject({ column: name, prefix: name, as: salesforceId }),
  v.strictObject({ column: name, split: name }),
  v.strictObject({
    column: name,
    values: v.record(v.string(), v.string()),
    otherwise: v.exactOptional(v.string()),
  }),
  v.strictObject({ firstOf: names }),
  v.strictObject({ won: name, closed: name }),
  v.strictObject({ won: name, lost: name }),
  v.strictObject({ wonOn: name, lostOn: name }),
] as const;

const source = v.union(
  [...plainSources, v.strictObject({ either: v.pipe(v.array(v.union(plainSources)), v.minLength(1)) })],
  'must be a column name, or one of {constant}, {column, as}, {column, startsWith}, {column, prefix}, {column, split}, {column, values}, {firstOf}, {won, closed}, {won, lost}, {wonOn, lostOn}, {either}',
);

const condition = v.union(
  [
    v.strictObject({ column: name, equals: v.string() }),
    v.strictObject({ column: name, startsWith: name }),
    v.strictObject({ column: name, startsNotWith: name }),
    v.strictObject({ column: name, filled: v.boolean() }),
    v.strictObject({ column: name, truth: v.boolean() }),
    v.strictObject({ column: name, looksLike: v.literal('guid') }),
    v.strictObject({ anyFilled: names }),
  ],
  'must be {column, equals}, {column, startsWith}, {column, startsNotWith}, {column, filled}, {column, truth}, {column, looksLike: "guid"} or {anyFilled}',
);

const zone = v.pipe(name, v.check(isTimeZone, 'must be a time zone such as Europe/Stockholm'));

const rule = v.pipe(
  v.strictObject({
    into: v.picklist(canonicalTableNames, `must be one of ${canonicalTableNames.join(', ')}`),
    when: v.exactOptional(v.array(condition)),
    columns: v.record(v.string(), source),
  }),
  v.check(
    ({ into, columns }) =>
      Object.keys(columns).every((column) =>
        Object.hasOwn(canonicalTables[into satisfies CanonicalTable], column),
      ),
    ({ input }) =>
      `names a column that ${input.into} does not have; it has ${Object.keys(canonicalTables[input.into]).join(', ')}`,
  ),
);

const readings = v.record(
  v.string(),
  v.strictObject({
    dates: v.exactOptional(v.picklist(['day-first', 'month-first'])),
    decimals: v.exactOptional(v.picklist(['point', 'comma'])),
  }),
);

const textChoice = v.strictObject({
  encoding: v.exactOptional(v.picklist(encodings)),
  delimiter: v.exactOptional(name),
  repair: v.exactOptional(v.literal(true)),
});

const clock = v.union([v.literal('report'), zone], 'must be a time zone such as Europe/Stockholm, or report');

const groups = v.record(v.string(), name);

const mapping = v.strictObject({
  mapping: v.literal(1, 'must be 1, the version of this kind of file'),
  id: name,
  label: name,
  timeZone: v.optional(clock, 'UTC'),
  reportTimeZone: v.exactOptional(zone),
  currency: v.exactOptional(name),
  opportunities: v.optional(v.picklist(['all', 'won only']), 'all'),
  flags: v.exactOptional(v.array(v.picklist(['no_history', 'lead_is_deal']))),
  fallback: v.exactOptional(v.literal(true)),
  emptyValues: v.optional(v.array(v.string()), []),
  footer: v.exactOptional(v.array(name)),
  labels: v.exactOptional(v.record(v.string(), v.array(name))),
  statuses: v.optional(
    v.record(
      v.string(),
      v.picklist(['mql', 'sal', 'sql', 'recycled', 'disqualified', 'spam', 'test', 'none']),
    ),
    {},
  ),
  outcomes: v.exactOptional(v.record(v.string(), v.picklist(['open', 'won', 'lost']))),
  groups: v.exactOptional(
    v.strictObject({ channel: v.exactOptional(groups), segment: v.exactOptional(groups) }),
  ),
  tables: v.pipe(
    v.array(
      v.strictObject({
        name,
        headers: names,
        oneOf: v.exactOptional(names),
        without: v.exactOptional(names),
        key: v.optional(v.array(name), []),
        rows: v.array(rule),
        readings: v.exactOptional(readings),
        text: v.exactOptional(textChoice),
        timeZone: v.exactOptional(clock),
        note: v.exactOptional(name),
      }),
    ),
    v.minLength(1, 'must hold at least one table'),
  ),
});

const withoutAbsent = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Value;

/**
 * Reads a mapping file: which columns of a company's own tables are which canonical ones. Throws an `ImportError` that
 * names the place and what belongs there.
 */
export const parseMapping = (file: string, text: string): CrmFormat => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ImportError(
      file,
      `${file} is not valid JSON. Correct it, or save the mapping again from the page.`,
    );
  }
  const result = v.safeParse(mapping, json);
  if (!result.success) {
    const [issue] = result.issues;
    throw new ImportError(
      file,
      `${file} is not a mapping file: "${v.getDotPath(issue) ?? 'the whole file'}" ${issue.message}.`,
    );
  }
  const { mapping: _version, statuses, tables, ...rest } = result.output;
  const byLowerCase = Object.fromEntries(
    Object.entries(statuses).map(([status, meaning]) => [status.trim().toLowerCase(), meaning]),
  );
  return withoutAbsent({
    ...rest,
    statuses: byLowerCase,
    tables: tables.map((table) => ({ ...table, rows: table.rows.map(withoutAbsent) })),
  });
};

/** A format as the text of a mapping file. */
export const mappingText = (format: CrmFormat): string =>
  `${JSON.stringify({ mapping: 1, ...format }, null, 2)}\n`;
