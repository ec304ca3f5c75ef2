import { describe, expect, it } from 'vitest';
import { crmFormats } from '../../src/crm/registry.ts';
import type { ColumnChoice, CrmFormat } from '../../src/crm/crm-format.ts';
import { canonicalContent } from '../support/canonical-content.ts';
import { fileOf, importing, leadsCsv } from '../support/import-texts.ts';

const decided = leadsCsv([{ Id: 'a', CreatedDate: '13/04/2026' }]);
const open = leadsCsv([{ Id: 'b', CreatedDate: '03/04/2026' }]);
const deals = (amount: string): string =>
  `opportunity_id,created_at,outcome,amount\nD1,2026-01-02,won,${amount}\n`;
const plainLeads = fileOf('leads.csv', 'lead_id,created_at\nL1,2026-01-01\n');

const salesforceWith = (readings: Readonly<Record<string, ColumnChoice>>): readonly CrmFormat[] =>
  crmFormats
    .filter(({ id }) => id === 'salesforce-data-export')
    .map((format) => ({ ...format, tables: format.tables.map((table) => ({ ...table, readings })) }));

describe('the order of day and month', () => {
  it('is decided over all files of a kind: a part alone would not tell', async () => {
    const whole = leadsCsv([
      { Id: 'a', CreatedDate: '13/04/2026' },
      { Id: 'b', CreatedDate: '03/04/2026' },
    ]);
    const parts = await importing([fileOf('2.csv', open), fileOf('1.csv', decided)]);
    expect(parts.questions).toEqual([]);
    expect(await canonicalContent(parts)).toEqual(
      await canonicalContent(await importing([fileOf('all.csv', whole)])),
    );
  });

  it('is asked where no file tells it, with the evidence and an example', async () => {
    const { questions } = await importing([fileOf('2.csv', open)]);
    expect(questions).toEqual([
      {
        asks: 'dates',
        format: 'salesforce-data-export',
        table: 'Lead',
        column: 'CreatedDate',
        written: 'CreatedDate',
        files: ['2.csv'],
        example: '03/04/2026',
        cells: 1,
        evidence: '0 dates can only be day-first, 0 only month-first, 1 either',
      },
    ]);
  });

  it('is asked where cells contradict each other', async () => {
    const both = leadsCsv([
      { Id: 'a', CreatedDate: '13/04/2026' },
      { Id: 'b', CreatedDate: '04/13/2026' },
      { Id: 'c', CreatedDate: '03/04/2026' },
    ]);
    expect((await importing([fileOf('Lead.csv', both)])).questions).toHaveLength(1);
  });

  it.each([
    ['day-first', '2026-04-03'],
    ['month-first', '2026-03-04'],
  ] as const)('is what a person says: %s', async (dates, day) => {
    const imported = await importing([fileOf('2.csv', open)], salesforceWith({ CreatedDate: { dates } }));
    expect(imported.questions).toEqual([]);
    const { leads } = await canonicalContent(imported);
    expect(leads[0]?.created_date).toBe(day);
  });
});

describe('the mark before the decimals', () => {
  it('is asked where 1.234 may be large or small; until then the amount stays empty', async () => {
    const imported = await importing([plainLeads, fileOf('deals.csv', deals('1.234'))]);
    expect(imported.questions.map(({ asks, example }) => [asks, example])).toEqual([['decimals', '1.234']]);
    expect((await canonicalContent(imported)).opportunities[0]?.amount_minor).toBeNull();
    expect(imported.files[1]?.findings[0]).toMatchObject({ reason: 'NUMBER_AMBIGUOUS', count: 1 });
  });

  it.each([
    ['point', 123],
    ['comma', 123_400],
  ] as const)('is what a person says: %s', async (decimals, minor) => {
    const formats = crmFormats
      .filter(({ id }) => id === 'plain-tables')
      .map((format) => ({
        ...format,
        tables: format.tables.map((table) => ({ ...table, readings: { amount: { decimals } } })),
      }));
    const imported = await importing([plainLeads, fileOf('deals.csv', deals('1.234'))], formats);
    expect((await canonicalContent(imported)).opportunities[0]?.amount_minor).toBe(minor);
  });

  it('is decided over all files of a kind', async () => {
    const imported = await importing([
      plainLeads,
      fileOf('a.csv', deals('1.234')),
      fileOf('b.csv', deals('"5,50"').replace('D1', 'D2')),
    ]);
    expect(imported.questions).toEqual([]);
    const { opportunities } = await canonicalContent(imported);
    expect(opportunities.map(({ amount_minor }) => amount_minor)).toEqual([123_400, 550]);
  });
});
