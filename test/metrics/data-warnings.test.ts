import { describe, expect, it } from 'vitest';
import { dataWarnings, type WarningCounts } from '../../src/metrics/data-warnings.ts';

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
});
