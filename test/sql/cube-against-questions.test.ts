import { describe, expect, it } from 'vitest';
import type { Definitions, Windows } from '../../src/domain/definitions.ts';
import { dimensions, type Dimension } from '../../src/domain/dimension.ts';
import { noFilter, type Filter } from '../../src/domain/filter.ts';
import { fromEpochDay, toEpochDay } from '../../src/domain/local-date.ts';
import { buildCube } from '../../src/engine/cube.ts';
import { leadCells, opportunityCells } from '../../src/metrics/cube/cube-cells.ts';
import { sliceCube } from '../../src/metrics/cube/cube.ts';
import { lifeTable } from '../../src/metrics/cube/joint-counts.ts';
import { daysFromLeadToDeal, daysToDeal, daysToOpportunity } from '../../src/sql/questions/age-counts.ts';
import { leadCounts, opportunityCounts } from '../../src/sql/questions/conversion-counts.ts';
import { sharedEngine } from '../support/engine.ts';
import { buildLoaded, loadHistories } from '../support/histories-in-engine.ts';
import { createPrng, type Prng } from '../support/naive/prng.ts';
import { randomHistories } from '../support/naive/random-histories.ts';

const base: Definitions = {
  anchor: 'mql',
  asOf: '2026-06-30',
  exportAsOf: '2026-08-15',
  reentryDays: 90,
  backdateDays: 1,
  accountMatchDays: 0,
};

const definitions: readonly (readonly [string, Definitions, Windows])[] = [
  ['from MQL', base, { l2oDays: 30, o2dDays: 60, l2dDays: 90 }],
  [
    'from creation, as of the last day of a February',
    { ...base, anchor: 'created', asOf: '2026-02-28' },
    { l2oDays: 0, o2dDays: 7, l2dDays: 7 },
  ],
  ['where nothing has a window', base, { l2oDays: null, o2dDays: null, l2dDays: null }],
];

const seeds = process.env['FULL'] === '1' ? [1, 2, 3, 4, 5, 6, 7, 8] : [1];
const persons = process.env['FULL'] === '1' ? 500 : 150;

type Values = Readonly<Record<Dimension, readonly string[]>>;

const randomFilter = (prng: Prng, values: Values): Filter => {
  const day = () => fromEpochDay(prng.int(toEpochDay('2024-09-01'), toEpochDay('2026-08-01')));
  return {
    from: prng.chance(0.5) ? day() : null,
    to: prng.chance(0.5) ? day() : null,
    values: Object.fromEntries(
      dimensions.flatMap((dimension) =>
        prng.chance(0.4) ? [[dimension, values[dimension].filter(() => prng.chance(0.6))]] : [],
      ),
    ),
  };
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

describe('a slice of the cube', () => {
  it.each(seeds)(
    'counts what the questions count under the same filter, on generated histories %i',
    async (seed) => {
      await loadHistories(randomHistories(seed, persons));
      const engine = await sharedEngine();
      const prng = createPrng(seed);
      for (const [name, chosen, windows] of definitions) {
        await buildLoaded(chosen);
        const analysis = { definitions: chosen, windows };
        const values = {} as Record<Dimension, readonly string[]>;
        for (const dimension of dimensions) {
          const request = { filter: noFilter, rows: dimension, columns: dimension, windows };
          const found = [
            ...(await engine.ask(leadCounts(request))),
            ...(await engine.ask(opportunityCounts(request))),
          ].map((cell) => cell.row_group);
          values[dimension] = [...new Set(found)].toSorted(byText);
        }
        for (let round = 0; round < 6; round += 1) {
          const filter = randomFilter(prng, values);
          const rows = prng.pick<Dimension>(['channel', 'segment', 'owner', 'campaign']);
          const columns = prng.pick<Dimension>(['channel', 'segment', 'owner', 'campaign']);
          const cube = sliceCube(await buildCube(engine, analysis, filter, rows, columns), filter);
          const request = { filter, rows, columns, windows };
          const message = `${name}: ${rows} by ${columns} under ${JSON.stringify(filter)}`;
          expect(leadCells(cube), message).toEqual(await engine.ask(leadCounts(request)));
          expect(opportunityCells(cube), message).toEqual(await engine.ask(opportunityCounts(request)));
        }
        const cube = await buildCube(engine, analysis, noFilter, 'channel', 'segment');
        const period = sliceCube(cube, { ...noFilter, from: '2025-11-01', to: '2025-11-30' });
        expect(lifeTable(period, 'l2o'), name).toEqual(await engine.ask(daysToOpportunity));
        expect(lifeTable(period, 'o2d'), name).toEqual(await engine.ask(daysToDeal));
        expect(lifeTable(period, 'l2d'), name).toEqual(await engine.ask(daysFromLeadToDeal));
      }
    },
  );
});
