import { describe, expect, it } from 'vitest';
import { besideBenchmark } from '../../../src/metrics/benchmarks/beside.ts';
import {
  differences,
  isChoice,
  type Difference,
  type OurCounting,
} from '../../../src/metrics/benchmarks/comparability.ts';
import { firstPageSage2026 } from '../../../src/metrics/benchmarks/first-page-sage-2026.ts';
import { implisit2014 } from '../../../src/metrics/benchmarks/implisit-2014.ts';
import type { BenchmarkStep } from '../../../src/metrics/benchmarks/passport.ts';
import { passports } from '../../../src/metrics/benchmarks/passports.ts';
import { conversionTable } from '../../../src/metrics/conversion-table.ts';
import { leadCells, opportunityCells } from '../../../src/metrics/cube/cube-cells.ts';
import { settling } from '../../../src/metrics/cube/settling.ts';
import { benchmarkAnswer, refusalWords } from '../../../src/sentences/explore/benchmark-words.ts';
import { tinyCube } from '../../support/tiny-cube.ts';

/** As the study of 2014 counts: every lead, whatever came of it since, and nearly all has come. */
const asThere: OurCounting = {
  anchor: 'created',
  basis: 'toDate',
  isFiltered: false,
  notMeasurable: {},
  seen: { l2o: 0.95, o2d: 1, l2d: 1 },
};

const stepOf = (id: string): BenchmarkStep => {
  const step = passports.flatMap(({ steps }) => steps).find((one) => one.id === id);
  if (step === undefined) throw new Error(`There is no step ${id}.`);
  return step;
};
const leadToOpportunity = stepOf('leadToOpportunity');

describe('a passport', () => {
  it('names a source for every figure, and uses every source it names', () => {
    for (const { rows, total, sources, steps } of passports) {
      const values = [...rows, ...(total === null ? [] : [total])].flatMap((row) =>
        Object.entries(row.values),
      );
      expect(values.filter(([, { sources: own }]) => own.length === 0)).toEqual([]);
      expect(new Set(values.flatMap(([, { sources: own }]) => own))).toEqual(
        new Set(sources.map(({ id }) => id)),
      );
      const ids = new Set(steps.map(({ id }) => id));
      expect(values.filter(([id]) => !ids.has(id))).toEqual([]);
    }
  });

  it('computes what it calls computed from the figures beside it, within their rounding', () => {
    for (const { channel, values } of [
      ...implisit2014.rows,
      ...(implisit2014.total ? [implisit2014.total] : []),
    ]) {
      const { leadToOpportunity: l2o, opportunityToDeal: o2d, leadToDeal: l2d } = values;
      if (l2o === undefined || o2d === undefined || l2d === undefined) continue;
      for (const [each, computed] of [
        [o2d, (100 * l2d.percent) / l2o.percent],
        [l2d, (l2o.percent * o2d.percent) / 100],
      ] as const) {
        if (each.evidence !== 'derived') continue;
        expect(Math.abs(each.percent - computed), channel).toBeLessThan(0.04);
        expect(each.range?.[0], channel).toBeLessThanOrEqual(each.percent);
        expect(each.range?.[1], channel).toBeGreaterThanOrEqual(each.percent);
      }
    }
  });

  it('holds the webinar trap: third of the channels at opportunities, last of those known at deals', () => {
    const places = (id: string) =>
      implisit2014.rows
        .flatMap(({ channel, values }) =>
          values[id] === undefined ? [] : [{ channel, percent: values[id].percent }],
        )
        .toSorted((a, b) => b.percent - a.percent)
        .map(({ channel }) => channel);
    expect(places('leadToOpportunity').indexOf('Webinar')).toBe(2);
    expect(places('opportunityToDeal').at(-1)).toBe('Webinar');
  });
});

describe('a comparison with a benchmark', () => {
  it('is made where the same is counted', () => {
    for (const step of implisit2014.steps) expect(differences(step, asThere)).toEqual([]);
  });

  const refused: readonly (readonly [string, Partial<OurCounting>, readonly Difference[]])[] = [
    ['leads from MQL on', { anchor: 'mql' }, ['start']],
    ['within a window', { basis: 'windowed' }, ['window']],
    ['some channels only', { isFiltered: true }, ['filter']],
    ['a period still to ripen', { seen: { l2o: 0.949, o2d: 1, l2d: 1 } }, ['young']],
    ['a period of unknown end', { seen: { l2o: null, o2d: 1, l2d: 1 } }, ['young']],
    ['what the files cannot tell', { notMeasurable: { l2o: 'No.' }, anchor: 'mql' }, ['notMeasured']],
    [
      'several at once',
      { anchor: 'mql', basis: 'windowed', isFiltered: true },
      ['start', 'filter', 'window'],
    ],
  ];
  it.each(refused)('is refused for %s', (_, ours, expected) =>
    expect(differences(leadToOpportunity, { ...asThere, ...ours })).toEqual(expected),
  );

  it('does not ask where leads start when it is of opportunities', () =>
    expect(differences(stepOf('opportunityToDeal'), { ...asThere, anchor: 'mql' })).toEqual([]));

  it('is refused of stages that are not ours, whatever is chosen', () => {
    for (const anchor of ['created', 'mql'] as const)
      for (const step of firstPageSage2026.steps) {
        const found = differences(step, { ...asThere, anchor });
        expect(found.length).toBeGreaterThan(0);
        expect(found.every((difference) => isChoice(difference, step))).toBe(false);
      }
  });
});

