import { describe, expect, it } from 'vitest';
import { plannableChannels, type PercentMix } from '../../../src/metrics/plan/plan-basis.ts';
import type { Reallocation } from '../../../src/metrics/plan/reallocation.ts';
import { planGround, salesPlan, type SalesPlan } from '../../../src/metrics/plan/sales-plan.ts';
import { worthOfPoints } from '../../../src/metrics/point-worth.ts';
import { arriveAnswer } from '../../../src/sentences/plan/arrive-answer.ts';
import { chanceAnswer } from '../../../src/sentences/plan/chance-answer.ts';
import { costAnswer, costDefinition } from '../../../src/sentences/plan/cost-answer.ts';
import { mixAnswer } from '../../../src/sentences/plan/mix-answer.ts';
import { moveAnswer, moveDefinition } from '../../../src/sentences/plan/move-answer.ts';
import { needAnswer, needDefinition } from '../../../src/sentences/plan/need-answer.ts';
import { pieceMoney } from '../../../src/sentences/plan/piece-money.ts';
import { pointAnswer } from '../../../src/sentences/plan/point-answer.ts';
import { namesInWords, quarterWithYear } from '../../../src/sentences/plan/quarter-words.ts';
import { rateAnswer } from '../../../src/sentences/plan/rate-answer.ts';
import { timesWords, valueAnswer, valueDefinition } from '../../../src/sentences/plan/value-answer.ts';
import { august, july, planBasis, september, valueOf } from '../../support/plan-basis.ts';

const allWeb: PercentMix = new Map([
  ['web', 100],
  ['fair', 0],
]);

const planOf = (budgetMinor: number, startMonth = july, mix: PercentMix = allWeb): SalesPlan => {
  const basis = planBasis();
  const channels = plannableChannels(basis);
  return salesPlan(basis, channels, planGround(basis, channels, { quarter: '2026-07-01', startMonth }, 0), {
    budgetMinor,
    mix,
  });
};
const answerOf = (budgetMinor: number, startMonth = july): string =>
  needAnswer(planOf(budgetMinor, startMonth), { minor: budgetMinor, quarter: 'Q3 2026' }, 'EUR');

describe('what a budget takes', () => {
  it('is told in leads a month from a month on, against the usual ones', () => {
    expect(answerOf(2_310_000)).toBe(
      'The Q3 2026 budget of €23.1K takes 100 leads a month from July on; the usual pace is 150',
    );
    expect(answerOf(528_000)).toContain('takes 1 lead a month from July on');
    expect(needDefinition(planOf(2_310_000), 2_310_000, 'EUR')).toMatch(
      /^€23\.1K less €100 expected of open opportunities, €5K of leads that have arrived: €18K to find\. One lead a month in this mix brings €180 by 30 Sept\. 80% range .*: 78 to 130 leads a month\.$/,
    );
  });

  it('names what comes before the plan starts', () =>
    expect(needDefinition(planOf(9e6, august), 9e6, 'EUR')).toContain(
      '€12K of leads at the usual pace until then',
    ));

  it('is nothing where it is covered, and nothing that helps where leads come too late', () => {
    expect(answerOf(400_000)).toBe('The Q3 2026 budget of €4K is covered by what is there and on its way');
    expect(answerOf(9e6, september + 1)).toMatch(
      /^No lead that arrives from October on closes in the quarter/,
    );
    expect(needDefinition(planOf(400_000), 400_000, 'EUR')).toMatch(/: €0 to find\.$/);
  });
});

describe('how likely a budget is', () => {
  it('is told at the usual pace, with the leads for an even chance and for 80%', () => {
    expect(chanceAnswer(planOf(3_510_000))).toMatch(
      /^The usual 150 leads a month give a chance of \d+%; an even one takes \d+, 80% takes \d+$/,
    );
    expect(chanceAnswer(planOf(2_710_000))).toMatch(
      /^The usual 150 leads a month give a chance of [67]\d%; a chance of 80% takes \d+$/,
    );
    expect(chanceAnswer(planOf(100_000))).toBe('The usual 150 leads a month give a chance of above 99%');
  });

  it('is not in the hand of leads that come too late, and not told where nothing is known', () => {
    expect(chanceAnswer(planOf(9e9, september + 1))).toBe(
      'The chance of the budget is below 1%, whatever arrives from now on',
    );
    expect(chanceAnswer({ ...planOf(1e6), chanceOf: () => null })).toMatch(/cannot be told/);
  });
});

