import { describe, expect, it } from 'vitest';
import { addExpected, chanceOfAtLeast, expectedRange } from '../../../src/metrics/plan/expected-money.ts';
import { budgetOutlook } from '../../../src/metrics/plan/budget-outlook.ts';
import { budgetTrack } from '../../../src/metrics/plan/budget-track.ts';
import { plannableChannels } from '../../../src/metrics/plan/plan-basis.ts';
import { planBasis, valueOf } from '../../support/plan-basis.ts';

const third = (amountMinor: number) => ({ quarter: '2026-07-01', amountMinor });

describe('a quarter against its budget', () => {
  const basis = planBasis();
  const track = budgetTrack(basis, third(4_000_000), 100_000);

  it('is what is won, what is open, what has arrived and what comes at the usual pace', () => {
    expect(track).toMatchObject({ budgetMinor: 4_000_000, wonMinor: 100_000, openMinor: 10_000 });
    expect(track.arrivedMinor).toBeCloseTo(500_000, 3);
    expect(track.toCreateMinor).toBeCloseTo(2_100_000, 2);
    expect(track.expectedMinor).toBeCloseTo(2_710_000, 2);
    expect(track.gapMinor).toBeCloseTo(1_290_000, 2);
  });

  it('has the range and the chance of what is still to come on top of what is won', () => {
    const { open, arrived, toCreate } = budgetOutlook(basis, plannableChannels(basis), '2026-07-01');
    const toCome = addExpected([open, arrived, toCreate]);
    expect(track.range?.low).toBeCloseTo(100_000 + (expectedRange(toCome, 0.8)?.low ?? Number.NaN), 6);
    expect(track.range?.high).toBeCloseTo(100_000 + (expectedRange(toCome, 0.8)?.high ?? Number.NaN), 6);
    expect(track.chance).toBe(chanceOfAtLeast(toCome, 3_900_000));
  });

  it('lacks so many leads of the channel that has to stretch least', () => {
    // Web: most of a lead's deals, 0.1, come within two months: the last month that counts is July. 12.9 deals are missing.
    expect(track.gapInLeads).toEqual({
      channel: 'web',
      leads: 129,
      by: '2026-07-31',
      isBeyondExperience: true,
    });
    // 100 usual and 50 more are 1.5 times the best month, and not beyond it.
    const small = budgetTrack(basis, third(2_710_000 + 500_000), 100_000).gapInLeads;
    expect(small).toMatchObject({ leads: 50, isBeyondExperience: false });
    expect(budgetTrack(basis, third(2_710_000 + 500_001), 100_000).gapInLeads).toMatchObject({
      leads: 51,
      isBeyondExperience: true,
    });
  });

  it('lacks nothing once it is expected to be covered', () => {
    const covered = budgetTrack(basis, third(2_000_000), 100_000);
    expect(covered).toMatchObject({ gapMinor: 0, gapInLeads: null });
    expect(covered.chance).toBeGreaterThan(0.75);
  });

  it('that is over is what was won, for certain', () => {
    const over = budgetTrack(basis, { quarter: '2026-04-01', amountMinor: 500_000 }, 400_000);
    expect(over).toMatchObject({
      openMinor: 0,
      arrivedMinor: 0,
      toCreateMinor: 0,
      expectedMinor: 400_000,
      range: { low: 400_000, high: 400_000 },
      chance: 0,
      gapMinor: 100_000,
      gapInLeads: null,
    });
    expect(budgetTrack(basis, { quarter: '2026-04-01', amountMinor: 400_000 }, 400_000).chance).toBe(1);
  });

  it('takes what still arrives in the month of the day, where the months that mattered have passed', () => {
    const late = { ...basis, history: { ...basis.history, asOf: '2026-09-10' } };
    const { gapInLeads } = budgetTrack(late, third(4_000_000), 100_000);
    expect(gapInLeads).toMatchObject({ channel: 'web', by: '2026-09-30' });
  });

  it('has no range where one channel is of unknown spread', () => {
    const values = { ...basis.values, channels: [valueOf('web', { variation: null })] };
    expect(budgetTrack({ ...basis, values }, third(4_000_000), 0)).toMatchObject({
      range: null,
      chance: null,
    });
  });
});
