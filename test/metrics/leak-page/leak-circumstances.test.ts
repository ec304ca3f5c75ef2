import { describe, expect, it } from 'vitest';
import type { LeakCounts } from '../../../src/metrics/leak-counts.ts';
import {
  circumstancesOf,
  stockBefore,
  type CircumstanceCounts,
} from '../../../src/metrics/leak-page/leak-circumstances.ts';
import { loadAndSpeed } from '../../../src/metrics/leak-page/load-and-speed.ts';
import { leakRow } from '../../support/leak-row.ts';

const seen = (journeys: number, more: Partial<CircumstanceCounts> = {}): CircumstanceCounts => ({
  stage: 'mql',
  standing: 'dropped',
  untried: false,
  slow: false,
  few_attempts: false,
  owner: 'Ada',
  month: '2026-03-01',
  arrival: 'inside',
  is_neglected: false,
  journeys,
  ...more,
});

const none = (): number => 0;
const kept = { standing: 'won', stage: 'opportunity' };

const found = (
  cohort: readonly LeakCounts[],
  rows: readonly CircumstanceCounts[] = [],
  stock: (owner: string, month: string) => number = none,
) => circumstancesOf(cohort, rows, stock, 500).get('slow') ?? [];

const late = (journeys: number, channel: string) =>
  leakRow('mql', 'dropped', journeys, { slow: true, channel });
const won = (journeys: number, channel: string) => leakRow('opportunity', 'won', journeys, { channel });

describe('what goes with a leak', () => {
  it('is the channel that is more frequent in it than elsewhere, with both shares', () => {
    expect(found([late(80, 'Fair'), late(20, 'Web'), won(100, 'Fair'), won(300, 'Web')])).toMatchObject([
      {
        circumstance: { kind: 'channel', channel: 'Fair' },
        among: { k: 80, n: 100 },
        elsewhere: { k: 100, n: 400 },
      },
    ]);
  });

  it('is one channel at most, the one with the largest difference', () => {
    const cohort = [
      late(50, 'Fair'),
      late(45, 'List'),
      late(5, 'Web'),
      won(40, 'Fair'),
      won(60, 'List'),
      won(300, 'Web'),
    ];
    expect(found(cohort).map(({ circumstance }) => circumstance)).toEqual([
      { kind: 'channel', channel: 'Fair' },
    ]);
  });

  it('is nothing where channels are spread alike, or are rarer than elsewhere', () => {
    expect(found([late(50, 'Fair'), late(50, 'Web'), won(200, 'Fair'), won(200, 'Web')])).toEqual([]);
    expect(found([late(100, 'Web'), won(400, 'Web')])).toEqual([]);
  });

  it('is nothing with fewer than 30 leads in the leak or outside it', () => {
    expect(found([late(29, 'Fair'), won(400, 'Web')])).toEqual([]);
    expect(found([late(30, 'Fair'), won(400, 'Web')])).toHaveLength(1);
    expect(found([late(400, 'Fair'), won(29, 'Web')])).toEqual([]);
  });

  it('is an arrival outside opening hours, of those handed over alone', () => {
    const rows = [
      seen(70, { slow: true, arrival: 'outside' }),
      seen(30, { slow: true }),
      seen(100, { ...kept, arrival: 'outside' }),
      seen(300, kept),
      seen(5000, { ...kept, arrival: 'unknown' }),
    ];
    expect(found([], rows)).toMatchObject([
      { circumstance: { kind: 'outside' }, among: { k: 70, n: 100 }, elsewhere: { k: 100, n: 400 } },
    ]);
  });

  it('is an owner above the cap when the lead came, of leads with an owner alone', () => {
    const rows = [
      seen(70, { slow: true, owner: 'Ada' }),
      seen(30, { slow: true, owner: 'Bo' }),
      seen(100, { ...kept, owner: 'Ada' }),
      seen(300, { ...kept, owner: 'Bo' }),
      seen(900, { ...kept, owner: '(blank)' }),
    ];
    const stock = (owner: string) => (owner === 'Bo' ? 500 : 501);
    expect(found([], rows, stock)).toMatchObject([
      { circumstance: { kind: 'overCap' }, among: { k: 70, n: 100 }, elsewhere: { k: 100, n: 400 } },
    ]);
    expect(found([], rows, none)).toEqual([]);
  });

  it('stands with the largest difference first', () => {
    const rows = [
      seen(90, { slow: true, arrival: 'outside' }),
      seen(10, { slow: true }),
      seen(40, { ...kept, arrival: 'outside' }),
      seen(360, kept),
    ];
    const cohort = [late(40, 'Fair'), late(60, 'Web'), won(80, 'Fair'), won(320, 'Web')];
    expect(found(cohort, rows).map(({ circumstance }) => circumstance.kind)).toEqual(['outside', 'channel']);
  });
});

describe('the load of an owner when a lead came', () => {
  it('is what was open at the end of the month before', () => {
    const stock = stockBefore(
      [
        { month: '2026-01-01', group_name: 'Ada', opened: 10, closed: 2 },
        { month: '2026-02-01', group_name: 'Ada', opened: 5, closed: 1 },
      ],
      '2026-03-31',
    );
    expect(
      ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'].map((month) => stock('Ada', month)),
    ).toEqual([0, 8, 12, 12]);
    expect(stock('Bo', '2026-03-01')).toBe(0);
  });
});

describe('late answers by load', () => {
  const rows = (over: number, overLate: number, under: number, underLate: number) => [
    seen(overLate, { slow: true, owner: 'Ada' }),
    seen(over - overLate, { owner: 'Ada' }),
    seen(underLate, { slow: true, owner: 'Bo' }),
    seen(under - underLate, { owner: 'Bo' }),
  ];
  const stockOf = (ada: number, bo: number) => (owner: string) => (owner === 'Ada' ? ada : bo);

  it('are told apart at the cap where thirty leads came above it', () => {
    expect(loadAndSpeed(rows(100, 60, 200, 40), stockOf(501, 500), 500)).toMatchObject({
      limit: 500,
      isCap: true,
      full: { k: 60, n: 100 },
      others: { k: 40, n: 200 },
      verdict: 'probably',
      direction: 'up',
    });
    expect(loadAndSpeed(rows(30, 20, 200, 40), stockOf(501, 10), 500)?.isCap).toBe(true);
  });

  it('are told apart at the usual load where fewer came above the cap', () => {
    expect(loadAndSpeed(rows(29, 20, 200, 40), stockOf(501, 10), 500)).toMatchObject({
      limit: 10,
      isCap: false,
      full: { k: 20, n: 29 },
      others: { k: 40, n: 200 },
      verdict: 'cannotTell',
    });
  });

  it('do not go with load where the shares are alike', () =>
    expect(loadAndSpeed(rows(400, 80, 500, 100), stockOf(501, 10), 500)).toMatchObject({
      verdict: 'usual',
      direction: 'none',
    }));

  it('say nothing of leads without an owner or a handover', () => {
    expect(
      loadAndSpeed([seen(9, { owner: '(blank)' }), seen(9, { arrival: 'unknown' })], none, 500),
    ).toBeNull();
    expect(loadAndSpeed([], none, 500)).toBeNull();
  });

  it('have nobody to compare with where all came to one load', () =>
    expect(loadAndSpeed([seen(50, { slow: true })], () => 20, 500)).toMatchObject({
      limit: 20,
      full: { n: 0, rate: null },
      others: { k: 50, n: 50 },
      verdict: 'cannotTell',
    }));
});