describe('by when leads must arrive', () => {
  it('is the last day for the channels of which most still counts', () => {
    expect(arriveAnswer(planOf(9e6, july, new Map([['web', 100]])))).toBe(
      'Leads must arrive by 31 Jul: most of what comes later closes after the quarter',
    );
  });

  it('tells the channels for which it is too late', () => {
    const { need, ...rest } = planOf(
      9e6,
      july,
      new Map([
        ['web', 50],
        ['fair', 50],
      ]),
    );
    const [fair, web] = need.channels;
    if (fair === undefined || web === undefined) throw new Error('two channels');
    const plan = (latest: number): SalesPlan => ({
      ...rest,
      need: { ...need, channels: [{ ...fair, latestMonth: latest }, web] },
    });
    expect(arriveAnswer(plan(july - 1))).toBe(
      'Leads of web must arrive by 31 Jul; in 1 other channel most of what arrives now closes later',
    );
    expect(arriveAnswer(plan(august))).toBe(
      'Leads of fair must arrive by 31 Aug, those of 1 other channel sooner',
    );
    const late = { ...web, latestMonth: july - 2 };
    const none = { ...rest, need: { ...need, channels: [{ ...fair, latestMonth: july - 1 }, late] } };
    expect(arriveAnswer(none)).toBe(
      'Most of what arrives from July on closes after the quarter, in every channel',
    );
  });

  it('is not told after the quarter or without a deal', () => {
    expect(arriveAnswer(planOf(9e6, september + 1))).toBe('The plan starts after the quarter');
    expect(arriveAnswer({ ...planOf(9e6), need: { ...planOf(9e6).need, channels: [] } })).toBe(
      'How long leads take to become deals cannot be told yet',
    );
  });
});

describe('what a lead is worth', () => {
  const values = (best: number, variation = 0.1) => ({
    total: valueOf(null),
    channels: [valueOf('Referral', { valueMinor: best, variation }), valueOf('Webinar', { variation })],
    cells: [],
  });

  it('is told as how often one is worth another, with the range of that', () => {
    expect(valueAnswer(values(40_000), 'EUR')).toBe('A lead of Referral is worth 4 times one of Webinar');
    expect(valueDefinition(values(40_000))).toMatch(/400 leads, 80 opportunities.* 3\.3 to 5 times\.$/);
  });

  it('is told of all where no channel is surely better, and not without a deal', () => {
    expect(valueAnswer(values(11_000, 0.5), 'EUR')).toMatch(
      /^A lead is worth €100; which channel .* cannot be told yet$/,
    );
    expect(valueDefinition(values(11_000, 0.5))).not.toContain('comparison');
    expect(valueAnswer({ ...values(1), channels: [] }, 'EUR')).toBe(
      'A lead is worth €100 on the day it arrives',
    );
    const none = { total: valueOf(null, { valueMinor: null }), channels: [], cells: [] };
    expect(valueAnswer(none, 'EUR')).toMatch(/cannot be told/);
  });

  it('has whole numbers of times from three on', () =>
    expect([1.44, 2.96, 3, 77.6].map(timesWords)).toEqual(['1.4 times', '3 times', '3 times', '78 times']));
});

describe('what one point is worth', () => {
  const terms = { leads: 1000, l2o: 0.1, opportunitiesPerConverted: 1, o2d: 0.05, dealSizeMinor: 1_000_000 };

  it('is told of the joint where it is more, against the other', () =>
    expect(pointAnswer(worthOfPoints(terms, 1), 'EUR')).toBe(
      'One point more from opportunities to deals is worth €10K a quarter, 2 times one from leads to opportunities',
    ));

  it('is told alone where the other is worth nothing, and not without a deal size', () => {
    expect(pointAnswer(worthOfPoints({ ...terms, o2d: 0 }, 1), 'EUR')).toBe(
      'One point more from opportunities to deals is worth €10K a quarter',
    );
    expect(pointAnswer(worthOfPoints({ ...terms, dealSizeMinor: null }, 1), 'EUR')).toMatch(/cannot be told/);
    expect(pointAnswer([], 'EUR')).toMatch(/cannot be told/);
  });
});

