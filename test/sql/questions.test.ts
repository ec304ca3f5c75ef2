import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Definitions } from '../../src/domain/definitions.ts';
import type { Dimension } from '../../src/domain/dimension.ts';
import { dimensions } from '../../src/domain/dimension.ts';
import { noFilter, type Filter } from '../../src/domain/filter.ts';
import { makeJourneyPath } from '../../src/engine/funnels.ts';
import type { QueryEngine } from '../../src/engine/query-engine.ts';
import { dropSides, keepSide } from '../../src/sql/model/definition-side.ts';
import type { Question } from '../../src/sql/question.ts';
import { alwaysOpen } from '../../src/domain/business-calendar.ts';
import { defaultSlaTerms } from '../../src/domain/sla.ts';
import { buildHandovers } from '../../src/engine/build-handovers.ts';
import { ruleArrival } from '../../src/sql/model/stage-rule.ts';
import { acceptanceCounts } from '../../src/sql/questions/acceptance-counts.ts';
import { aloneCounts } from '../../src/sql/questions/alone-counts.ts';
import { arrivals, dealLags, openOpportunities } from '../../src/sql/questions/arrival-counts.ts';
import { arrivalResponses, arrivalStrata } from '../../src/sql/questions/arrival-experiment.ts';
import { attributeCounts } from '../../src/sql/questions/attribute-counts.ts';
import { decisionAges } from '../../src/sql/questions/decision-ages.ts';
import { attainmentCounts } from '../../src/sql/questions/attainment-counts.ts';
import { breachList } from '../../src/sql/questions/breach-list.ts';
import { cohortAgeCounts } from '../../src/sql/questions/cohort-age-counts.ts';
import { leadCounts, opportunityCounts } from '../../src/sql/questions/conversion-counts.ts';
import {
  bookedResults,
  campaignCosts,
  cohortAges,
  cohortOpportunityAges,
  cohortResults,
} from '../../src/sql/questions/cost-counts.ts';
import { criteriaCounts, unknownFields } from '../../src/sql/questions/criteria-counts.ts';
import { defectRecords } from '../../src/sql/defects/defect-records.ts';
import { defectCounts } from '../../src/sql/questions/defect-counts.ts';
import { defectRows } from '../../src/sql/questions/defect-rows.ts';
import {
  arrivalDays,
  leadAges,
  leadDays,
  leadDealAges,
  sourcedDays,
  type FacetRequest,
} from '../../src/sql/questions/lead-facets.ts';
import { closeDays, opportunityAges, opportunityDays } from '../../src/sql/questions/opportunity-facets.ts';
import { ownerLeads } from '../../src/sql/questions/owner-leads.ts';
import { movedJourneys } from '../../src/sql/questions/definition-diff.ts';
import { disputedLeads, takenCounts } from '../../src/sql/questions/definition-overlap.ts';
import { fairnessCounts, systemDelays } from '../../src/sql/questions/fairness-counts.ts';
import { fairnessRecords } from '../../src/sql/questions/fairness-records.ts';
import { jointsAround, monthEndCounts, workCounts } from '../../src/sql/questions/guard-counts.ts';
import { leftOutOfFunnels, moveCounts, placeCounts } from '../../src/sql/questions/funnel-counts.ts';
import { recordsBehind } from '../../src/sql/questions/records-behind.ts';
import { earlyCounts } from '../../src/sql/questions/early-counts.ts';
import { openLoads, scoreCounts, scoreMatrixCounts } from '../../src/sql/questions/score-counts.ts';
import { sourcedCounts, wonAmounts } from '../../src/sql/questions/value-counts.ts';
import { disqualificationReasons } from '../../src/sql/questions/disqualification-reasons.ts';
import { dwellAges } from '../../src/sql/questions/dwell-ages.ts';
import { attemptNumbers } from '../../src/sql/questions/attempt-numbers.ts';
import { engagementResponse } from '../../src/sql/questions/engagement-response.ts';
import { leakCircumstances } from '../../src/sql/questions/leak-circumstances.ts';
import { leakCounts, leakParts } from '../../src/sql/questions/leak-counts.ts';
import { listedLeads, type LeadList } from '../../src/sql/questions/listed-leads.ts';
import { meetingNumbers } from '../../src/sql/questions/meeting-numbers.ts';
import { secondLifeCounts } from '../../src/sql/questions/second-life-counts.ts';
import { deliveredLeads, returnedLeads } from '../../src/sql/questions/delivered-leads.ts';
import { openLeadChanges } from '../../src/sql/questions/open-lead-changes.ts';
import { openLeads } from '../../src/sql/questions/open-leads.ts';
import { overdueByOwner, overdueLeads } from '../../src/sql/questions/overdue-leads.ts';
import { persistenceCounts } from '../../src/sql/questions/persistence-counts.ts';
import { responseConversion, responseStrata } from '../../src/sql/questions/response-conversion.ts';
import { responseCounts } from '../../src/sql/questions/response-counts.ts';
import { promiseCube } from '../../src/sql/questions/promise-cube.ts';
import { slaCube } from '../../src/sql/questions/sla-cube.ts';
import { wonDeals } from '../../src/sql/questions/won-deals.ts';
import type { LeakRequest } from '../../src/sql/lead-standing.ts';
import type { RowSpec } from '../../src/sql/row-spec.ts';
import { sharedEngine } from '../support/engine.ts';
import { buildLoaded, loadHistories } from '../support/histories-in-engine.ts';
import { randomHistories } from '../support/naive/random-histories.ts';
import { tableNames } from '../support/table-names.ts';

