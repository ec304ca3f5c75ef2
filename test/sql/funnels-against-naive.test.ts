import { describe, expect, it } from 'vitest';
import { defaultRules, type Definitions } from '../../src/domain/definitions.ts';
import { noFilter } from '../../src/domain/filter.ts';
import { funnels, type FunnelViews } from '../../src/engine/funnels.ts';
import type { Funnel } from '../../src/metrics/funnel.ts';
import { sharedEngine } from '../support/engine.ts';
import { buildLoaded, loadHistories } from '../support/histories-in-engine.ts';
import {
  naiveFurthest,
  naiveLoose,
  naiveMoves,
  naiveStrict,
  naiveWays,
  type NaiveWay,
} from '../support/naive/journey-ways.ts';
import { randomHistories } from '../support/naive/random-histories.ts';

const definitions: Definitions = {
  anchor: 'mql',
  asOf: '2026-06-30',
  exportAsOf: '2026-08-15',
  ...defaultRules,
};

const seeds = process.env['FULL'] === '1' ? Array.from({ length: 40 }, (_, index) => index + 1) : [3];
const persons = process.env['FULL'] === '1' ? 500 : 300;

const reached = ({ steps }: Funnel): readonly number[] => steps.map((step) => step.reached);

const moved = ({ transitions }: FunnelViews): Readonly<Record<string, number>> =>
  Object.fromEntries(transitions.moves.map(({ from, to, moves }) => [`${from} > ${to}`, moves]));

const standings = ({ furthest }: FunnelViews): Readonly<Record<string, number>> => {
  const sums: Record<string, number> = {};
  for (const { standing } of furthest.steps)
    for (const [name, journeys] of Object.entries(standing)) sums[name] = (sums[name] ?? 0) + journeys;
  return sums;
};

const naiveStandings = (ways: readonly NaiveWay[]): Readonly<Record<string, number>> => {
  const sums: Record<string, number> = {};
  for (const { standing } of ways) sums[standing] = (sums[standing] ?? 0) + 1;
  return sums;
};

describe('the funnels agree with a naive second count', () => {
  it.each(seeds)('on generated histories %i, over everything and channel by channel', async (seed) => {
    const histories = randomHistories(seed, persons);
    await loadHistories(histories);
    await buildLoaded(definitions);
    const found = await funnels(await sharedEngine(), noFilter, 'channel');
    const { ways, unsourced } = naiveWays(histories, {
      as_of_date: definitions.asOf,
      export_as_of_date: definitions.exportAsOf,
    });
    expect(found.stages).toEqual(['created', 'mql', 'sal', 'sql', 'opportunity', 'won']);
    const compare = (
      views: FunnelViews,
      own: readonly NaiveWay[],
      alone: readonly string[][],
      name: string,
    ) => {
      const counted = own.filter((way) => way.isCounted);
      expect(reached(views.strict), name).toEqual(naiveStrict(counted, found.stages));
      expect(reached(views.loose), name).toEqual(naiveLoose(counted, found.stages));
      expect(reached(views.furthest), name).toEqual(naiveFurthest(counted, found.stages));
      expect(standings(views), name).toEqual(naiveStandings(counted));
      expect(moved(views), name).toEqual(naiveMoves([...counted.map((way) => way.states), ...alone]));
      expect(views.leftOut, name).toBe(own.length - counted.length);
    };
    compare(found.total, ways, unsourced, 'everything');
    for (const { group, ...views } of found.groups)
      compare(
        views,
        ways.filter((way) => way.channel === group),
        group === '(unsourced)' ? unsourced : [],
        group,
      );
    expect(found.total.strict.steps[3]?.reached).toBeGreaterThan(0);
    expect(found.total.leftOut).toBeGreaterThan(0);
  });
});