describe('what a re-allocation would bring', () => {
  const moved = (channel: string, before: number, after: number) => ({
    channel,
    before,
    after,
    isBeyondBest: false,
    isAtLimit: false,
    isTrial: false,
  });
  const move: Reallocation = {
    kept: 'leads',
    channels: [moved('web', 100, 150), moved('mail', 60, 20), moved('fair', 40, 30)],
    gainMinor: 500_000,
    range: { low: 200_000, high: 800_000 },
    beforeMinor: 2_000_000,
  };

  it('names the channels with more, or the fewer ones with fewer', () => {
    expect(moveAnswer(move, 'EUR')).toBe(
      'The same 200 leads a month, more from web, would be worth €5K more',
    );
    const one = { ...move, channels: [moved('a', 1, 9), moved('b', 1, 3), moved('mail', 60, 50)] };
    expect(moveAnswer(one, 'EUR')).toContain('fewer from mail, would');
    expect(moveAnswer({ ...move, kept: 'cost' }, 'EUR')).toContain('The same money a month, more from web');
    expect(moveDefinition(move, 'EUR')).toMatch(/^80% range €2K to €8K a month, on €20K today\. 80% of it/);
  });

  it('is not told where the range holds nothing, where none is known, and where nothing moves', () => {
    expect(moveAnswer({ ...move, range: { low: -100_000, high: 1_100_000 } }, 'EUR')).toMatch(
      /cannot be told yet, −€1K to €11K$/,
    );
    expect(moveAnswer({ ...move, range: { low: 0, high: 1 } }, 'EUR')).toMatch(/cannot be told yet/);
    expect(moveAnswer({ ...move, range: null }, 'EUR')).toMatch(/what that would bring cannot be told$/);
    expect(moveAnswer({ ...move, channels: [moved('web', 5, 5.9)] }, 'EUR')).toMatch(
      /could not be placed better/,
    );
    expect(moveAnswer(null, 'EUR')).toMatch(/nothing to move/);
    expect(moveDefinition(null, 'EUR')).toMatch(/^80% of it/);
  });
});

describe('what deals cost', () => {
  const cost = (channel: string, costMinor: number | null, perDealMinor: number | null) => ({
    cost: {
      channel,
      costMinor,
      currency: 'EUR',
      unallocatedMinor: 0,
      reason: costMinor === null ? ('noRow' as const) : null,
    },
    outcome: { leads: 1, opportunities: 1, deals: 1, revenueMinor: null, dealsWithoutAmount: 0 },
    isExpected: false,
    perLeadMinor: null,
    perOpportunityMinor: null,
    perDealMinor,
    returnOnCost: null,
  });

  it('is told of the cheapest and the dearest channel', () => {
    expect(costAnswer([cost('b', 100, 900_000), cost('a', 100, 50_000), cost('c', 0, 0)])).toBe(
      'A deal of a costs €500 in marketing, one of b €9K',
    );
    expect(costAnswer([cost('a', 100, 50_000)])).toBe('A deal of a costs €500 in marketing');
    expect(costAnswer([cost('a', 100, null)])).toMatch(/no channel that cost something has brought a deal/);
    expect(costDefinition([cost('a', 100, null)])).toMatch(/^Marketing cost of twelve months/);
  });

  it('names the columns that are needed where none is given', () => {
    expect(costAnswer([cost('a', null, null)])).toMatch(/no cost is given$/);
    expect(costDefinition([])).toMatch(/columns channel, month and cost/);
  });
});

describe('the words of a plan', () => {
  it('name quarters and rows of names', () => {
    expect(quarterWithYear('2026-10-01')).toBe('Q4 2026');
    expect(
      [['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd']].map((names) => namesInWords(names)),
    ).toEqual(['a', 'a and b', 'a, b and c', 'a, b and 2 more']);
    expect(namesInWords([])).toBe('');
  });

  it('give an amount a piece without needless digits', () =>
    expect([0, 607, 1_000, 8_260, 99_900, 100_000, -6_200].map((minor) => pieceMoney(minor, 'EUR'))).toEqual([
      '€0',
      '€6.07',
      '€10',
      '€83',
      '€999',
      '€1K',
      '-€62',
    ]));

  it('tell the mix by its two largest shares', () => {
    expect(
      mixAnswer(
        new Map([
          ['fair', 33],
          ['web', 67],
        ]),
        true,
      ),
    ).toBe('67% from web, 33% from fair, as in the last three months');
    expect(mixAnswer(allWeb, false)).toBe('100% from web');
    expect(mixAnswer(new Map(), true)).toBe('There is no channel to plan with');
  });

  it('hold the pipeline of weeks against the plan', () => {
    expect(rateAnswer(100_000_00, 120_000_00, 13, 'EUR')).toBe(
      '€100K of pipeline a week over 13 weeks; the plan takes €120K a week from its leads',
    );
    expect(rateAnswer(100_000_00, null, 1, 'EUR')).toBe('€100K of pipeline a week over one week');
    expect(rateAnswer(null, 1, 0, 'EUR')).toMatch(/^No whole week yet/);
  });
});