type AnyQuestion = Question<RowSpec>;

const hostile = [
  "'; DROP TABLE journey; --",
  "it's",
  '"double"',
  'a\u0000b',
  '?',
  '$1',
  '\\',
  '%',
  'x'.repeat(65_536),
] as const;

const filterOf = (...values: readonly string[]): Filter => ({
  from: '2024-01-01',
  to: '2030-12-31',
  values: Object.fromEntries(
    dimensions.map((dimension) => [dimension, [...values, `${values[0] ?? ''} too`]]),
  ),
});

const windows = { l2oDays: 30, o2dDays: 60, l2dDays: 90 } as const;
const noWindows = { l2oDays: null, o2dDays: null, l2dDays: null } as const;
const cuts = { fitLow: 1, fitHigh: 2, interestLow: 1, interestHigh: 2 } as const;
const noCuts = { fitLow: null, fitHigh: null, interestLow: null, interestHigh: null } as const;

/** The facets of a cube. */
const facets: Readonly<Record<string, (request: FacetRequest) => AnyQuestion>> = {
  arrivalDays,
  leadDays,
  leadAges,
  leadDealAges,
  sourcedDays,
  opportunityDays,
  opportunityAges,
  closeDays,
};

const leaksOf = (filter: Filter): LeakRequest => ({
  filter,
  windowDays: 30,
  qualificationLimitDays: 21,
  opportunityLimitDays: 60,
  handovers: true,
});

/** Every kind of list behind a count of the page of leaks, each of one owner. */
const listsOf = (filter: Filter, owner: string): readonly LeadList[] => [
  ...[true, false].map((handovers): LeadList => ({
    kind: 'standing',
    leads: { ...leaksOf(filter), handovers },
    standings: [{ stage: owner, standing: owner, untried: true, slow: false, few_attempts: false }],
    owner,
    limit: 50,
  })),
  ...[null, { from: 1, to: 2 }].map((attempts): LeadList => ({
    kind: 'handover',
    filter,
    attempts,
    owner,
    limit: 50,
  })),
  ...(['all', 'overdue', 'neglected'] as const).map((only): LeadList => ({
    kind: 'open',
    only,
    days: 14,
    owner,
    limit: 50,
  })),
  ...(['all', 'converted'] as const).map((only): LeadList => ({ kind: 'recycled', only, owner, limit: 50 })),
];

