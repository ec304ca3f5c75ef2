import { beforeAll, describe, expect, it } from 'vitest';
import { noFilter, type Filter } from '../../src/domain/filter.ts';
import { decisionAges } from '../../src/sql/questions/decision-ages.ts';
import { disqualificationReasons } from '../../src/sql/questions/disqualification-reasons.ts';
import { dwellAges } from '../../src/sql/questions/dwell-ages.ts';
import type { LeakRequest } from '../../src/sql/lead-standing.ts';
import { leakCounts } from '../../src/sql/questions/leak-counts.ts';
import { secondLifeCounts } from '../../src/sql/questions/second-life-counts.ts';
import { sharedEngine } from '../support/engine.ts';
import { buildFrom, midYear, tablesOf } from '../support/leak-data.ts';

const request: LeakRequest = {
  filter: noFilter,
  windowDays: 30,
  qualificationLimitDays: 21,
  opportunityLimitDays: 60,
  handovers: false,
};

const standings = async (asked: Partial<LeakRequest> = {}) => {
  const engine = await sharedEngine();
  const rows = await engine.ask(leakCounts({ ...request, ...asked }));
  return rows.map(({ channel, stage, standing, converted, amount_minor, without_amount }) => [
    `${channel}: ${stage} ${standing}`,
    converted,
    amount_minor,
    without_amount,
  ]);
};

describe('where the leads of a cohort stand', () => {
  beforeAll(() =>
    buildFrom(
      tablesOf({
        stalled: ['2026-03-01', ['mql', '2026-03-02']],
        edge: ['2026-03-01', ['mql', '2026-03-02'], ['sal', '2026-06-09']],
        past: ['2026-03-01', ['mql', '2026-03-02'], ['sal', '2026-06-08']],
        recycled: ['2026-03-01', ['mql', '2026-03-02'], ['recycled', '2026-03-10']],
        disqualified: [
          '2026-03-01',
          ['mql', '2026-03-02'],
          ['sql', '2026-03-10'],
          ['disqualified', '2026-03-11'],
        ],
        won: [
          '2026-03-01',
          ['mql', '2026-03-02'],
          ['opportunity', '2026-04-01', 'won', '2026-05-01', 7000],
          ['opportunity', '2026-04-05', 'lost', '2026-05-01', 500],
        ],
        late: ['2026-03-01', ['mql', '2026-03-02'], ['opportunity', '2026-04-02', 'lost', '2026-05-01', 300]],
        lost: [
          '2026-03-01',
          ['mql', '2026-03-02'],
          ['opportunity', '2026-03-03', 'lost', '2026-05-01', 1000],
          ['opportunity', '2026-03-04', 'lost', '2026-05-01', null],
        ],
        old: ['2026-03-01', ['mql', '2026-03-02'], ['opportunity', '2026-04-30', 'open', null, 2000]],
        renewed: [
          '2026-03-01',
          ['mql', '2026-03-02'],
          ['opportunity', '2026-03-03', 'open', null, 40],
          ['opportunity', '2026-05-01', 'open', null, 60],
          ['opportunity', '2026-03-03', 'lost', '2026-05-01', 9],
        ],
        young: ['2026-06-01', ['mql', '2026-06-01']],
        mature: ['2026-05-31', ['mql', '2026-05-31'], ['disqualified', '2026-06-29']],
        unanchored: ['2026-03-01'],
      }),
    ),
  );

  it('is told once for each lead old enough, by its furthest stage and what became of it there', async () =>
    expect(await standings()).toEqual([
      ['disqualified: sql dropped', 0, 0, 0],
      ['edge: sal in_progress', 0, 0, 0],
      ['late: opportunity dropped', 0, 300, 0],
      ['lost: opportunity dropped', 1, 1000, 1],
      ['mature: mql dropped', 0, 0, 0],
      ['old: opportunity stalled', 0, 2000, 0],
      ['past: sal stalled', 0, 0, 0],
      ['recycled: mql recycled', 0, 0, 0],
      ['renewed: opportunity in_progress', 1, 100, 0],
      ['stalled: mql stalled', 0, 0, 0],
      ['won: opportunity won', 1, 7000, 0],
    ]));

  it('has no stalled opportunities where no limit is known for them', async () => {
    const rows = await standings({ opportunityLimitDays: null });
    expect(rows.filter(([name]) => String(name).startsWith('old'))).toEqual([
      ['old: opportunity in_progress', 0, 2000, 0],
    ]);
    expect(await standings({ opportunityLimitDays: 61 })).toEqual(rows);
  });

  it('is not told where the window is not known', async () =>
    expect(await standings({ windowDays: null })).toEqual([]));

  it('keeps to the period of the filter', async () =>
    expect(await standings({ filter: { ...noFilter, from: '2026-05-01' } })).toEqual([
      ['mature: mql dropped', 0, 0, 0],
    ]));
});

