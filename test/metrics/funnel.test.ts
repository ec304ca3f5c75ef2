import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnelMetrics } from '../../src/metrics/funnel-metrics.ts';
import { funnel, recordedStages, type FunnelStep, type PlaceCounts } from '../../src/metrics/funnel.ts';
import { funnelStages, stageDenominators } from '../../src/metrics/funnel-stage.ts';

type Place = number | null;

/** Journeys by the places of their six stages. */
const journeys = (
  count: number,
  [created, mql, sal, sql, opportunity, won]: readonly [Place, Place, Place, Place, Place, Place],
  standing = 'open',
): PlaceCounts => ({
  row_group: 'Website',
  standing,
  created_place: created,
  mql_place: mql,
  sal_place: sal,
  sql_place: sql,
  opportunity_place: opportunity,
  won_place: won,
  journeys: count,
});

/** Ten leads that stop at creation, eight of the textbook, four that skip SAL, two whose SQL is older than their SAL, one whose MQL is older than the lead. */
const mixed = [
  journeys(10, [0, null, null, null, null, null], 'disqualified'),
  journeys(8, [0, 1, 2, 3, 4, 5], 'won'),
  journeys(4, [0, 1, null, 2, 3, null], 'lost'),
  journeys(2, [0, 1, 3, 2, null, null], 'recycled'),
  journeys(1, [1, 0, null, null, null, null]),
];

const reached = (steps: readonly FunnelStep[]) => steps.map((step) => step.reached);

describe('a strict funnel', () => {
  const { steps } = funnel('strict', mixed, funnelStages);

  it('keeps only leads with a day for every stage, in order', () => {
    expect(reached(steps)).toEqual([25, 14, 10, 8, 8, 8]);
  });

  it('says of those it loses why, and where', () => {
    expect(steps.map((step) => step.notCounted)).toEqual([
      [],
      [{ reason: 'outOfOrder', stage: 'mql', journeys: 1 }],
      [{ reason: 'skipped', stage: 'sal', journeys: 4 }],
      [
        { reason: 'skipped', stage: 'sal', journeys: 4 },
        { reason: 'outOfOrder', stage: 'sql', journeys: 2 },
      ],
      [{ reason: 'skipped', stage: 'sal', journeys: 4 }],
      [],
    ]);
  });

  it('counts two stages of one day as in order', () => {
    const sameDay = funnel('strict', [journeys(6, [0, 0, 0, 0, 4, 4])], funnelStages);
    expect(reached(sameDay.steps)).toEqual([6, 6, 6, 6, 6, 6]);
  });

  it('does not ask for a stage that is no part of it', () => {
    const withoutSal = funnel('strict', mixed, ['created', 'mql', 'sql', 'opportunity', 'won']);
    expect(reached(withoutSal.steps)).toEqual([25, 14, 14, 12, 8]);
  });
});

describe('a loose funnel', () => {
  const { steps } = funnel('loose', mixed, funnelStages);

  it('counts a stage that was passed over', () => {
    expect(reached(steps)).toEqual([25, 15, 14, 14, 12, 8]);
    expect(steps.map((step) => step.withoutOwnDay)).toEqual([0, 0, 4, 0, 0, 0]);
  });

  it('loses nobody', () => expect(steps.flatMap((step) => step.notCounted)).toEqual([]));

  it('names what each share is a share of', () => {
    expect(steps.map(({ ofFirst }) => [ofFirst.k, ofFirst.n])).toEqual(reached(steps).map((k) => [k, 25]));
    expect(
      steps.map(({ ofPrevious }) => ofPrevious && [ofPrevious.stage, ofPrevious.rate.k, ofPrevious.rate.n]),
    ).toEqual([
      null,
      ['created', 15, 25],
      ['mql', 14, 15],
      ['sal', 14, 14],
      ['sql', 12, 14],
      ['opportunity', 8, 12],
    ]);
    expect(stageDenominators.mql).toBe('leads that reached MQL');
  });

  it('says how those at a stage stand', () => {
    expect(steps[1]?.standing).toEqual({ lost: 4, open: 1, recycled: 2, won: 8 });
  });
});

