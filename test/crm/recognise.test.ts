import { describe, expect, it } from 'vitest';
import {
  columnsOfCondition,
  columnsOfSource,
  type CrmFormat,
  type SourceTable,
} from '../../src/crm/crm-format.ts';
import { recognise } from '../../src/crm/recognise.ts';
import { crmFormats } from '../../src/crm/registry.ts';
import { seeded } from '../support/table-formats.ts';

const kinds = crmFormats.flatMap((format) => format.tables.map((table) => ({ format, table })));

const plainKey = (header: string): string => header.trim().toLowerCase();

/** All names of a column, from the format's own data and by no other code. */
const namesOf = (format: CrmFormat, column: string): readonly string[] => [
  column,
  ...Object.entries(format.labels ?? {}).flatMap(([header, labels]) =>
    plainKey(header) === plainKey(column) ? labels : [],
  ),
];

const isThere = (headers: ReadonlySet<string>, format: CrmFormat, column: string): boolean =>
  namesOf(format, column).some((name) => headers.has(plainKey(name.split(' › ')[0] ?? name)));

const columnsOf = (table: SourceTable): readonly string[] => [
  ...table.headers,
  ...(table.oneOf ?? []),
  ...(table.without ?? []),
  ...table.rows.flatMap((rule) => [
    ...Object.values(rule.columns).flatMap(columnsOfSource),
    ...(rule.when ?? []).flatMap(columnsOfCondition),
  ]),
];

const knownHeaders: readonly string[] = [
  ...new Set(kinds.flatMap(({ format, table }) => columnsOf(table).flatMap((name) => namesOf(format, name)))),
].filter((name) => !name.includes(' › '));

/** Known headers at random, and most of the required ones of one kind, in some of its words. */
const headerLine = (random: () => number): readonly string[] => {
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const kind = pick(kinds);
  const others = Array.from({ length: Math.floor(random() * 12) }, () => pick(knownHeaders) ?? '');
  if (kind === undefined) return others;
  const { format, table } = kind;
  const asked = [...table.headers, ...(table.oneOf ?? []).slice(0, 1)]
    .filter(() => random() < 0.85)
    .map((column) => pick(namesOf(format, column)) ?? column);
  return [...new Set([...asked, ...others])];
};

describe('five thousand header lines of known words', () => {
  const random = seeded(2026);
  const lines = Array.from({ length: 5000 }, () => headerLine(random));
  const found = lines.map((line) => ({ line, kind: recognise(line, crmFormats) }));

  it('are partly of a known kind and partly of none', () => {
    const known = found.filter(({ kind }) => kind !== null).length;
    expect(known).toBeGreaterThan(1000);
    expect(known).toBeLessThan(4500);
  });

  it('are of no kind whose required headers are not there', () => {
    const wrong = found.filter(({ line, kind }) => {
      if (kind === null) return false;
      const headers = new Set(line.map(plainKey));
      const has = (column: string) => isThere(headers, kind.format, column);
      const { headers: required, oneOf, without } = kind.table;
      return !required.every(has) || (oneOf !== undefined && !oneOf.some(has)) || (without ?? []).some(has);
    });
    expect(wrong).toEqual([]);
  });

  it('are of no plain table where they fit the export of a CRM', () => {
    const exports = crmFormats.filter((format) => format.fallback !== true);
    const wrong = found.filter(
      ({ line, kind }) => kind?.format.fallback === true && recognise(line, exports) !== null,
    );
    expect(wrong).toEqual([]);
  });

  it('are the same kind in any order', () => {
    const wrong = found
      .slice(0, 1000)
      .filter(({ line, kind }) => recognise(line.toReversed(), crmFormats)?.table !== kind?.table);
    expect(wrong).toEqual([]);
  });
});

describe('a header line that fits several kinds', () => {
  it.each([
    [
      'is the history, though the report also shows the lead',
      'Lead history',
      ['Lead ID', 'Create Date', 'Lead Source', 'Field / Event', 'Old Value', 'New Value', 'Edit Date'],
    ],
    [
      'is the history without ids, though the report also shows words of the lead',
      'Lead history without ids',
      ['Create Date', 'Lead Source', 'Field / Event', 'Old Value', 'New Value', 'Edit Date'],
    ],
    [
      'is a grouped report, though it has every column of a list of leads',
      'Grouped report',
      ['Lead Status  ↑', 'Lead ID', 'Create Date', 'Lead Source', 'Lead Owner'],
    ],
    [
      'is the plain table, where it has dates of deals that no report of leads has',
      'Leads with stage dates',
      ['Lead ID', 'Created Date', 'Lead Source', 'MQL date', 'Won date'],
    ],
    [
      'is the list of leads, though every object has its stamp',
      'Lead',
      ['Id', 'LeadSource', 'Status', 'IsConverted', 'CreatedDate', 'SystemModstamp'],
    ],
    [
      'is the activities, though each shows its deal',
      'Activities',
      [
        'Activity - Type',
        'Activity - Marked as done time',
        'Deal - ID',
        'Deal - Status',
        'Deal - Deal created',
      ],
    ],
    [
      'is the stage history, though it shows the deal',
      'Stage history',
      [
        'Record Id',
        'Deal Name',
        'Deal Name.id',
        'Stage',
        'Created Time',
        'Modified Time',
        'Stage Duration (Days)',
      ],
    ],
  ])('%s', (_, name, headers) => expect(recognise(headers, crmFormats)?.table.name).toBe(name));

  it('is nothing, where an object lacks a column that its figures need', () => {
    const broken = ['Id', 'LeadSource', 'IsConverted', 'CreatedDate', 'SystemModstamp'];
    expect(recognise(broken, crmFormats)).toBeNull();
  });
});
