import { beforeAll, describe, expect, it } from 'vitest';
import { noFilter } from '../../src/domain/filter.ts';
import type { QueryEngine } from '../../src/engine/query-engine.ts';
import { speedToLead } from '../../src/metrics/speed-to-lead.ts';
import { acceptanceCounts } from '../../src/sql/questions/acceptance-counts.ts';
import { arrivalStrata } from '../../src/sql/questions/arrival-experiment.ts';
import { fairnessCounts, systemDelays } from '../../src/sql/questions/fairness-counts.ts';
import { fairnessRecords, type FairnessKind } from '../../src/sql/questions/fairness-records.ts';
import { jointsAround, monthEndCounts, workCounts } from '../../src/sql/questions/guard-counts.ts';
import { overdueLeads } from '../../src/sql/questions/overdue-leads.ts';
import { sharedEngine } from '../support/engine.ts';
import { buildAt, lead, loadCases, stage, touch, type Case } from '../support/handover-cases.ts';

/** A lead handed over at an instant; Stockholm is two hours ahead of it in May. */
const handed = (id: string, at: string, more: Partial<Case> = {}, attributes = {}): Partial<Case> => ({
  ...more,
  leads: [lead(id, { channel: 'web', segment: 'SMB', owner_id: 'Ada', ...attributes })],
  stages: [stage(id, 'mql', at), ...(more.stages ?? [])],
});