describe('a furthest-stage funnel', () => {
  const { steps } = funnel('furthest', mixed, funnelStages);

  it('counts each lead once', () => {
    expect(reached(steps)).toEqual([10, 1, 0, 2, 4, 8]);
    expect(reached(steps).reduce((sum, count) => sum + count, 0)).toBe(25);
  });

  it('says where those it does not count moved on to', () => {
    expect(steps[3]?.notCounted).toEqual([
      { reason: 'movedOn', stage: 'opportunity', journeys: 4 },
      { reason: 'movedOn', stage: 'won', journeys: 8 },
    ]);
    expect(steps.map((step) => step.withoutOwnDay)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('has no share of the stage before', () => {
    expect(steps.map(({ ofPrevious }) => ofPrevious)).toEqual([null, null, null, null, null, null]);
    expect(steps[5]?.ofFirst).toMatchObject({ k: 8, n: 25 });
  });
});

describe('a funnel of nobody', () => {
  it.each(['strict', 'loose', 'furthest'] as const)('has stages, zeros and no rate, %s', (rule) => {
    const { steps } = funnel(rule, [], funnelStages);
    expect(reached(steps)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(steps.map(({ ofFirst }) => ofFirst.rate)).toEqual([null, null, null, null, null, null]);
  });
});

describe('the stages of a funnel', () => {
  const nothing = { created: false, mql: false, sal: false, sql: false, opportunity: false, won: false };

  it('are those of which anything is recorded, and the creation', () => {
    expect(recordedStages({ ...nothing, sql: true, won: true })).toEqual(['created', 'sql', 'won']);
    expect(recordedStages(nothing)).toEqual(['created']);
  });
});

const place = fc.option(fc.integer({ min: 0, max: 5 }), { nil: null });
const anyCounts = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 5 }), place, place, place, place, place)
    .map(([count, created, ...rest]) => journeys(count, [created, ...rest])),
  { maxLength: 8 },
);
const anyStages = fc.subarray(funnelStages.slice(1)).map((some) => ['created' as const, ...some]);

describe('of any leads and any stages', () => {
  it('what a rule counts and what it loses is what the loose rule counts', () => {
    fc.assert(
      fc.property(anyCounts, anyStages, (counts, stages) => {
        const loose = reached(funnel('loose', counts, stages).steps);
        for (const rule of ['strict', 'furthest'] as const) {
          const { steps } = funnel(rule, counts, stages);
          expect(
            steps.map((step) => step.notCounted.reduce((sum, lost) => sum + lost.journeys, step.reached)),
          ).toEqual(loose);
        }
      }),
      { seed: 20, numRuns: 300 },
    );
  });

  it('no stage counts more than the one before it, and the furthest ones add up to the loose ones', () => {
    fc.assert(
      fc.property(anyCounts, anyStages, (counts, stages) => {
        const [strict = [], loose = [], furthest = []] = (['strict', 'loose', 'furthest'] as const).map(
          (rule) => reached(funnel(rule, counts, stages).steps),
        );
        for (const [index, count] of loose.entries()) {
          expect(count).toBeLessThanOrEqual(loose[index - 1] ?? count);
          expect(strict[index]).toBeLessThanOrEqual(strict[index - 1] ?? Number.POSITIVE_INFINITY);
          expect(furthest.slice(index).reduce((sum, one) => sum + one, 0)).toBe(count);
        }
      }),
      { seed: 21, numRuns: 300 },
    );
  });
});

describe('the meanings of the funnels', () => {
  it('are told apart by id, label and definition', () => {
    const all = Object.values(funnelMetrics);
    for (const part of ['id', 'label', 'definition', 'subject'] as const)
      expect(new Set(all.map((metric) => metric[part])).size).toBe(4);
  });
});
