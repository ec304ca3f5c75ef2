import { describe, expect, it } from 'vitest';
import { standardDefinitions } from '../../src/domain/definition-set.ts';
import { agreedText, parseAgreed } from '../../src/ingest/agreed-file.ts';
import type { AgreedRecord, Agreement } from '../../src/metrics/agreement.ts';
import { agreementWith } from '../support/agreements.ts';

const record: AgreedRecord = {
  definitions: [standardDefinitions],
  agreements: [
    agreementWith(),
    agreementWith({ version: 2, startsOn: '2026-06-01', reviewOn: '2026-09-01' }),
  ],
  budgets: [{ quarter: '2026-04-01', amountMinor: 300_000_000, currency: 'EUR' }],
};

const withAgreement = (changed: Partial<Agreement>): string =>
  JSON.stringify({ agreed: 1, ...record, agreements: [agreementWith(changed)] });

describe('a file of what was agreed', () => {
  it('is read as it was written', () =>
    expect(parseAgreed('agreed.json', agreedText(record))).toEqual(record));

  it('is refused by name where it is no JSON', () =>
    expect(() => parseAgreed('agreed.json', '{')).toThrow(
      'agreed.json is not valid JSON. Correct it, or save the agreements again from the page.',
    ));

  it.each([
    ['ends before it starts', withAgreement({ reviewOn: '2026-02-01' }), 'is to be reviewed before'],
    ['has a sum that is none', withAgreement({ hash: 'abc' }), '"agreements.0.hash" must be a SHA-256 sum'],
    [
      'promises more than all',
      withAgreement({ sales: { ...agreementWith().sales, attainment: 1.1 } }),
      '"agreements.0.sales.attainment" must not be above 1',
    ],
    [
      'promises nothing',
      withAgreement({ sales: { ...agreementWith().sales, attainment: 0 } }),
      '"agreements.0.sales.attainment" must be above 0',
    ],
    [
      'names a segment twice',
      withAgreement({
        sales: {
          ...agreementWith().sales,
          bySegment: [
            { segment: 'A', responseMinutes: 1, attempts: 1 },
            { segment: 'A', responseMinutes: 2, attempts: 1 },
          ],
        },
      }),
      '"agreements.0.sales.bySegment" must not name a segment twice',
    ],
    [
      'has a budget of a month',
      JSON.stringify({
        agreed: 1,
        ...record,
        budgets: [{ quarter: '2026-02-01', amountMinor: 1, currency: null }],
      }),
      '"budgets.0.quarter" must be the first day of a quarter',
    ],
    [
      'has falling versions',
      JSON.stringify({ agreed: 1, ...record, agreements: record.agreements.toReversed() }),
      '"agreements" must have rising version numbers',
    ],
  ])('is refused where it %s, with the place and what belongs there', (_, text, words) =>
    expect(() => parseAgreed('agreed.json', text)).toThrow(words),
  );
});
