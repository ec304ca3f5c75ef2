import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnelStages } from '../../src/domain/funnel-stage.ts';
import type { CellWorth } from '../../src/metrics/cell-worth.ts';
import { stageCounts } from '../../src/metrics/leak-counts.ts';
import { rankedLeaks, stageLeaks } from '../../src/metrics/leaks.ts';
import { leakRow } from '../support/leak-row.ts';
import { anyLeakRows } from '../support/leak-rows-at-random.ts';

const worth: CellWorth = {
  leadMinor: { created: 100, mql: 2000, sal: 4000, sql: 8000 },
  winRate: 0.25,
  dealSizeMinor: 40_000,
};
const worthOf = (): CellWorth => worth;

const cohort = [
  leakRow('mql', 'dropped', 60),
  leakRow('mql', 'recycled', 50),
  leakRow('mql', 'stalled', 55),
  leakRow('mql', 'in_progress', 15),
  leakRow('sal', 'dropped', 20),
  leakRow('sql', 'in_progress', 100),
  leakRow('opportunity', 'won', 30, { amount_minor: 900_000 }),
  leakRow('opportunity', 'dropped', 40, { amount_minor: 1_000_000, without_amount: 2 }),
  leakRow('opportunity', 'stalled', 10, { amount_minor: 300_000 }),
  leakRow('opportunity', 'in_progress', 20, { amount_minor: 600_000 }),
];

const at = (stage: string) => {
  const found = stageLeaks(cohort, worthOf, 'mql').find((leak) => leak.stage === stage);
  if (found === undefined) throw new Error(`no ${stage}`);
  return found;
};

describe('what a stage loses', () => {
  it('is told by what became of the leads that entered it', () =>
    expect(at('mql')).toMatchObject({
      entered: 400,
      advanced: 220,
      dropped: 60,
      recycled: 50,
      stalled: 55,
      inProgress: 15,
    }));

  it('is the share that has not advanced', () =>
    expect(at('mql').leak).toMatchObject({ k: 180, n: 400, rate: 0.45 }));

  it('is valued by the disqualified and the stalled at the value of that stage', () =>
    expect(at('mql').valueLost).toEqual({ minor: 230_000, unvalued: 0 }));

  it('has its own value at each stage', () =>
    expect([at('sal').valueLost.minor, at('sql').valueLost.minor]).toEqual([80_000, 0]));

  it('is, of opportunities, their amounts at the usual win rate, an average deal where there is no amount', () =>
    expect(at('opportunity').valueLost.minor).toBe((1_000_000 + 2 * 40_000) * 0.25 + 300_000 * 0.25));

  it('counts won opportunities as advanced from the last stage', () =>
    expect(at('opportunity')).toMatchObject({
      entered: 100,
      advanced: 30,
      dropped: 40,
      stalled: 10,
      inProgress: 20,
    }));

  it('starts at the stage that names the cohort', () => {
    expect(stageLeaks(cohort, worthOf, 'mql').map(({ stage }) => stage)).toEqual([
      'mql',
      'sal',
      'sql',
      'opportunity',
    ]);
    expect(stageLeaks(cohort, worthOf, 'created').map(({ stage }) => stage)).toEqual(funnelStages);
  });

  it('is not told below five leads, but counted', () =>
    expect(stageLeaks([leakRow('mql', 'dropped', 4)], worthOf, 'mql')[0]?.leak).toEqual({
      k: 4,
      n: 4,
      rate: null,
      low: null,
      high: null,
    }));

  it('has no value where the rate card has none, and says for how many', () => {
    const none = stageLeaks([leakRow('mql', 'dropped', 7)], () => null, 'mql');
    expect(none[0]?.valueLost).toEqual({ minor: null, unvalued: 7 });
    const half = [leakRow('mql', 'dropped', 7, { channel: 'Fair' }), leakRow('mql', 'stalled', 3)];
    const some = stageLeaks(half, (channel) => (channel === 'Web' ? worth : null), 'mql');
    expect(some[0]?.valueLost).toEqual({ minor: 6000, unvalued: 7 });
  });

  it('is nothing where nobody was lost, with or without a rate card', () =>
    expect(stageLeaks([leakRow('mql', 'in_progress', 9)], () => null, 'mql')[0]?.valueLost).toEqual({
      minor: 0,
      unvalued: 0,
    }));

  it('adds up to all that entered, whatever the cohort', () =>
    fc.assert(
      fc.property(anyLeakRows, (rows) => {
        for (const stage of funnelStages) {
          const { entered, advanced, dropped, recycled, stalled, inProgress } = stageCounts(rows, stage);
          expect(advanced + dropped + recycled + stalled + inProgress).toBe(entered);
        }
      }),
      { seed: 4 },
    ));

  it('enters as many at the next stage as advance from this one', () =>
    fc.assert(
      fc.property(anyLeakRows, (rows) => {
        for (const [place, stage] of funnelStages.slice(1).entries())
          expect(stageCounts(rows, stage).entered).toBe(
            stageCounts(rows, funnelStages[place] ?? 'created').advanced,
          );
      }),
      { seed: 4 },
    ));
});