describe('what an agreement rests on', () => {
  let engine: QueryEngine;

  const listed = async (kind: FairnessKind, repCap = 500): Promise<readonly string[]> =>
    (await engine.ask(fairnessRecords({ kind, filter: noFilter, repCap, limit: 100 }))).map(
      ({ record_id }) => record_id,
    );

  beforeAll(async () => {
    engine = await sharedEngine();
    await loadCases(
      handed('opens', '2026-05-11T07:00:00Z', {
        touches: [touch('opens', '2026-05-11T07:30:00Z')],
        opportunities: [{ lead_id: 'opens', at: '2026-05-20T10:00:00Z' }],
      }),
      handed('last', '2026-05-11T14:59:59Z', {
        touches: [
          touch('last', '2026-05-11T14:59:59Z'),
          touch('last', '2026-05-13T10:00:00Z', { direction: 'inbound', type: 'Email' }),
        ],
      }),
      handed('closes', '2026-05-11T15:00:00Z'),
      handed(
        'sunday',
        '2026-05-31T10:00:00Z',
        {
          touches: [touch('sunday', '2026-06-01T10:00:00Z', { is_automated: true, type: 'Email' })],
        },
        { segment: 'ENT' },
      ),
      handed('daily', '2026-05-11T22:00:00Z'),
      {
        leads: [
          lead('twin a', { email: 'twin@example.com', owner_id: 'Bo', channel: 'fair', segment: 'SMB' }),
          lead('twin b', { email: 'twin@example.com', owner_id: 'Bo', created_at: '2026-05-09T06:00:00Z' }),
        ],
        stages: [
          stage('twin a', 'mql', '2026-05-10T06:00:00Z'),
          stage('twin a', 'sal', '2026-05-12T06:00:00Z'),
        ],
      },
    );
    await buildAt('2026-07-15');
  });

  it('takes the opening instant in and the closing instant out, and knows nothing of a day without a time', async () => {
    expect(await engine.ask(arrivalStrata({ filter: noFilter, l2oDays: 30 }))).toEqual([
      { channel: 'fair', segment: 'SMB', inside: 0, inside_converted: 0, outside: 1, outside_converted: 0 },
      { channel: 'web', segment: 'ENT', inside: 0, inside_converted: 0, outside: 1, outside_converted: 0 },
      { channel: 'web', segment: 'SMB', inside: 2, inside_converted: 1, outside: 1, outside_converted: 0 },
    ]);
  });

  it('counts an opportunity on the last day of the window and no later, of handovers that have had it', async () => {
    const converted = async (l2oDays: number | null) =>
      (await engine.ask(arrivalStrata({ filter: noFilter, l2oDays }))).reduce(
        (sum, row) => sum + row.inside_converted,
        0,
      );
    expect([await converted(9), await converted(8), await converted(null)]).toEqual([1, 0, 0]);
    const ENT = async (l2oDays: number) =>
      (await engine.ask(arrivalStrata({ filter: noFilter, l2oDays }))).some(
        ({ segment }) => segment === 'ENT',
      );
    expect([await ENT(45), await ENT(46)]).toEqual([true, false]);
  });

  it('counts what is left out, and lists it', async () => {
    expect(await engine.ask(fairnessCounts({ filter: noFilter }))).toEqual([
      { handovers: 6, day_only: 1, outside: 3, records: 7, persons: 6, outbound: 3, automated: 1 },
    ]);
    expect(await listed('outOfHours')).toEqual(['sunday', 'closes', 'twin a']);
    expect(await listed('merged')).toEqual(['twin a']);
    expect(await listed('automated')).toEqual(['sunday']);
  });

  it('lists the open leads of each owner beyond the cap, the youngest', async () => {
    expect(await listed('overCap', 3)).toHaveLength(1);
    expect(await listed('overCap', 4)).toEqual([]);
  });

  it('measures the way from creation to handover apart', async () => {
    const delays = await engine.ask(systemDelays({ filter: noFilter }));
    expect(speedToLead(delays)).toMatchObject({ handovers: 5, contacted: 5 });
    expect(delays.map(({ minutes }) => minutes / 60)).toEqual([48, 73, 81, 556]);
    expect((await listed('systemDelay'))[0]).toBe('sunday');
  });

  it('compares the work before and after a day, from which that day is after', async () => {
    const counts = await engine.ask(workCounts({ from: '2026-05-11', since: '2026-05-31' }));
    expect(counts).toEqual([
      { side: 'after', handovers: 1, attempts: 0, tried: 0, contacted: 0, in_time: 0, one_touch: 0 },
      { side: 'before', handovers: 4, attempts: 2, tried: 2, contacted: 1, in_time: 2, one_touch: 1 },
    ]);
  });

  it('compares both joints before and after a day', async () => {
    const windows = { l2oDays: 30, o2dDays: 20, l2dDays: null };
    const joints = await engine.ask(jointsAround({ from: '2026-05-01', since: '2026-05-31' }, windows));
    expect(joints).toEqual([
      { joint: 'l2o', side: 'after', n: 1, k: 0 },
      { joint: 'l2o', side: 'before', n: 5, k: 1 },
      { joint: 'o2d', side: 'before', n: 1, k: 0 },
    ]);
    const none = { l2oDays: null, o2dDays: null, l2dDays: null };
    expect(await engine.ask(jointsAround({ from: '2026-05-01', since: '2026-05-31' }, none))).toEqual([]);
  });

  it('finds the last three days of a month that is over', async () => {
    expect(await engine.ask(monthEndCounts(30))).toEqual([
      {
        month: '2026-05-01',
        days: 31,
        handovers: 6,
        late: 1,
        late_mature: 1,
        late_converted: 0,
        other_mature: 5,
        other_converted: 1,
      },
    ]);
    const [noWindow] = await engine.ask(monthEndCounts(null));
    expect(noWindow).toMatchObject({ late: 1, late_mature: 0, other_mature: 0 });
  });

  it('counts who came to which stage, of leads old enough', async () => {
    expect(await engine.ask(acceptanceCounts({ filter: noFilter, l2oDays: 30 }))).toEqual([
      { segment: 'ENT', mql: 1, sal: 0, sql: 0, opportunity: 0 },
      { segment: 'SMB', mql: 5, sal: 2, sql: 1, opportunity: 1 },
    ]);
    expect(await engine.ask(acceptanceCounts({ filter: noFilter, l2oDays: null }))).toEqual([]);
  });

  it('lists open leads that were not called or not called enough, the most valuable first', async () => {
    const values = [{ channel: 'fair', segment: 'SMB', valueMinor: 900 }];
    const rows = await engine.ask(overdueLeads({ filter: noFilter, values, limit: 10 }));
    expect(rows.map(({ lead_id, is_uncalled, is_short }) => [lead_id, is_uncalled, is_short])).toEqual([
      ['twin a', true, true],
      ['closes', true, true],
      ['daily', true, true],
      ['sunday', true, true],
    ]);
    expect(rows.map(({ value_minor }) => value_minor)).toEqual([900, null, null, null]);
    expect(await engine.ask(overdueLeads({ filter: noFilter, values, limit: 1 }))).toHaveLength(1);
  });
});
