import { describe, expect, it } from 'vitest';
import { groupVerdicts, ranksBy, trapOf } from '../../src/metrics/channel-verdict.ts';
import type { ConversionGroup, ConversionTable, JointRates } from '../../src/metrics/conversion-table.ts';
import { rateOf } from '../../src/metrics/rate-of.ts';

const rates = (k: number, n: number): JointRates => ({ toDate: rateOf(k, n), windowed: rateOf(0, 0) });

const group = (
  name: string,
  l2o: readonly [number, number] | null,
  o2d: readonly [number, number] | null,
): ConversionGroup => ({
  group: name,
  journeys: 0,
  opportunities: 0,
  deals: 0,
  l2o: l2o === null ? null : rates(...l2o),
  o2d: o2d === null ? null : rates(...o2d),
  l2d: null,
  opportunitiesPerConverted: null,
  dealSizeMinor: null,
});

const table = (total: ConversionGroup, groups: readonly ConversionGroup[]): ConversionTable => ({
  total,
  groups,
  notMeasurable: {},
});

/** Averages of 10 % and 20 %. */
const average = group('', [100, 1000], [20, 100]);

const webinar = group('Webinar', [178, 1000], [4, 160]);
const referral = group('Referral', [300, 1000], [100, 300]);
const website = group('Website', [60, 1000], [30, 60]);

describe('the verdict on a channel', () => {
  it('is above where its whole interval is above the average, and below where it is below', () => {
    const [verdict] = groupVerdicts(table(average, [webinar]), 'toDate');
    expect(verdict).toMatchObject({
      group: 'Webinar',
      l2oSide: 'above',
      o2dSide: 'below',
      isSettled: true,
      l2d: null,
    });
    expect(verdict?.source).toBe(webinar);
  });

  it('is unclear where the interval covers the average, and then not settled', () => {
    const [verdict] = groupVerdicts(table(average, [group('Web', [105, 1000], [4, 160])]), 'toDate');
    expect(verdict).toMatchObject({ l2oSide: 'unclear', o2dSide: 'below', isSettled: false });
  });

  it('is unclear where only the second joint cannot be told, and then not settled', () => {
    const [verdict] = groupVerdicts(table(average, [group('Web', [178, 1000], [20, 100])]), 'toDate');
    expect(verdict).toMatchObject({ l2oSide: 'above', o2dSide: 'unclear', isSettled: false });
  });

  it('is unclear for 29 leads however they went, and given for 30', () => {
    const all = groupVerdicts(
      table(average, [group('Twenty-nine', [29, 29], [4, 160]), group('Thirty', [30, 30], [4, 160])]),
      'toDate',
    );
    expect(all.map(({ l2oSide }) => l2oSide)).toEqual(['unclear', 'above']);
  });

  it('is unclear where an end of the interval is the average itself', () => {
    const lowAt = group('Web', [178, 1000], [4, 160]);
    const low = lowAt.l2o?.toDate.low ?? 0;
    const high = lowAt.o2d?.toDate.high ?? 0;
    const at = (rate: number): JointRates => ({
      toDate: { k: 1, n: 1, rate, low: rate, high: rate },
      windowed: rateOf(0, 0),
    });
    const total = { ...average, l2o: at(low), o2d: at(high) };
    expect(groupVerdicts(table(total, [lowAt]), 'toDate')[0]).toMatchObject({
      l2oSide: 'unclear',
      o2dSide: 'unclear',
    });
  });

  it('is not given on a basis that has no average', () => {
    const [verdict] = groupVerdicts(table(average, [webinar]), 'windowed');
    expect(verdict).toMatchObject({ l2oSide: 'unclear', o2dSide: 'unclear' });
  });

  it('is unclear where the total has no such rate at all', () => {
    const [verdict] = groupVerdicts(table(group('', null, null), [webinar]), 'toDate');
    expect(verdict).toMatchObject({ l2oSide: 'unclear', o2dSide: 'unclear' });
  });

  it('is left out for opportunities without a lead, and where a joint cannot be measured', () => {
    const groups = [
      group('(unsourced)', [1, 40], [1, 40]),
      group('No leads', null, [1, 40]),
      group('No opportunities', [1, 40], null),
      webinar,
    ];
    expect(groupVerdicts(table(average, groups), 'toDate').map((verdict) => verdict.group)).toEqual([
      'Webinar',
    ]);
  });

  it('carries the rate of the whole way where there is one', () => {
    const whole = { ...webinar, l2d: rates(4, 1000) };
    expect(groupVerdicts(table(average, [whole]), 'toDate')[0]?.l2d).toEqual(rateOf(4, 1000));
  });
});

describe('the trap', () => {
  const verdicts = (groups: readonly ConversionGroup[]) => groupVerdicts(table(average, groups), 'toDate');

  it('is the channel that shines at opportunities and fails at deals', () => {
    expect(trapOf(verdicts([website, referral, webinar]), 0.2)?.group).toBe('Webinar');
  });

  it('is none where no channel is above at one joint and below at the other', () => {
    expect(trapOf(verdicts([website, referral]), 0.2)).toBeNull();
    expect(trapOf(verdicts([group('Both low', [60, 1000], [4, 160])]), 0.2)).toBeNull();
    expect(trapOf(verdicts([group('Both high', [300, 1000], [100, 300])]), 0.2)).toBeNull();
  });

  it('is the one that misses most deals where several are', () => {
    const small = group('Small event', [40, 100], [0, 40]);
    const large = group('Large event', [400, 1000], [40, 400]);
    expect(trapOf(verdicts([small, large]), 0.2)?.group).toBe('Large event');
    expect(trapOf(verdicts([large, small]), 0.2)?.group).toBe('Large event');
  });

  it('weighs by deals already made where there is no average', () => {
    const none = group('None', [178, 1000], [0, 160]);
    expect(trapOf(verdicts([webinar, none]), null)?.group).toBe('None');
  });
});

describe('ranks', () => {
  const verdicts = groupVerdicts(
    table(average, [
      website,
      webinar,
      referral,
      group('Tiny', [9, 9], [9, 9]),
      group('Few deals', [900, 1000], [9, 29]),
    ]),
    'toDate',
  );

  it('go from the highest rate down, over channels of 30 or more at both joints', () => {
    expect([...ranksBy(verdicts, ({ l2o }) => l2o)]).toEqual([
      ['Referral', 1],
      ['Webinar', 2],
      ['Website', 3],
    ]);
  });

  it('are of the rate that is asked for', () => {
    expect([...ranksBy(verdicts, ({ o2d }) => o2d)].map(([name]) => name)).toEqual([
      'Website',
      'Referral',
      'Webinar',
    ]);
  });
});
