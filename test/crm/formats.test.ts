import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { columnsOfSource, type CrmFormat, type SourceTable } from '../../src/crm/crm-format.ts';
import { columnFinder, recognise } from '../../src/crm/recognise.ts';
import { crmFormats } from '../../src/crm/registry.ts';
import { canonicalTables } from '../../src/domain/canonical.ts';
import { parseMapping } from '../../src/ingest/mapping-file.ts';
import { RawTable } from '../../src/ingest/raw-table.ts';

const mappings = readdirSync('data/mappings').map((name) =>
  parseMapping(name, readFileSync(`data/mappings/${name}`, 'utf8')),
);

const formats = [...crmFormats, ...mappings];

const tables: readonly (readonly [string, CrmFormat, SourceTable])[] = formats.flatMap((format) =>
  format.tables.map((table) => [`${format.id} ${table.name}`, format, table] as const),
);

/** The headers that a kind of file asks for, with one of those of which it needs any. */
const asked = (table: SourceTable): readonly string[] => [
  ...table.headers,
  ...(table.oneOf ?? []).slice(0, 1),
];

describe('every known kind of file', () => {
  it('has a name of its own within its format', () => {
    const names = tables.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(tables)('%s fills only columns that the canonical tables have', (_, _format, table) => {
    const unknown = table.rows.flatMap((rule) =>
      Object.keys(rule.columns).filter((column) => !Object.hasOwn(canonicalTables[rule.into], column)),
    );
    expect(unknown).toEqual([]);
  });

  it.each(tables)('%s can be set up from its own headers', (_, format, table) => {
    expect(new RawTable(table, table.headers, format).has(table.headers[0] ?? '')).toBe(true);
  });

  it.each(tables)('%s is recognised by its required headers in any order and case', (_, format, table) => {
    const headers = asked(table)
      .toReversed()
      .map((header) => ` ${header.toUpperCase().replaceAll(' ', '\u00a0')} `);
    expect(recognise(['Something else', ...headers], formats)).toEqual({ format, table });
  });

  it.each(tables)(
    '%s is not recognised where one of its required headers is missing',
    (_, _format, table) => {
      for (const header of table.headers) {
        const rest = asked(table).filter((other) => other !== header);
        expect(recognise(rest, formats)?.table).not.toBe(table);
      }
    },
  );

  it.each(tables)('%s names each key among the headers it asks for or reads', (_, _format, table) => {
    const read = table.rows.flatMap((rule) => Object.values(rule.columns).flatMap(columnsOfSource));
    expect(table.key.filter((key) => ![...table.headers, ...read].includes(key))).toEqual([]);
  });
});

describe('the labels of a format', () => {
  const labelled = formats.flatMap((format) =>
    Object.entries(format.labels ?? {}).map(
      ([header, labels]) => [format.id, header, labels, format] as const,
    ),
  );

  it.each(labelled)('of %s name a header that it reads: %s', (_, header, labels, format) => {
    const read = format.tables.flatMap((table) => [
      ...table.headers,
      ...(table.oneOf ?? []),
      ...(table.without ?? []),
      ...table.rows.flatMap((rule) => Object.values(rule.columns).flatMap(columnsOfSource)),
    ]);
    expect(read).toContain(header);
    expect(labels.length).toBeGreaterThan(0);
  });

  it('find a header in another language, whatever its case and its kind of space and apostrophe', () => {
    const find = columnFinder(['AFFAIRE\u00a0-  Heure de l’échec'], {
      'Lost time': ["Affaire - Heure de l'échec"],
    });
    expect(find('lost time')).toEqual({ cell: 0, entry: null });
    expect(find('Won time')).toBeNull();
  });

  it('find an entry of a cell that packs several', () => {
    const find = columnFinder(['Attributes'], { 'New Value': ['attributes › New Value'] });
    expect(find('New Value')).toEqual({ cell: 0, entry: 'New Value' });
    expect(find('Old Value')).toBeNull();
  });

  it('give way to the header itself', () =>
    expect(
      columnFinder(['Created Date', 'Create Date'], { 'Create Date': ['Created Date'] })('Create Date'),
    ).toEqual({ cell: 1, entry: null }));
});

describe('a header line', () => {
  it('of no known kind is not recognised', () =>
    expect(recognise(['Name', 'Phone', '__proto__', 'constructor'], formats)).toBeNull());

  it('of no cell is not recognised', () => expect(recognise([], formats)).toBeNull());

  it('that fits two kinds is the one that asks for more', () => {
    const both = ['Id', 'LeadId', 'Field', 'OldValue', 'NewValue', 'CreatedDate', 'lead_id', 'created_at'];
    expect(recognise(both, formats)?.table.name).toBe('LeadHistory');
  });
});
