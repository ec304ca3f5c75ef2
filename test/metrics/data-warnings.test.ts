import { describe, expect, it } from 'vitest';
import { dataWarnings, findingWarnings, type WarningCounts } from '../../src/metrics/data-warnings.ts';

const clean: WarningCounts = {
  opportunities_before_lead: 0,
  imputed_mql: 0,
  converted: 0,
  clamped: 0,
  excluded: 0,
  unsourced: 0,
  close_before_create: 0,
  future_close: 0,
  without_anchor: 0,
};

const codes = (counts: Partial<WarningCounts>, currencies: readonly string[] = []): readonly string[] =>
  dataWarnings({ ...clean, ...counts }, currencies).map((warning) => warning.code);

describe('warnings', () => {
  it('are none where nothing is odd', () => expect(codes({})).toEqual([]));

  it('say how many records they concern', () => {
    expect(dataWarnings({ ...clean, unsourced: 7 }, [])[0]).toMatchObject({
      code: 'UNSOURCED_OPPORTUNITY',
      count: 7,
    });
  });

  it('speak of one record in the singular', () => {
    expect(dataWarnings({ ...clean, opportunities_before_lead: 1 }, [])[0]?.message).toContain(
      '1 opportunity is older than the lead',
    );
  });

  it('name stand-in anchors only where they are more than one in twenty', () => {
    expect(codes({ imputed_mql: 5, converted: 100 })).toEqual([]);
    expect(codes({ imputed_mql: 6, converted: 100 })).toEqual(['IMPUTED_MQL']);
  });

  it('name several currencies, never a single one', () => {
    expect(codes({}, ['EUR'])).toEqual([]);
    expect(codes({}, ['EUR', 'SEK'])).toEqual(['SEVERAL_CURRENCIES']);
  });

  it('say each thing in its own words, singular and plural, most telling first', () => {
    const one = dataWarnings(
      {
        opportunities_before_lead: 1,
        imputed_mql: 1,
        converted: 4,
        clamped: 1,
        excluded: 1,
        unsourced: 1,
        close_before_create: 1,
        future_close: 1,
        without_anchor: 1,
      },
      ['EUR', 'SEK'],
    );
    expect(one.map(({ message }) => message)).toEqual([
      '1 opportunity is older than the lead linked to it: kept, but not counted as converted by that lead.',
      '1 opportunity has no lead that led to it, and forms a group of its own.',
      "1 converted lead has no date for the anchor stage (25.0 %); the next stage's date stands in.",
      '1 lead never reached the anchor stage and is in no cohort.',
      '1 lead record is deleted, spam or a test and in no number.',
      '1 lead has an opportunity dated shortly before the lead, counted on the day of the lead.',
      '1 opportunity was closed before being created; counted as closed that day.',
      '1 closed opportunity has a closing date after the export; counted as closed on its last day.',
      'Amounts are in EUR, SEK and are not added up without rates.',
    ]);
  });

  it('of cells left empty name column, file, reason and an example', () => {
    const files = [
      {
        name: 'leads.csv',
        findings: [
          { reason: 'DATE_UNREADABLE', column: 'Created', count: 2, example: '31.02.' },
          { reason: 'NUL_BYTE', column: 'Name', count: 1, example: '' },
        ],
      },
    ];
    expect(findingWarnings(files, (reason) => `Words of ${reason}`)).toEqual([
      {
        code: 'DATE_UNREADABLE',
        count: 2,
        message: '2 cells of “Created” in leads.csv left empty: words of date_unreadable, such as “31.02.”.',
      },
      {
        code: 'NUL_BYTE',
        count: 1,
        message: '1 cell of “Name” in leads.csv read without a part: words of nul_byte.',
      },
    ]);
  });
});
