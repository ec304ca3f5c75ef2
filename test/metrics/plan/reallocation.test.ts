import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movableChannels } from '../../../src/metrics/plan/movable-channels.ts';
import { reallocation, type MovableChannel } from '../../../src/metrics/plan/reallocation.ts';
import { zOf } from '../../../src/stats/normal.ts';
import { planBasis, valueOf } from '../../support/plan-basis.ts';

const channel = (name: string, rest: Partial<MovableChannel> = {}): MovableChannel => ({
  channel: name,
  leads: 100,
  mostPerMonth: 100,
  valueMinor: 1000,
  variation: 0.1,
  costMinor: 50,
  isJudged: true,
  ...rest,
});

const afterOf = (channels: readonly MovableChannel[], kept: 'leads' | 'cost' = 'leads') =>
  reallocation(channels, kept)?.channels.map(({ after }) => after);

describe('the same leads elsewhere', () => {
  const channels = [
    channel('good', { valueMinor: 3000 }),
    channel('fair', { valueMinor: 1000 }),
    channel('bad', { valueMinor: 100 }),
  ];

  it('go to the best channels up to 1.5 times their best month, a fifth stays as it is', () => {
    // 60 of 300 stay, 20 each; of 240, good takes 130 more, fair the other 110.
    expect(afterOf(channels)).toEqual([150, 130, 20]);
    const moved = reallocation(channels, 'leads');
    expect(moved?.gainMinor).toBe(50 * 3000 + 30 * 1000 - 80 * 100);
    expect(moved?.beforeMinor).toBe(410_000);
    expect(moved?.channels.map(({ isAtLimit, isBeyondBest }) => [isAtLimit, isBeyondBest])).toEqual([
      [true, true],
      [false, true],
      [false, false],
    ]);
  });

  it('range by what is moved, each value by itself', () => {
    const moved = reallocation(channels, 'leads');
    const reach = zOf(0.8) * Math.hypot(50 * 300, 30 * 100, 80 * 10);
    expect(moved?.range?.low).toBeCloseTo((moved?.gainMinor ?? 0) - reach, 6);
    expect(moved?.range?.high).toBeCloseTo((moved?.gainMinor ?? 0) + reach, 6);
  });

  it('prefer a value that is sure to one that may be high', () => {
    const sure = [
      channel('sure', { valueMinor: 1000 }),
      channel('loose', { valueMinor: 1200, variation: 1 }),
    ];
    expect(afterOf(sure)).toEqual([150, 50]);
    expect(afterOf([channel('a'), channel('b', { valueMinor: 5000, variation: null })])).toEqual([150, 50]);
  });

  it('have no range where a value that moves is of unknown spread', () => {
    const loose = [channel('a'), channel('b', { variation: null })];
    expect(reallocation(loose, 'leads')?.range).toBeNull();
    const still = [...channels, channel('c', { leads: 0, mostPerMonth: null, variation: null })];
    expect(reallocation(still, 'leads')?.range).not.toBeNull();
  });

  it('leave a fifth to channels too little known, as far as they have room', () => {
    const tried = [...channels, channel('new', { leads: 10, mostPerMonth: 40, isJudged: false })];
    // 62 of 310 for trials, of which 60 fit; 248 and the 2 left over go to the others by rank.
    expect(afterOf(tried)).toEqual([150, 100, 0, 60]);
    expect(reallocation(tried, 'leads')?.channels.map(({ isTrial }) => isTrial)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('come back to trials where the others are full', () => {
    const full = [
      channel('old', { leads: 10, mostPerMonth: 10 }),
      channel('new', { leads: 60, mostPerMonth: 60, isJudged: false }),
      channel('newer', { leads: 0, mostPerMonth: 30, isJudged: false }),
    ];
    // 14 of 70 for trials, all to the one that had leads; 15 to the old one, 41 left for the first trial again.
    expect(afterOf(full)).toEqual([15, 55, 0]);
  });

  it('are shared equally among trials that have had none', () => {
    const unknown = [
      channel('old'),
      channel('a', { leads: 0, mostPerMonth: 40, isJudged: false }),
      channel('b', { leads: 0, mostPerMonth: 40, isJudged: false }),
    ];
    expect(afterOf(unknown)).toEqual([80, 10, 10]);
  });

  it('need two channels and a lead', () => {
    expect(reallocation([channel('only')], 'leads')).toBeNull();
    expect(reallocation([channel('a', { leads: 0 }), channel('b', { leads: 0 })], 'leads')).toBeNull();
  });

  it('are as many as before, and in no channel more than it can carry', () => {
    const anyChannel = fc.record({
      leads: fc.integer({ min: 0, max: 300 }),
      mostPerMonth: fc.option(fc.integer({ min: 0, max: 300 })),
      valueMinor: fc.integer({ min: 0, max: 9000 }),
      variation: fc.option(fc.double({ min: 0, max: 2, noNaN: true })),
      costMinor: fc.option(fc.integer({ min: 0, max: 900 })),
      isJudged: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(anyChannel, { minLength: 2, maxLength: 8 }),
        fc.constantFrom('leads' as const, 'cost' as const),
        (parts, kept) => {
          const all = parts.map((part, index) => channel(`c${index}`, part));
          const move = reallocation(all, kept);
          if (move === null) return;
          const priceOf = (name: string): number =>
            kept === 'leads' ? 1 : (all.find((entry) => entry.channel === name)?.costMinor ?? 0);
          const total = (pick: (moved: { before: number; after: number }) => number): number =>
            move.channels.reduce((sum, moved) => sum + pick(moved) * priceOf(moved.channel), 0);
          expect(total(({ after }) => after)).toBeCloseTo(
            total(({ before }) => before),
            6,
          );
          for (const { channel: name, before, after } of move.channels) {
            const most = all.find((entry) => entry.channel === name)?.mostPerMonth ?? 0;
            expect(after).toBeGreaterThanOrEqual(0);
            expect(after).toBeLessThanOrEqual(Math.max(before, 1.5 * most) + 1e-6);
          }
        },
      ),
      { seed: 6, numRuns: 150 },
    );
  });
});

describe('the same money elsewhere', () => {
  it('goes where it buys most value, and leaves channels without a cost as they are', () => {
    const channels = [
      channel('dear', { valueMinor: 3000, costMinor: 300 }),
      channel('cheap', { valueMinor: 1000, costMinor: 50 }),
      channel('free', { costMinor: 0 }),
      channel('unknown', { costMinor: null }),
    ];
    const moved = reallocation(channels, 'cost');
    // 35,000 in all; 7,000 stay: 20 leads each. 130 more of cheap for 6,500, the rest, 21,500, buys dear ones.
    expect(moved?.channels.map(({ channel: name }) => name)).toEqual(['dear', 'cheap']);
    expect(afterOf(channels, 'cost')).toEqual([20 + 21_500 / 300, 150]);
  });
});

describe('the channels that leads can be moved between', () => {
  it('have their usual leads, their best month, a value and a cost', () => {
    const found = movableChannels(planBasis(), (name) => (name === 'web' ? 700 : null));
    expect(found).toEqual([
      {
        channel: 'fair',
        leads: 50,
        mostPerMonth: 50,
        valueMinor: 4_000,
        variation: 0.5,
        costMinor: null,
        isJudged: true,
      },
      {
        channel: 'web',
        leads: 100,
        mostPerMonth: 100,
        valueMinor: 10_000,
        variation: 0.2,
        costMinor: 700,
        isJudged: true,
      },
    ]);
  });

  it('are not those without a value', () => {
    const basis = planBasis();
    const values = { ...basis.values, channels: [valueOf('web', { valueMinor: null }), valueOf(null)] };
    expect(movableChannels({ ...basis, values }, () => null)).toEqual([]);
  });

  it('are there with no lead where a channel has a value but none of late', () => {
    const basis = planBasis();
    const history = { ...basis.history, arrivals: [] };
    expect(movableChannels({ ...basis, history }, () => null)[0]).toMatchObject({
      leads: 0,
      mostPerMonth: null,
    });
  });
});