/** Every way a question that takes a request can be put: by filter, fields, joint and window. */
const puttings: Readonly<Record<string, (filter: Filter, group: string) => readonly AnyQuestion[]>> = {
  leadCounts: (filter) =>
    dimensions.flatMap((rows) =>
      dimensions.flatMap((columns) => [
        leadCounts({ filter, rows, columns, windows }),
        leadCounts({ filter, rows, columns, windows: noWindows }),
      ]),
    ),
  opportunityCounts: (filter) =>
    dimensions.flatMap((rows) => [
      opportunityCounts({ filter, rows, columns: 'segment', windows }),
      opportunityCounts({ filter, rows, columns: 'channel', windows: noWindows }),
    ]),
  ...Object.fromEntries(
    Object.entries(facets).map(([name, facet]) => [
      name,
      (filter: Filter) =>
        dimensions.flatMap((rows) => [
          facet({ filter, rows, columns: 'segment', windows }),
          facet({ filter, rows, columns: 'channel', windows: noWindows }),
        ]),
    ]),
  ),
  sourcedCounts: (filter) => [sourcedCounts(filter, 30), sourcedCounts(filter, null)],
  wonAmounts: (filter) => [wonAmounts(filter)],
  cohortResults: (filter) => [cohortResults(filter)],
  bookedResults: (filter) => [bookedResults(filter)],
  cohortAges: (filter) => [cohortAges(filter)],
  cohortOpportunityAges: (filter) => [cohortOpportunityAges(filter)],
  arrivals: (filter) => [arrivals(filter)],
  dealLags: (filter) => [dealLags(filter)],
  openOpportunities: (filter) => [openOpportunities(filter)],
  attributeCounts: (filter) => [attributeCounts(filter, windows), attributeCounts(filter, noWindows)],
  scoreMatrixCounts: (filter) => [
    scoreMatrixCounts(filter, windows, cuts),
    scoreMatrixCounts(filter, noWindows, noCuts),
  ],
  scoreCounts: (filter) => [scoreCounts(filter, windows), scoreCounts(filter, noWindows)],
  openLoads: (filter) => [openLoads(filter)],
  earlyCounts: (filter) =>
    [30, null].map((l2oDays) =>
      earlyCounts({ filter, groups: 'owner', l2oDays, fastDays: 3, earlyDays: 14 }),
    ),
  leakCounts: (filter) =>
    [30, null].map((windowDays) =>
      leakCounts({
        filter,
        windowDays,
        qualificationLimitDays: 21,
        opportunityLimitDays: windowDays,
        handovers: windowDays === null,
      }),
    ),
  leakParts: (filter) => (['owner', 'month'] as const).map((cut) => leakParts(leaksOf(filter), cut)),
  leakCircumstances: (filter) =>
    [true, false].map((handovers) => leakCircumstances({ ...leaksOf(filter), handovers }, 14)),
  listedLeads: (filter, group) => listsOf(filter, group).map(listedLeads),
  attemptNumbers: (filter) => [attemptNumbers(filter)],
  engagementResponse: (filter) => dimensions.map((group) => engagementResponse({ filter, group })),
  meetingNumbers: (filter) => dimensions.map((group) => meetingNumbers({ filter, group, rebookDays: 30 })),
  cohortAgeCounts: (filter) =>
    (['l2o', 'o2d'] as const).map((joint) =>
      cohortAgeCounts({ joint, filter, from: '2026-01-01', ages: [7, 30] }),
    ),
  dwellAges: (filter) => dimensions.map((groups) => dwellAges({ filter, groups })),
  decisionAges: (filter) => dimensions.map((groups) => decisionAges({ filter, groups })),
  secondLifeCounts: (filter) => dimensions.map((groups) => secondLifeCounts({ filter, groups })),
  disqualificationReasons: (filter) =>
    [30, null].map((windowDays) => disqualificationReasons({ filter, windowDays })),
  placeCounts: (filter) => dimensions.map((by) => placeCounts({ filter, by })),
  moveCounts: (filter) => dimensions.map((by) => moveCounts({ filter, by })),
  leftOutOfFunnels: (filter) => dimensions.map((by) => leftOutOfFunnels({ filter, by })),
  recordsBehind: (filter, group) =>
    (['l2o', 'o2d', 'l2d'] as const).flatMap((joint) =>
      [30, null].map((windowDays) =>
        recordsBehind({
          joint,
          windowDays,
          filter,
          groups: dimensions.map((dimension) => ({ dimension, group })),
          limit: 50,
        }),
      ),
    ),
  responseCounts: (filter) =>
    dimensions.flatMap((group) =>
      (['business', 'elapsed'] as const).map((clock) => responseCounts({ filter, group, clock })),
    ),
  attainmentCounts: (filter) => dimensions.map((group) => attainmentCounts({ filter, group })),
  breachList: (filter, group) => [
    breachList({ filter, values: [], limit: 50 }),
    breachList({ filter, values: [{ channel: group, segment: group, valueMinor: 200_000 }], limit: 50 }),
  ],
  openLeads: (filter) =>
    dimensions.flatMap((rows) =>
      dimensions.map((columns) => openLeads({ filter, rows, columns, terms: defaultSlaTerms })),
    ),
  openLeadChanges: (filter) => dimensions.map((group) => openLeadChanges({ filter, group })),
  ownerLeads: (filter) => [ownerLeads({ filter })],
  responseConversion: (filter) => [30, null].map((l2oDays) => responseConversion({ filter, l2oDays })),
  responseStrata: (filter) => [30, null].map((l2oDays) => responseStrata({ filter, l2oDays })),
  persistenceCounts: (filter) => [persistenceCounts({ filter, matureDays: 30, mostAttempts: 10 })],
  slaCube: (filter) => [slaCube({ filter })],
  promiseCube: (filter) => [promiseCube({ filter, fromWeek: '2026-01-05' })],
  deliveredLeads: (filter) => [deliveredLeads({ filter })],
  returnedLeads: (filter) => [returnedLeads({ filter, withinDays: 21 })],
  acceptanceCounts: (filter) => [30, null].map((l2oDays) => acceptanceCounts({ filter, l2oDays })),
  arrivalStrata: (filter) => [30, null].map((l2oDays) => arrivalStrata({ filter, l2oDays })),
  arrivalResponses: (filter) => [30, null].map((l2oDays) => arrivalResponses({ filter, l2oDays })),
  criteriaCounts: (filter) => [criteriaCounts(filter, windows), criteriaCounts(filter, noWindows)],
  systemDelays: (filter) => [systemDelays({ filter })],
  fairnessRecords: (filter) =>
    (['systemDelay', 'outOfHours'] as const).map((kind) =>
      fairnessRecords({ kind, filter, repCap: 2, limit: 50 }),
    ),
  overdueLeads: (filter, group) => [
    overdueLeads({ filter, values: [], limit: 50 }),
    overdueLeads({ filter, values: [{ channel: group, segment: group, valueMinor: 200_000 }], limit: 50 }),
  ],
  overdueByOwner: (filter, group) => [
    overdueByOwner({ filter, values: [{ channel: group, segment: group, valueMinor: 200_000 }] }),
  ],
};