describe('the list of leaks', () => {
  it('stands by value lost, the costliest first, unvalued leaks last', () => {
    const rows = [
      leakRow('mql', 'dropped', 10, { channel: 'Fair' }),
      leakRow('sal', 'dropped', 6),
      leakRow('mql', 'stalled', 11),
      leakRow('mql', 'dropped', 12, { channel: 'List' }),
    ];
    const ranked = rankedLeaks(rows, (channel) => (channel === 'Web' ? worth : null), 'mql');
    expect(ranked.map(({ channel, stage }) => `${channel} ${stage}`)).toEqual([
      'Web sal',
      'Web mql',
      'List mql',
      'Fair mql',
    ]);
  });

  it('puts leaks without a value after those that lost nothing, by the leads they lost', () => {
    const rows = [
      leakRow('mql', 'dropped', 3, { channel: 'Fair' }),
      leakRow('mql', 'stalled', 2, { channel: 'Fair' }),
      leakRow('mql', 'stalled', 9, { channel: 'List' }),
      leakRow('mql', 'dropped', 6, { channel: 'Call' }),
      leakRow('mql', 'in_progress', 9),
    ];
    const ranked = rankedLeaks(rows, (channel) => (channel === 'Web' ? worth : null), 'mql');
    expect(ranked.map(({ channel }) => channel)).toEqual(['Web', 'List', 'Call', 'Fair']);
  });

  it('has a line for each segment of a channel', () => {
    const rows = [leakRow('mql', 'dropped', 1), leakRow('mql', 'dropped', 2, { segment: 'Large' })];
    expect(
      rankedLeaks(rows, worthOf, 'mql').map(({ channel, segment, dropped }) => [channel, segment, dropped]),
    ).toEqual([
      ['Web', 'Large', 2],
      ['Web', 'Small', 1],
    ]);
  });

  it('names channel and segment apart, also where their names run together', () => {
    const rows = [
      leakRow('mql', 'dropped', 1, { channel: 'a b', segment: 'c' }),
      leakRow('mql', 'dropped', 2, { channel: 'a', segment: 'b c' }),
    ];
    expect(rankedLeaks(rows, worthOf, 'mql').map(({ dropped }) => dropped)).toEqual([2, 1]);
  });

  it('multiplies with the amounts, the rates staying as they are', () =>
    fc.assert(
      fc.property(anyLeakRows, fc.integer({ min: 2, max: 9 }), (rows, factor) => {
        const scaled = rows.map((row) => ({ ...row, amount_minor: row.amount_minor * factor }));
        const dearer: CellWorth = {
          ...worth,
          leadMinor: { created: 100 * factor, mql: 2000 * factor, sal: 4000 * factor, sql: 8000 * factor },
          dealSizeMinor: 40_000 * factor,
        };
        const before = stageLeaks(rows, worthOf, 'created');
        const after = stageLeaks(scaled, () => dearer, 'created');
        expect(after.map(({ leak }) => leak)).toEqual(before.map(({ leak }) => leak));
        expect(after.map(({ valueLost }) => valueLost.minor)).toEqual(
          before.map(({ valueLost }) => (valueLost.minor ?? NaN) * factor),
        );
      }),
      { seed: 4 },
    ));
});
