import { describe, expect, it } from 'vitest';
import type { ConversionGroup } from '../../../src/metrics/conversion-table.ts';
import { rateOf } from '../../../src/metrics/rate-of.ts';
import type { ChannelReview } from '../../../src/metrics/review/channel-review.ts';
import type { JointReview, JudgedPeriod } from '../../../src/metrics/review/joint-review.ts';
import {
  averageWorth,
  reviewSignals,
  type AverageWorth,
  type JudgedBlocks,
} from '../../../src/metrics/review/review-signal.ts';
import type { SlaReview } from '../../../src/metrics/review/sla-review.ts';
import type { VolumeId, VolumeReview } from '../../../src/metrics/review/volume-review.ts';
import type { Verdict } from '../../../src/metrics/verdict.ts';

const worth: AverageWorth = { leadMinor: 10, opportunityMinor: 100, dealMinor: 1000, wonShare: 0.25 };

const judged = (verdict: Verdict, k: number, more: Partial<JudgedPeriod> = {}): JudgedPeriod => ({
  verdict,
  direction: verdict === 'signal' || verdict === 'probably' ? 'down' : 'none',
  rate: rateOf(k, 100),
  mean: 0.2,
  compared: {
    start: '2026-05-25',
    end: '2026-05-31',
    rate: rateOf(30, 100),
    difference: 0,
    low: 0,
    high: 0,
    verdict,
    direction: 'none',
  },
  period: {
    start: '2026-06-01',
    end: '2026-06-07',
    n: 100,
    k,
    rate: rateOf(k, 100),
    seen: null,
    projected: null,
    limits: null,
    rules: [1],
    yearBefore: null,
  },
  ...more,
});

const joint = (name: JointReview['joint'], more: Partial<JointReview>): JointReview => ({
  joint: name,
  windowDays: 30,
  gap: null,
  months: [],
  monthMean: null,
  weeks: [],
  weekMean: null,
  month: null,
  week: null,
  heading: null,
  early: null,
  ...more,
});

const volume = (id: VolumeId, value: number, more: Partial<VolumeReview> = {}): VolumeReview => ({
  id,
  isMoney: false,
  weeks: [],
  last: { start: '2026-06-22', end: '2026-06-28', value, rules: [1] },
  mean: 50,
  limits: null,
  verdict: 'signal',
  direction: 'up',
  ...more,
});

const nothing: ConversionGroup = {
  group: 'All',
  journeys: 0,
  opportunities: 0,
  deals: 0,
  opportunitiesPerConverted: null,
  dealSizeMinor: null,
  l2o: null,
  o2d: null,
  l2d: null,
};

const channels = (more: Partial<ChannelReview> = {}): ChannelReview => ({
  gap: null,
  from: '2025-07-01',
  to: '2026-06-30',
  total: nothing,
  channels: [],
  trap: null,
  ...more,
});

const sales = (more: Partial<SlaReview> = {}): SlaReview => ({
  gap: null,
  terms: null,
  bySegment: [],
  calendar: null,
  ownHours: [],
  signed: null,
  from: '2026-06-01',
  to: '2026-06-28',
  kept: null,
  weeks: [{ start: '2026-06-22', k: 4, n: 10, rules: [2] }],
  mean: null,
  verdict: 'usual',
  direction: 'none',
  ...more,
});

const signals = (blocks: Partial<JudgedBlocks>, by: AverageWorth = worth) =>
  reviewSignals({ joints: [], volumes: [], channels: channels(), sales: sales(), ...blocks }, by);