describe('a page beside a benchmark', () => {
  const channel = (row: string, journeys: number, converted: number) => ({
    row,
    day: '2026-01-10',
    journeys,
    converted,
  });
  const table = (...rows: readonly ReturnType<typeof channel>[]) => {
    const cube = tinyCube({ leads: rows });
    return conversionTable(leadCells(cube), opportunityCells(cube), 'row_group', {});
  };
  const lineOf = (name: string, beside: ReturnType<typeof besideBenchmark>) =>
    beside.lines.find((line) => line.channel === name);

  it('shows ours beside the line of like name, and the total', () => {
    const beside = besideBenchmark(
      implisit2014,
      table(channel('WEB ', 100, 20), channel('Fax', 100, 2)),
      asThere,
    );
    expect(lineOf('Website', beside)).toMatchObject({
      group: 'WEB ',
      cells: [{ value: { percent: 31.3 }, ours: { k: 20, n: 100 } }, {}, {}],
    });
    expect(lineOf('Webinar', beside)).toMatchObject({ group: null, cells: [{ ours: null }, {}, {}] });
    expect(lineOf('Trade show', beside)?.cells[0]?.value).toBeNull();
    expect(beside.total?.cells[0]?.ours).toMatchObject({ k: 22, n: 200 });
    expect(benchmarkAnswer(beside)).toBe('Lead to opportunity: 11.0% here, 13% in the study of 2014');
  });

  it('pairs no line with two channels of ours', () => {
    const beside = besideBenchmark(
      implisit2014,
      table(channel('Web', 50, 9), channel('website', 50, 9)),
      asThere,
    );
    expect(lineOf('Website', beside)?.group).toBeNull();
  });

  it('shows none of ours where the step is refused, and says which choices would help', () => {
    const ours: OurCounting = { ...asThere, anchor: 'mql', basis: 'windowed' };
    const beside = besideBenchmark(implisit2014, table(channel('Web', 100, 20)), ours);
    expect(beside.total?.cells.map((cell) => cell.ours)).toEqual([null, null, null]);
    expect(beside.canBeMade).toBe(true);
    const [first] = beside.steps;
    if (first === undefined) throw new Error('The study has steps.');
    expect(refusalWords(first, ours)).toBe(
      'Not compared: it starts from every lead, this page from MQLs (choose the anchor “Creation”); it has no window (count to date).',
    );
  });

  it('offers no choice where none would help', () => {
    const beside = besideBenchmark(firstPageSage2026, table(channel('Webinar', 100, 20)), asThere);
    expect(beside.canBeMade).toBe(false);
    expect(beside.total).toBeNull();
    expect(benchmarkAnswer(beside)).toBe('What First Page Sage counted in 2026 is not what this page counts');
  });
});

describe('how settled a period is', () => {
  const cube = tinyCube({
    leads: [
      { day: '2025-06-01', journeys: 200, converted: 100, disqualified: 100 },
      { day: '2026-06-20', journeys: 50 },
    ],
    leadAges: [
      { day: 5, converted: 50 },
      { day: 40, converted: 50 },
      { day: 60, disqualified: 100 },
    ],
  });

  it('is the share of its final conversions that is in, and the age at which nearly all are', () => {
    // The 50 are followed for 10 days: 50 of 250 convert by day 5, then 50 of the 150 who are left.
    const byDay5 = 50 / 250;
    const final = byDay5 + (200 / 250) * (50 / 150);
    const { seen, ageDays } = settling(cube, 'l2o');
    expect(seen).toBeCloseTo((200 + 50 * (byDay5 / final)) / 250, 12);
    expect(ageDays).toBe(40);
  });

  it('is not known without an end', () =>
    expect(settling(tinyCube({}), 'o2d')).toEqual({ seen: null, ageDays: null }));
});