describe('how long leads stay in a stage', () => {
  beforeAll(() =>
    buildFrom(
      tablesOf({
        advanced: ['2026-06-01', ['mql', '2026-06-03'], ['sal', '2026-06-08']],
        recycled: ['2026-06-01', ['mql', '2026-06-02'], ['recycled', '2026-06-06'], ['sal', '2026-06-09']],
        gone: [
          '2026-06-01',
          ['mql', '2026-06-02'],
          ['disqualified', '2026-06-04'],
          ['disqualified', '2026-06-20'],
        ],
        void: ['2026-06-01', ['mql', '2026-06-02'], ['disqualified', '2026-06-04'], ['sal', '2026-06-10']],
        skipped: ['2026-06-01', ['sql', '2026-06-05'], ['opportunity', '2026-06-11', 'open', null, 1]],
        returned: [
          '2026-01-01',
          ['mql', '2026-01-01'],
          ['disqualified', '2026-01-02'],
          ['mql', '2026-06-20'],
        ],
        older: ['2026-06-01', ['mql', '2026-06-02'], ['opportunity', '2026-02-01', 'open', null, 1]],
      }),
    ),
  );

  const spells = async (channel: string, period: Partial<Filter> = {}) => {
    const engine = await sharedEngine();
    const filter = { ...noFilter, ...period, values: { channel: [channel] } };
    const rows = await engine.ask(dwellAges({ filter, groups: 'channel' }));
    return rows.map(({ stage, age, ended, total }) => [stage, age, ended, total]);
  };

  it('is counted to the next stage, and in the last one to the as-of day', async () =>
    expect(await spells('advanced')).toEqual([
      ['created', 2, 1, 1],
      ['mql', 5, 1, 1],
      ['sal', 22, 0, 1],
    ]));

  it('is counted to the first recycling, where it came before the next stage', async () =>
    expect(await spells('recycled')).toEqual([
      ['created', 1, 1, 1],
      ['mql', 4, 1, 1],
      ['sal', 21, 0, 1],
    ]));

  it('is counted to the first disqualification in force', async () =>
    expect(await spells('gone')).toEqual([
      ['created', 1, 1, 1],
      ['mql', 2, 1, 1],
    ]));

  it('is not ended by a disqualification that a later stage made void', async () =>
    expect(await spells('void')).toEqual([
      ['created', 1, 1, 1],
      ['mql', 8, 1, 1],
      ['sal', 20, 0, 1],
    ]));

  it('leaves skipped stages out', async () =>
    expect(await spells('skipped')).toEqual([
      ['created', 4, 1, 1],
      ['sql', 6, 1, 1],
    ]));

  it('leaves creation out where a person came back without a new record', async () =>
    expect(await spells('returned')).toEqual([
      ['created', 0, 1, 1],
      ['mql', 1, 1, 1],
      ['mql', 10, 0, 1],
    ]));

  it('leaves leads out whose only opportunity is older than they', async () =>
    expect(await spells('older')).toEqual([]));

  it('counts stages by the day they were entered', async () =>
    expect(await spells('advanced', { from: '2026-06-02', to: '2026-06-03' })).toEqual([['mql', 5, 1, 1]]));
});

describe('how long decisions take', () => {
  it('is counted to the opportunity or the disqualification, else to the as-of day', async () => {
    await buildFrom(
      tablesOf({
        yes: ['2026-06-01', ['mql', '2026-06-01'], ['opportunity', '2026-06-05', 'open', null, 1]],
        no: ['2026-06-01', ['mql', '2026-06-02'], ['disqualified', '2026-06-06']],
        open: ['2026-06-01', ['mql', '2026-06-26']],
        never: ['2026-06-01'],
      }),
    );
    const engine = await sharedEngine();
    expect(await engine.ask(decisionAges({ filter: noFilter, groups: 'segment' }))).toEqual([
      { row_group: 'Small', age: 4, ended: 2, total: 3 },
    ]);
  });
});