describe('the signals of a week', () => {
  it('are none where every block is usual or cannot tell', () =>
    expect(
      signals({
        joints: [
          joint('l2o', {
            week: judged('usual', 20),
            month: judged('cannotTell', 9),
            early: judged('usual', 1),
          }),
        ],
        volumes: [volume('leads', 50, { verdict: 'usual' })],
      }),
    ).toEqual([]));

  it('hold the week of a joint with what its distance from the usual is worth', () =>
    expect(signals({ joints: [joint('l2o', { week: judged('signal', 12) })] })).toEqual([
      {
        source: 'l2o',
        start: '2026-06-01',
        end: '2026-06-07',
        grain: 'week',
        verdict: 'signal',
        direction: 'down',
        rules: [1],
        moneyMinor: 8 * 100,
        channel: null,
      },
    ]));

  it('value opportunities that became deals by deals', () =>
    expect(signals({ joints: [joint('o2d', { week: judged('signal', 23) })] })).toMatchObject([
      { source: 'o2d', moneyMinor: 3 * 1000 },
    ]));

  it('value what is only probable by the period it was compared with, not by the mean', () => {
    expect(signals({ joints: [joint('l2o', { month: judged('probably', 12) })] })).toMatchObject([
      { grain: 'month', verdict: 'probably', moneyMinor: 18 * 100 },
    ]);
    expect(
      signals({ joints: [joint('l2o', { month: judged('probably', 12, { compared: null }) })] }),
    ).toMatchObject([{ moneyMinor: 12 * 100 }]);
  });

  it('say the word of a joint once: the signal, not what is probable; else what is worth more', () => {
    const grains = (week: JudgedPeriod, month: JudgedPeriod) =>
      signals({ joints: [joint('l2o', { week, month })] }).map(({ grain }) => grain);
    expect(grains(judged('probably', 0), judged('signal', 19))).toEqual(['month']);
    expect(grains(judged('signal', 19), judged('probably', 0))).toEqual(['week']);
    expect(grains(judged('signal', 15), judged('signal', 12))).toEqual(['month']);
    expect(grains(judged('signal', 12), judged('signal', 15))).toEqual(['week']);
  });

  it('hold the early sign of a joint beside its word, valued by opportunities', () =>
    expect(
      signals({
        joints: [joint('l2o', { week: judged('signal', 15), early: judged('signal', 10) })],
      }).map(({ source, grain, moneyMinor }) => [source, grain, moneyMinor]),
    ).toEqual([
      ['early', 'week', 1000],
      ['l2o', 'week', 500],
    ]));

  it.each([
    ['leads', 10 * 10],
    ['mqls', 10 * 10],
    ['opportunities', 10 * 100],
    ['deals', 10 * 1000],
    ['pipeline', 10 * 0.25],
    ['revenue', 10],
  ] as const)('value %s by what one of them is worth', (id, moneyMinor) => {
    expect(signals({ volumes: [volume(id, 60)] })).toEqual([
      {
        source: id,
        start: '2026-06-22',
        end: '2026-06-28',
        grain: 'week',
        verdict: 'signal',
        direction: 'up',
        rules: [1],
        moneyMinor,
        channel: null,
      },
    ]);
    expect(signals({ volumes: [volume(id, 40)] })[0]?.moneyMinor).toBe(moneyMinor);
  });

  it('say nothing of a volume without a last week or without a mean', () => {
    expect(signals({ volumes: [volume('leads', 60, { last: null })] })).toEqual([]);
    expect(signals({ volumes: [volume('leads', 60, { mean: null })] })).toEqual([]);
  });

  it('hold the channel that makes opportunities and few deals, at the deals it misses', () =>
    expect(
      signals({
        channels: channels({ trap: { channel: 'Webinar', verdict: 'probably', missedDeals: 7 } }),
      }),
    ).toEqual([
      {
        source: 'trap',
        start: '2025-07-01',
        end: '2026-06-30',
        grain: 'year',
        verdict: 'probably',
        direction: 'down',
        rules: [],
        moneyMinor: 7000,
        channel: 'Webinar',
      },
    ]));

  it('hold the week of sales, which has no money', () => {
    expect(signals({ sales: sales({ verdict: 'signal', direction: 'down' }) })).toEqual([
      {
        source: 'sla',
        start: '2026-06-22',
        end: '2026-06-28',
        grain: 'week',
        verdict: 'signal',
        direction: 'down',
        rules: [2],
        moneyMinor: null,
        channel: null,
      },
    ]);
    expect(signals({ sales: sales({ verdict: 'signal', weeks: [] }) })).toEqual([]);
  });

  it('go by certainty, then by money, and last by the page where there is none', () => {
    const told = signals(
      {
        joints: [joint('l2o', { week: judged('probably', 0) })],
        volumes: [
          volume('deals', 51),
          volume('revenue', 50),
          volume('leads', 60),
          volume('mqls', 70, { verdict: 'probably' }),
        ],
        sales: sales({ verdict: 'signal' }),
      },
      { ...worth, leadMinor: null },
    );
    expect(told.map(({ source }) => source)).toEqual(['deals', 'revenue', 'leads', 'sla', 'l2o', 'mqls']);
    expect(told.map(({ moneyMinor }) => moneyMinor)).toEqual([1000, 0, null, null, 3000, null]);
  });
});

describe('what one of them is worth on average', () => {
  const rates = (k: number, n: number) => ({ windowed: rateOf(k, n), toDate: rateOf(k, n) });
  const total: ConversionGroup = { ...nothing, dealSizeMinor: 1000, o2d: rates(10, 40), l2d: rates(2, 40) };

  it('is the size of a deal, times the share that becomes one', () =>
    expect(averageWorth(channels({ total }), true)).toEqual({
      dealMinor: 1000,
      wonShare: 0.25,
      opportunityMinor: 250,
      leadMinor: 50,
    }));

  it('is not known without one currency, a deal or the joint', () => {
    expect(averageWorth(channels({ total }), false)).toEqual({
      dealMinor: null,
      wonShare: 0.25,
      opportunityMinor: null,
      leadMinor: null,
    });
    expect(averageWorth(channels(), true)).toEqual({
      dealMinor: null,
      wonShare: null,
      opportunityMinor: null,
      leadMinor: null,
    });
    const { opportunityMinor, leadMinor } = averageWorth(
      channels({ total: { ...total, o2d: null, l2d: null } }),
      true,
    );
    expect([opportunityMinor, leadMinor]).toEqual([null, null]);
  });
});