const around = { from: '2026-01-01', since: '2026-04-01' } as const;
const ruledStages = ['mql', 'sal', 'sql'] as const;

/** Questions that take no value out of the data, only windows or a name from a closed list, or that always have one row. */
const valueless: Readonly<Record<string, () => readonly AnyQuestion[]>> = {
  defectCounts: () => [defectCounts(windows), defectCounts(noWindows)],
  aloneCounts: () => [aloneCounts(windows), aloneCounts(noWindows)],
  campaignCosts: () => [campaignCosts({ from: '2026-01-15', to: '2026-03-01' })],
  movedJourneys: () => [movedJourneys(50)],
  takenCounts: () => ruledStages.flatMap((one) => ruledStages.map((other) => takenCounts(one, other))),
  disputedLeads: () => ruledStages.map((stage) => disputedLeads('mql', stage, 50)),
  unknownFields: () => [unknownFields(noFilter)],
  fairnessCounts: () => [fairnessCounts({ filter: noFilter })],
  unfilteredRecords: () =>
    (['merged', 'automated', 'overCap'] as const).map((kind) =>
      fairnessRecords({ kind, filter: noFilter, repCap: 2, limit: 50 }),
    ),
  workCounts: () => [workCounts(around)],
  jointsAround: () => [jointsAround(around, windows), jointsAround(around, noWindows)],
  monthEndCounts: () => [monthEndCounts(30), monthEndCounts(null)],
  wonDeals: () => [wonDeals({ from: '2026-01-12', to: '2026-01-18' })],
  defectRows: () => defectRecords.map(([defect]) => defectRows({ defect, limit: 50 })),
};

