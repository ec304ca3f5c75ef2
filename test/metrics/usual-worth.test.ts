import { describe, expect, it } from 'vitest';
import { worthOfRow, type CellWorth } from '../../src/metrics/cell-worth.ts';
import { conversionFromStage } from '../../src/metrics/conversion-from-stage.ts';
import type { LeakCounts } from '../../src/metrics/leak-counts.ts';
import { usualWorth } from '../../src/metrics/usual-worth.ts';
import { leakRow } from '../support/leak-row.ts';

const cell = (
  channel: string,
  segment: string,
  entered: number,
  converted: number,
): readonly LeakCounts[] => [
  leakRow('opportunity', 'won', converted, { channel, segment, converted }),
  leakRow('mql', 'dropped', entered - converted, { channel, segment }),
];

describe('the usual conversion from a stage on', () => {
  const rows = [
    leakRow('opportunity', 'won', 20, { converted: 20 }),
    leakRow('opportunity', 'dropped', 5),
    leakRow('sql', 'stalled', 15),
    leakRow('sal', 'dropped', 40),
    leakRow('mql', 'dropped', 120),
    leakRow('created', 'in_progress', 200),
  ];
  const at = (stage: 'created' | 'mql' | 'sal' | 'sql') =>
    conversionFromStage(rows, stage, 1)('Web', 'Small');

  it('is the share of those that entered the stage that had an opportunity within the window', () =>
    expect([at('created'), at('mql'), at('sal'), at('sql')]).toEqual([20 / 400, 20 / 200, 20 / 80, 20 / 40]));

  it('is developed to the final share, at most all', () => {
    expect(conversionFromStage(rows, 'sal', 1.5)('Web', 'Small')).toBeCloseTo(0.375, 12);
    expect(conversionFromStage(rows, 'sql', 3)('Web', 'Small')).toBe(1);
  });

  it('is not known where no lead came to the stage, nor for leads of another channel or segment', () => {
    expect(conversionFromStage([leakRow('mql', 'dropped', 9)], 'sal', 1)('Web', 'Small')).toBeNull();
    expect(conversionFromStage(rows, 'mql', 1)('Fair', 'Small')).toBeNull();
    expect(conversionFromStage(rows, 'mql', 1)('Web', 'Large')).toBeNull();
  });

  it('is the plain share with fewer than three groups, and that of the channel for a segment that did not come so far', () => {
    const two = [...cell('Web', 'Small', 10, 4), leakRow('created', 'in_progress', 5, { segment: 'Large' })];
    const from = conversionFromStage(two, 'mql', 1);
    expect([from('Web', 'Small'), from('Web', 'Large')]).toEqual([0.4, 0.4]);
  });

  it('is that of all leads for a channel that did not come so far', () => {
    const two = [...cell('Web', 'Small', 10, 4), leakRow('created', 'in_progress', 5, { channel: 'Fair' })];
    expect(conversionFromStage(two, 'mql', 1)('Fair', 'Small')).toBe(0.4);
  });

  it('draws channels towards all leads and segments towards their channel', () => {
    const many = [...cell('a', 'x', 200, 40), ...cell('b', 'x', 300, 30), ...cell('c', 'x', 400, 24)];
    const mean = 94 / 900;
    const between = (200 * (0.2 - mean) ** 2 + 300 * (0.1 - mean) ** 2 + 400 * (0.06 - mean) ** 2) / 2;
    const within = (40 * 0.8 + 30 * 0.9 + 24 * 0.94) / 897;
    const size = (900 - (200 ** 2 + 300 ** 2 + 400 ** 2) / 900) / 2;
    const correlation = (between - within) / (between + (size - 1) * within);
    const strength = (1 - correlation) / correlation;
    const channel = (40 + strength * mean) / (200 + strength);
    const expected = (40 + strength * channel) / (200 + strength);
    expect(conversionFromStage(many, 'mql', 1)('a', 'x')).toBeCloseTo(expected, 12);
    expect(expected).toBeGreaterThan(mean);
    expect(expected).toBeLessThan(0.2);
  });
});

describe('the usual worth', () => {
  const rows = [...cell('Web', 'Small', 200, 40), leakRow('created', 'stalled', 50)];
  const opportunity = { opportunitiesPerConverted: 1.25, winRate: 0.5, dealSizeMinor: 1_000_000 };

  it('is conversion × opportunities per converted lead × win rate × average deal', () =>
    expect(usualWorth(rows, 1, () => opportunity)('Web', 'Small')).toEqual({
      leadMinor: { created: 100_000, mql: 125_000, sal: 625_000, sql: 625_000 },
      winRate: 0.5,
      dealSizeMinor: 1_000_000,
    }));

  it('is 2,000 a lead where a fifth of the leads become deals of 10,000', () => {
    const trial = { opportunitiesPerConverted: 1, winRate: 1, dealSizeMinor: 10_000 };
    expect(usualWorth(rows, 1, () => trial)('Web', 'Small')?.leadMinor.mql).toBe(2000);
  });

  it.each(['opportunitiesPerConverted', 'winRate', 'dealSizeMinor'] as const)(
    'of a lead is not known without %s',
    (term) =>
      expect(
        usualWorth(rows, 1, () => ({ ...opportunity, [term]: null }))('Web', 'Small')?.leadMinor.mql,
      ).toBeNull(),
  );

  it('of a lead is not known at a stage that no lead came to', () =>
    expect(
      usualWorth([leakRow('mql', 'dropped', 9)], 1, () => opportunity)('Web', 'Small')?.leadMinor,
    ).toEqual({ created: 0, mql: 0, sal: null, sql: null }));

  it('is not known where the opportunities have none', () =>
    expect(usualWorth(rows, 1, () => null)('Web', 'Small')).toBeNull());
});

describe('the leads of a row are worth', () => {
  const worth: CellWorth = {
    leadMinor: { created: 1, mql: 10, sal: null, sql: 1000 },
    winRate: 0.25,
    dealSizeMinor: 400,
  };
  const of = (row: LeakCounts, by: CellWorth | null = worth) => worthOfRow(row, () => by);

  it('what their stage is worth, each', () => {
    expect(of(leakRow('created', 'stalled', 3))).toBe(3);
    expect(of(leakRow('mql', 'stalled', 3))).toBe(30);
    expect(of(leakRow('sql', 'in_progress', 3))).toBe(3000);
  });

  it('nothing that is known, where the card has no value for the stage or none at all', () => {
    expect(of(leakRow('sal', 'stalled', 3))).toBeNull();
    expect(of(leakRow('mql', 'stalled', 3), null)).toBeNull();
  });

  it('their amounts, once won, whatever the card says', () => {
    expect(of(leakRow('opportunity', 'won', 1, { amount_minor: 77 }))).toBe(77);
    expect(of(leakRow('opportunity', 'won', 1, { amount_minor: 77 }), null)).toBe(77);
  });

  it('their amounts times the win rate, as opportunities', () => {
    expect(of(leakRow('opportunity', 'dropped', 2, { amount_minor: 1000 }))).toBe(250);
    expect(
      of(leakRow('opportunity', 'dropped', 2, { amount_minor: 1000 }), { ...worth, winRate: null }),
    ).toBeNull();
  });

  it('an average deal times the win rate for each opportunity without an amount', () => {
    const row = leakRow('opportunity', 'stalled', 2, { amount_minor: 1000, without_amount: 1 });
    expect(of(row)).toBe(350);
    expect(of(row, { ...worth, dealSizeMinor: null })).toBeNull();
    expect(of({ ...row, without_amount: 0 }, { ...worth, dealSizeMinor: null })).toBe(250);
  });
});