describe('why leads were disqualified', () => {
  it('is the reason of the disqualification in force', async () => {
    await buildFrom(
      tablesOf({
        changed: [
          '2026-03-01',
          ['mql', '2026-03-02'],
          ['disqualified', '2026-03-03', 'No budget'],
          ['sal', '2026-03-05'],
          ['disqualified', '2026-03-09', ' Bad fit '],
        ],
        again: ['2026-03-01', ['mql', '2026-03-02'], ['disqualified', '2026-03-03', 'Bad fit']],
        silent: ['2026-03-01', ['mql', '2026-03-02'], ['disqualified', '2026-03-03', ' ']],
        void: [
          '2026-03-01',
          ['mql', '2026-03-02'],
          ['disqualified', '2026-03-03', 'No budget'],
          ['sql', '2026-03-04'],
        ],
        young: ['2026-06-01', ['mql', '2026-06-02'], ['disqualified', '2026-06-03', 'No budget']],
      }),
    );
    const engine = await sharedEngine();
    const rows = await engine.ask(disqualificationReasons({ filter: noFilter, windowDays: 30 }));
    expect(rows.map(({ channel, stage, reason, leads }) => [channel, stage, reason, leads])).toEqual([
      ['again', 'mql', 'Bad fit', 1],
      ['changed', 'sal', 'Bad fit', 1],
      ['silent', 'mql', null, 1],
    ]);
  });

  it('is the reason given on the record disqualified last, of a person with several', async () => {
    const tables = tablesOf({
      a: ['2026-03-01', ['mql', '2026-03-02'], ['disqualified', '2026-03-05', 'No budget']],
      b: ['2026-03-01', ['mql', '2026-03-02'], ['disqualified', '2026-03-06', 'Bad fit']],
    });
    await buildFrom({
      ...tables,
      lead: (tables.lead ?? []).map((lead) => ({ ...lead, email: 'one@example.com' })),
    });
    const engine = await sharedEngine();
    const rows = await engine.ask(disqualificationReasons({ filter: noFilter, windowDays: 30 }));
    expect(rows.map(({ reason, leads }) => [reason, leads])).toEqual([['Bad fit', 1]]);
  });
});

describe('the second life of recycled leads', () => {
  it('is told by the days they waited for a stage, an opportunity or a disqualification', async () => {
    await buildFrom(
      tablesOf({
        staged: ['2026-03-01', ['mql', '2026-03-02'], ['recycled', '2026-03-10'], ['sal', '2026-03-20']],
        deal: [
          '2026-03-01',
          ['mql', '2026-03-02'],
          ['recycled', '2026-03-10'],
          ['recycled', '2026-03-12'],
          ['opportunity', '2026-03-20', 'won', '2026-04-20', 8000],
          ['opportunity', '2026-03-21', 'won', '2026-04-21', 1000],
          ['opportunity', '2026-03-22', 'lost', '2026-04-21', 10],
        ],
        cycle: [
          '2026-03-01',
          ['mql', '2026-03-02'],
          ['recycled', '2026-03-10'],
          ['mql', '2026-03-20'],
          ['opportunity', '2026-05-20', 'open', null, 7],
        ],
        gone: [
          '2026-03-01',
          ['mql', '2026-03-02'],
          ['recycled', '2026-03-10'],
          ['disqualified', '2026-03-20'],
        ],
        waiting: ['2026-03-01', ['mql', '2026-03-02'], ['recycled', '2026-06-20']],
        after: [
          '2026-03-01',
          ['mql', '2026-03-02'],
          ['opportunity', '2026-03-10', 'open', null, 1],
          ['recycled', '2026-03-10'],
        ],
        undone: [
          '2026-03-01',
          ['mql', '2026-03-02'],
          ['disqualified', '2026-03-09'],
          ['recycled', '2026-03-10'],
        ],
      }),
    );
    const engine = await sharedEngine();
    expect(await engine.ask(secondLifeCounts({ filter: noFilter, groups: 'segment' }))).toEqual([
      {
        row_group: 'Small',
        waited: 10,
        total: 5,
        returned: 3,
        left: 1,
        converted: 2,
        won: 1,
        won_minor: 9000,
      },
    ]);
  });
});

describe('moved by a week with the as-of day, everything', () => {
  const moved = (days: number) => {
    const shift = (day: string) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
    return {
      definitions: { ...midYear, asOf: shift(midYear.asOf), exportAsOf: shift(midYear.exportAsOf) },
      tables: tablesOf({
        a: [
          shift('2026-02-27'),
          ['mql', shift('2026-03-01')],
          ['sal', shift('2026-03-31')],
          ['recycled', shift('2026-04-02')],
        ],
        b: [
          shift('2026-02-01'),
          ['mql', shift('2026-02-05')],
          ['disqualified', shift('2026-02-27'), 'Bad fit'],
        ],
        c: [
          shift('2026-02-01'),
          ['mql', shift('2026-02-05')],
          ['recycled', shift('2026-02-07')],
          ['opportunity', shift('2026-03-27'), 'lost', shift('2026-03-31'), 70],
        ],
      }),
    };
  };

  it('is the same', async () => {
    const answers = [];
    for (const days of [0, 7]) {
      const { definitions, tables } = moved(days);
      await buildFrom(tables, definitions);
      const engine = await sharedEngine();
      answers.push([
        await engine.ask(leakCounts(request)),
        await engine.ask(dwellAges({ filter: noFilter, groups: 'channel' })),
        await engine.ask(decisionAges({ filter: noFilter, groups: 'channel' })),
        await engine.ask(secondLifeCounts({ filter: noFilter, groups: 'channel' })),
        await engine.ask(disqualificationReasons({ filter: noFilter, windowDays: 30 })),
      ]);
    }
    expect(answers[0]?.every((rows) => rows.length > 0)).toBe(true);
    expect(answers[1]).toEqual(answers[0]);
  });
});