const isQuestion = (value: unknown): value is AnyQuestion =>
  typeof value === 'object' && value !== null && 'text' in value && 'params' in value && 'rows' in value;

const definitions: Definitions = {
  anchor: 'mql',
  asOf: '2026-06-30',
  exportAsOf: '2026-06-30',
  reentryDays: 90,
  backdateDays: 1,
  accountMatchDays: 0,
};

/** What the modules of questions export. */
const exported = async (): Promise<readonly (readonly [string, unknown])[]> => {
  const found: (readonly [string, unknown])[] = [];
  for (const file of readdirSync('src/sql/questions')) {
    const module = (await import(`../../src/sql/questions/${file.replace('.ts', '')}.ts`)) as Record<
      string,
      unknown
    >;
    found.push(...Object.entries(module));
  }
  return found;
};

/** What the leads of a period are held against. */
const rule = ruleArrival('mql', { kind: 'segment', oneOf: ['web'] });

describe('every question', () => {
  let engine: QueryEngine;
  let all: readonly (readonly [string, unknown])[];

  beforeAll(async () => {
    engine = await sharedEngine();
    all = await exported();
    await loadHistories(randomHistories(7, 40));
    await buildLoaded(definitions);
    await buildHandovers(engine, definitions, 'Europe/Stockholm', {
      source: 'mql',
      terms: defaultSlaTerms,
      calendars: { usual: alwaysOpen('Europe/Stockholm'), byOwner: new Map() },
    });
    await makeJourneyPath(engine);
    await engine.run([keepSide('before'), keepSide('after'), ...rule.make]);
  });

  afterAll(() => engine.run([...dropSides, ...rule.drop]));

  it('is either fixed or among those that this test knows how to put', () => {
    const unknown = all.filter(
      ([name, value]) =>
        typeof value === 'function' && puttings[name] === undefined && valueless[name] === undefined,
    );
    expect(unknown.map(([name]) => name)).toEqual([]);
  });

  it('that is fixed is understood by the engine and answered in the declared columns', async () => {
    const fixed = all.flatMap(([, value]) => (isQuestion(value) ? [value] : []));
    expect(fixed.length).toBeGreaterThan(3);
    for (const asked of fixed) await expect(engine.ask(asked), asked.text).resolves.toBeInstanceOf(Array);
  });

  it.each(Object.keys(puttings))('%s is understood by the engine however it is put', async (name) => {
    for (const asked of puttings[name]?.(noFilter, 'web') ?? [])
      await expect(engine.ask(asked), asked.text).resolves.toBeInstanceOf(Array);
  });

  it.each(Object.keys(valueless))('%s is answered and has one placeholder for each value', async (name) => {
    for (const asked of valueless[name]?.() ?? []) {
      await expect(engine.ask(asked), asked.text).resolves.toBeInstanceOf(Array);
      expect(asked.text.split('?')).toHaveLength(asked.params.length + 1);
    }
  });

  it.each(Object.keys(puttings))('%s has one placeholder for each of its values', (name) => {
    for (const asked of puttings[name]?.(filterOf('Web'), 'Web') ?? [])
      expect(asked.text.split('?')).toHaveLength(asked.params.length + 1);
  });

  it.each(Object.keys(puttings))('%s has the same text whatever the values are', (name) => {
    const textsFor = (value: string) => puttings[name]?.(filterOf(value), value).map((asked) => asked.text);
    for (const value of hostile) expect(textsFor(value)).toEqual(textsFor('Web'));
  });

  it.each(Object.keys(puttings))(
    '%s finds nothing under hostile values and leaves every table alone',
    async (name) => {
      const before = await tableNames(engine);
      for (const value of [hostile[0], hostile.at(-1) ?? '']) {
        for (const asked of puttings[name]?.(filterOf(...hostile), value) ?? [])
          expect(await engine.ask(asked)).toEqual([]);
      }
      expect(await tableNames(engine)).toEqual(before);
    },
  );
});

