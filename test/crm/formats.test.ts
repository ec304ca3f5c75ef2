import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { columnsOfSource, type CrmFormat, type SourceTable } from '../../src/crm/crm-format.ts';
import { recognise } from '../../src/crm/recognise.ts';
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
    expect(new RawTable(table, table.headers, format.emptyValues).has(table.headers[0] ?? '')).toBe(true);
  });

  it.each(tables)('%s is recognised by its required headers in any order and case', (_, format, table) => {
    const headers = table.headers.toReversed().map((header) => ` ${header.toUpperCase()} `);
    expect(recognise(['Something else', ...headers], formats)).toEqual({ format, table });
  });

  it.each(tables)(
    '%s is not recognised where one of its required headers is missing',
    (_, _format, table) => {
      for (const header of table.headers) {
        const rest = table.headers.filter((other) => other !== header);
        expect(recognise(rest, formats)?.table).not.toBe(table);
      }
    },
  );

  it.each(tables)('%s names each key among the headers it asks for or reads', (_, _format, table) => {
    const read = table.rows.flatMap((rule) => Object.values(rule.columns).flatMap(columnsOfSource));
    expect(table.key.filter((key) => ![...table.headers, ...read].includes(key))).toEqual([]);
  });
});

describe('a header line', () => {
  it('of no known kind is not recognised', () =>
    expect(recognise(['Name', 'Phone', '__proto__', 'constructor'], formats)).toBeNull());

  it('of no cell is not recognised', () => expect(recognise([], formats)).toBeNull());

  it('that fits two kinds is the one that asks for more', () => {
    const wide = [...new Set(tables.flatMap(([, , table]) => table.headers))];
    const most = Math.max(...tables.map(([, , table]) => table.headers.length));
    expect(recognise(wide, formats)?.table.headers).toHaveLength(most);
  });
});
