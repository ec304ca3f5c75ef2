import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { crmFormats } from '../../src/crm/registry.ts';
import { ImportError } from '../../src/ingest/ledger.ts';
import { mappingText, parseMapping } from '../../src/ingest/mapping-file.ts';

const good = {
  mapping: 1,
  id: 'own',
  label: 'Our own table',
  timeZone: 'UTC',
  opportunities: 'all',
  tables: [
    {
      name: 'People',
      headers: ['person', 'since'],
      key: ['person'],
      rows: [{ into: 'lead', columns: { lead_id: 'person', created_at: 'since' } }],
    },
  ],
};

const refusal = (text: string): string => {
  try {
    parseMapping('own.json', text);
  } catch (cause) {
    expect(cause).toBeInstanceOf(ImportError);
    return cause instanceof ImportError ? cause.message : '';
  }
  return 'accepted';
};

const changed = (change: object): string => refusal(JSON.stringify({ ...good, ...change }));

const withRule = (rule: object): string =>
  changed({ tables: [{ name: 'People', headers: ['person'], rows: [rule] }] });

describe('a mapping file', () => {
  it.each(readdirSync('data/mappings'))('that comes with the product can be read: %s', (name) => {
    expect(parseMapping(name, readFileSync(`data/mappings/${name}`, 'utf8')).tables.length).toBeGreaterThan(
      0,
    );
  });

  it.each([
    ...crmFormats.map((format) => [format.id, format] as const),
    ...readdirSync('data/mappings').map(
      (name) => [name, parseMapping(name, readFileSync(`data/mappings/${name}`, 'utf8'))] as const,
    ),
  ])('says the same after being written and read again: %s', (name, format) => {
    expect(parseMapping(name, mappingText(format))).toEqual(format);
  });

  it('compares statuses without case', () => {
    const format = parseMapping(
      'own.json',
      JSON.stringify({ ...good, statuses: { ' Sales Ready ': 'mql' } }),
    );
    expect(format.statuses).toEqual({ 'sales ready': 'mql' });
  });

  it('that is no JSON is refused with a remedy', () => {
    expect(refusal('{"mapping": 1,')).toBe(
      'own.json is not valid JSON. Correct it, or save the mapping again from the page.',
    );
  });

  it.each([
    ['of another version', { mapping: 2 }, '"mapping" must be 1, the version of this kind of file'],
    ['without tables', { tables: [] }, '"tables" must hold at least one table'],
    [
      'in a zone that does not exist',
      { timeZone: 'Europe/Stokholm' },
      '"timeZone" must be a time zone such as',
    ],
    ['without a name', { id: '' }, '"id" must not be empty'],
  ])('%s is refused at the place, with what belongs there', (_, change, words) =>
    expect(changed(change)).toContain(words),
  );

  it('that fills a table we do not have is refused with the list of those we have', () => {
    expect(withRule({ into: 'leads', columns: {} })).toContain(
      '"tables.0.rows.0.into" must be one of lead, stage_event, opportunity',
    );
  });

  it('that fills a column we do not have is refused with the list of those the table has', () => {
    const message = withRule({ into: 'lead', columns: { name: 'person' } });
    expect(message).toContain(
      '"tables.0.rows.0" names a column that lead does not have; it has lead_id, contact_id',
    );
  });

  it('that fills a column every object has is refused too', () => {
    const text = JSON.stringify(good).replace('"lead_id":"person"', '"lead_id":"person","toString":"person"');
    expect(refusal(text)).toContain('names a column that lead does not have');
  });

  it('with a source of an unknown shape is refused with the shapes there are', () => {
    const message = withRule({ into: 'lead', columns: { lead_id: { header: 'person' } } });
    expect(message).toContain(
      '"tables.0.rows.0.columns.lead_id" must be a column name, or one of {constant}',
    );
  });

  it('with a condition of an unknown shape is refused with the shapes there are', () => {
    const message = withRule({ into: 'lead', when: [{ column: 'person' }], columns: { lead_id: 'person' } });
    expect(message).toContain('"tables.0.rows.0.when.0" must be {column, equals}');
  });

  it('may use every kind of source and condition there is', () => {
    const format = parseMapping(
      'own.json',
      JSON.stringify({
        ...good,
        timeZone: 'report',
        flags: ['no_history'],
        footer: ['Total'],
        labels: { person: ['persona'] },
        tables: [
          {
            name: 'People',
            headers: ['person', 'since'],
            oneOf: ['source'],
            without: ['company'],
            key: ['person'],
            rows: [
              {
                into: 'lead',
                when: [
                  { anyFilled: ['source'] },
                  { column: 'person', filled: false },
                  { column: 'person', looksLike: 'guid' },
                ],
                columns: {
                  lead_id: { column: 'person', prefix: 'p:', as: 'salesforce-id' },
                  contact_id: { column: 'contact', as: 'salesforce-id' },
                  created_at: { firstOf: ['since', 'entered'] },
                  channel: { either: ['source', { constant: 'Web' }] },
                },
              },
              {
                into: 'lead_opportunity',
                columns: { lead_id: 'person', opportunity_id: { column: 'deals', split: ';' } },
              },
              {
                into: 'opportunity',
                columns: {
                  opportunity_id: 'person',
                  created_at: 'since',
                  outcome: { wonOn: 'won', lostOn: 'lost' },
                },
              },
            ],
          },
          { name: 'Companies', headers: ['company'], key: [], rows: [], note: 'Export the people too.' },
        ],
      }),
    );
    expect(parseMapping('own.json', mappingText(format))).toEqual(format);
  });

  it('with a word too many is refused', () => expect(changed({ colour: 'red' })).toContain('"colour"'));

  it.each(['null', '[]', '"text"', '1'])('that holds %s is refused', (text) =>
    expect(refusal(text)).toContain('own.json is not a mapping file'),
  );
});