describe('a filter', () => {
  const countIn = async (filter: Filter, rows: Dimension = 'channel'): Promise<number> =>
    (await (await sharedEngine()).ask(leadCounts({ filter, rows, columns: rows, windows }))).reduce(
      (sum, cell) => sum + cell.journeys,
      0,
    );

  it('and its complement together are everything', async () => {
    const engine = await sharedEngine();
    const cells = await engine.ask(
      leadCounts({ filter: noFilter, rows: 'channel', columns: 'channel', windows }),
    );
    const [first, ...rest] = cells.map((cell) => cell.row_group);
    const parts = [[first ?? ''], rest];
    const counts = await Promise.all(parts.map((channel) => countIn({ ...noFilter, values: { channel } })));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(await countIn(noFilter));
  });

  it('without values for a field means all of them', async () => {
    expect(await countIn({ ...noFilter, values: { channel: [], segment: [] } })).toBe(
      await countIn(noFilter),
    );
  });

  it('includes its first and its last day', async () => {
    const engine = await sharedEngine();
    const [record] = await engine.ask(
      recordsBehind({ joint: 'l2o', windowDays: null, filter: noFilter, groups: [], limit: 1 }),
    );
    const day = record?.start_date ?? '';
    expect(await countIn({ ...noFilter, from: day, to: day })).toBeGreaterThan(0);
  });

  it('gives the same sum by whichever field the leads are cut', async () => {
    const counts = await Promise.all(dimensions.map((dimension) => countIn(noFilter, dimension)));
    expect(new Set(counts).size).toBe(1);
  });
});

describe('the records behind a number', () => {
  it.each(['l2o', 'o2d', 'l2d'] as const)(
    'are as many as the number says, for %s within its window',
    async (joint) => {
      const engine = await sharedEngine();
      const request = { filter: noFilter, rows: 'channel', columns: 'channel', windows } as const;
      const leads = await engine.ask(leadCounts(request));
      const opportunities = await engine.ask(opportunityCounts(request));
      const groups = new Set([...leads, ...opportunities].map((cell) => cell.row_group));
      for (const group of groups) {
        const lead = leads.find((cell) => cell.row_group === group);
        const opportunity = opportunities.find((cell) => cell.row_group === group);
        const [k, n] = {
          l2o: [lead?.converted_windowed, lead?.journeys_l2o],
          l2d: [lead?.won_windowed, lead?.journeys_l2d],
          o2d: [opportunity?.won_windowed, opportunity?.opportunities_windowed],
        }[joint];
        const records = await engine.ask(
          recordsBehind({
            joint,
            windowDays: windows[`${joint}Days`],
            filter: noFilter,
            groups: [{ dimension: 'channel', group }],
            limit: 10_000,
          }),
        );
        expect([records.filter((record) => record.counts === 'yes').length, records.length], group).toEqual([
          k ?? 0,
          n ?? 0,
        ]);
      }
    },
  );
});
