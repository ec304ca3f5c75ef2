import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '../../src/domain/business-calendar.ts';
import { businessDays } from '../../src/domain/business-days.ts';
import { valueLookUp } from '../../src/metrics/cell-value.ts';
import { marketingMonths } from '../../src/metrics/marketing-sla.ts';
import { marketingAttained, monthProgress, targetOf } from '../../src/metrics/marketing-target.ts';
import { isReturnReason } from '../../src/metrics/return-reason.ts';

const card = [
  { channel: 'web', segment: 'SMB', valueMinor: 200_000 },
  { channel: 'web', segment: 'ENT', valueMinor: 350_000 },
];
const target = { firstMonth: '2025-11-01', valueMinor: 50_000_000, growth: 0.05 };
const over = { elapsed: 22, total: 22 };

describe('the value that marketing delivered', () => {
  it('of 240 leads at 2 000 and 30 at 3 500 is 585 000, 106.1 % of the third month', () => {
    const [month] = marketingMonths(
      [
        { month: '2026-01-01', channel: 'web', segment: 'SMB', leads: 240 },
        { month: '2026-01-01', channel: 'web', segment: 'ENT', leads: 30 },
      ],
      [],
      card,
    );
    expect(month).toEqual({
      month: '2026-01-01',
      leads: 270,
      leadsWithoutValue: 0,
      grossMinor: 58_500_000,
      returnedMinor: 0,
      deliveredMinor: 58_500_000,
    });
    expect(targetOf(target, '2026-01-01')).toBeCloseTo(55_125_000, 6);
    expect(marketingAttained(58_500_000, target, '2026-01-01', over)).toBeCloseTo(1.0612, 4);
  });

  it('is taken off in the month in which a lead is found to be spam or a duplicate, and for no other reason', () => {
    const back = (reason: string | null, leads: number) => ({
      month: '2026-02-01',
      channel: 'web',
      segment: 'SMB',
      reason,
      leads,
    });
    expect(
      marketingMonths(
        [{ month: '2026-01-01', channel: 'web', segment: 'SMB', leads: 10 }],
        [back('Spam', 1), back('Duplicate record', 2), back('No budget', 4), back(null, 8)],
        card,
      ).map(({ month, leads, grossMinor, returnedMinor, deliveredMinor }) => [
        month,
        leads,
        grossMinor,
        returnedMinor,
        deliveredMinor,
      ]),
    ).toEqual([
      ['2026-01-01', 10, 2_000_000, 0, 2_000_000],
      ['2026-02-01', 0, 0, 600_000, -600_000],
    ]);
  });

  it('is nothing for leads that the card has no line for, which are counted', () =>
    expect(
      marketingMonths([{ month: '2026-01-01', channel: 'web', segment: 'MID', leads: 3 }], [], card)[0],
    ).toMatchObject({ leads: 3, leadsWithoutValue: 3, grossMinor: 0 }));

  it('is whole minor units', () =>
    expect(
      marketingMonths(
        [{ month: '2026-01-01', channel: 'a', segment: 'b', leads: 3 }],
        [],
        [{ channel: 'a', segment: 'b', valueMinor: 0.5 }],
      )[0]?.grossMinor,
    ).toBe(2));
});

describe('the target of marketing', () => {
  it('starts at X, grows each month and has no value before the agreement', () => {
    expect(targetOf(target, '2025-11-01')).toBe(50_000_000);
    expect(targetOf(target, '2025-12-01')).toBe(52_500_000);
    expect(targetOf({ ...target, growth: 0 }, '2027-11-01')).toBe(50_000_000);
    expect(targetOf(target, '2025-10-01')).toBeNull();
  });

  it('of a running month is the part that its business days so far stand for', () => {
    expect(marketingAttained(25_000_000, target, '2025-11-01', { elapsed: 5, total: 20 })).toBe(2);
    expect(marketingAttained(25_000_000, target, '2025-11-01', { elapsed: 0, total: 20 })).toBeNull();
    expect(marketingAttained(25_000_000, target, '2025-11-01', { elapsed: 0, total: 0 })).toBeNull();
    expect(marketingAttained(25_000_000, target, '2025-10-01', over)).toBeNull();
  });
});

describe('business days', () => {
  const office = { ...defaultCalendar('Europe/Stockholm'), holidays: ['2026-05-14'] };

  it('are the days on which the team opens, first and last included', () => {
    expect(businessDays(office, '2026-05-11', '2026-05-17')).toBe(4);
    expect(businessDays(office, '2026-05-15', '2026-05-15')).toBe(1);
    expect(businessDays(office, '2026-05-16', '2026-05-17')).toBe(0);
    expect(businessDays(office, '2026-05-15', '2026-05-11')).toBe(0);
  });
});

describe('the progress of a month', () => {
  const office = { ...defaultCalendar('Europe/Stockholm'), holidays: ['2026-05-14'] };
  const by = (asOf: string) => monthProgress(office, '2026-05-01', asOf);

  it('is the business days so far of all of its business days', () => {
    expect(by('2026-05-15')).toEqual({ elapsed: 10, total: 20 });
    expect(by('2026-05-29')).toEqual({ elapsed: 20, total: 20 });
    expect(by('2026-07-01')).toEqual({ elapsed: 20, total: 20 });
    expect(by('2026-04-30')).toEqual({ elapsed: 0, total: 20 });
    expect(monthProgress(office, '2026-12-01', '2027-01-31')).toEqual({ elapsed: 23, total: 23 });
  });
});

describe('a rate card', () => {
  it('tells channel and segment apart, whatever letters they hold', () => {
    const valueOf = valueLookUp([
      { channel: 'a|b', segment: 'c', valueMinor: 1 },
      { channel: 'a', segment: 'b|c', valueMinor: 2 },
      { channel: 'a', segment: 'c', valueMinor: 3 },
    ]);
    expect([valueOf('a|b', 'c'), valueOf('a', 'b|c'), valueOf('a', 'c'), valueOf('b', 'c')]).toEqual([
      1,
      2,
      3,
      null,
    ]);
  });
});

describe('a reason', () => {
  it.each([
    'SPAM',
    'Duplicate',
    'Dubblett',
    'Dublette',
    'Duplikat',
    'Duplicado',
    'Doublon',
    'Skräppost',
    'Dupe',
  ])('%s returns a lead', (reason) => expect(isReturnReason(reason)).toBe(true));

  it.each(['No budget', 'Competitor', '', 'Duped by a partner', null])('%s does not', (reason) =>
    expect(isReturnReason(reason)).toBe(false),
  );
});
