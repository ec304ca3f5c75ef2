import { describe, expect, it } from 'vitest';
import { agreementDiff } from '../../../src/metrics/agreement-diff.ts';
import { agreeAnswer, changedWords, versionLine } from '../../../src/sentences/sla/agree-answer.ts';
import { agreementWith } from '../../support/agreements.ts';

const first = agreementWith();
const answer = (next: ReturnType<typeof agreementWith>): string =>
  agreeAnswer(next, first, agreementDiff(first, next));

describe('what is said of signing', () => {
  it('is that nothing is signed yet', () =>
    expect(agreeAnswer(first, null, null)).toBe(
      'Nothing is signed yet; this would be version 1, in force from 1 Feb 2026',
    ));

  it('is how many terms would change, days left out', () => {
    const later = { version: 2, startsOn: '2026-06-01', reviewOn: '2026-09-01' };
    expect(answer(agreementWith(later))).toBe('Version 1 is signed, and the terms above are those of it');
    expect(answer(agreementWith({ ...later, sales: { ...first.sales, attempts: 5 } }))).toBe(
      'Version 1 is signed; the terms above would change one of its terms',
    );
    expect(
      answer(
        agreementWith({
          ...later,
          sales: { ...first.sales, attempts: 5, responseMinutes: 60 },
          calendar: { ...first.calendar, holidays: ['2026-12-24'] },
        }),
      ),
    ).toBe('Version 1 is signed; the terms above would change three of its terms');
  });

  it('names a version with its days', () =>
    expect(versionLine(first)).toBe(
      'Version 1, signed on 7 Jan 2026, in force from 1 Feb 2026, to be reviewed on 4 May 2026',
    ));

  it('names versions that are not what was signed', () => {
    expect(changedWords([])).toBe('');
    expect(changedWords([2])).toBe(
      '1 agreement of this record is not what was signed: version 2. A term or the sum was changed afterwards.',
    );
    expect(changedWords([1, 3])).toBe(
      '2 agreements of this record are not what was signed: version 1, 3. A term or the sum was changed afterwards.',
    );
  });
});
