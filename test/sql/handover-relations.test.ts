import { beforeAll, describe, expect, it } from 'vitest';
import { defaultCalendar } from '../../src/domain/business-calendar.ts';
import { noFilter } from '../../src/domain/filter.ts';
import { addDays } from '../../src/domain/local-date.ts';
import { defaultSlaTerms } from '../../src/domain/sla.ts';
import { buildHandovers } from '../../src/engine/build-handovers.ts';
import { attainmentByGroup, attainmentOf } from '../../src/metrics/sla-attainment.ts';
import { attainmentCounts } from '../../src/sql/questions/attainment-counts.ts';
import { sharedEngine } from '../support/engine.ts';
import { definitionsAt, handoverRows, type HandoverRow } from '../support/handover-cases.ts';
import { buildLoaded, loadHistories } from '../support/histories-in-engine.ts';
import type { ActivityRecord } from '../support/naive/histories.ts';
import { createPrng } from '../support/naive/prng.ts';
import { randomWorkedHistories, type WorkedHistories } from '../support/naive/random-activities.ts';

const zone = 'Asia/Kolkata';
const asOf = '2026-06-30';
const histories = randomWorkedHistories(11, 120);

const shiftedMoment = (moment: string, days: number): string =>
  moment.length === 10
    ? addDays(moment, days)
    : new Date(Date.parse(moment) + days * 86_400_000).toISOString().replace('.000Z', 'Z');

const shifted = (all: WorkedHistories, days: number): WorkedHistories => ({
  leads: all.leads.map((lead) => ({ ...lead, created_at: shiftedMoment(lead.created_at, days) })),
  stage_events: all.stage_events.map((event) => ({ ...event, at: shiftedMoment(event.at, days) })),
  opportunities: all.opportunities.map((opportunity) => ({
    ...opportunity,
    created_at: shiftedMoment(opportunity.created_at, days),
    closed_at: opportunity.closed_at === null ? null : shiftedMoment(opportunity.closed_at, days),
  })),
  links: all.links,
  activities: all.activities.map((activity) => ({
    ...activity,
    event_at: shiftedMoment(activity.event_at, days),
  })),
});

/** Calls around handovers and anywhere, on leads drawn at random. */
const moreCalls = (all: WorkedHistories, seed: number): readonly ActivityRecord[] => {
  const prng = createPrng(seed);
  const handovers = all.stage_events.filter(({ stage }) => stage === 'mql');
  return Array.from({ length: 60 }).flatMap((_, index): readonly ActivityRecord[] => {
    const event = handovers[prng.int(0, handovers.length - 1)];
    if (event === undefined) return [];
    return [
      {
        activity_id: `more${index}`,
        lead_id: event.lead_id,
        contact_id: null,
        event_at: new Date(Date.parse(event.at) + prng.int(-600, 7200) * 1000).toISOString(),
        direction: 'outbound',
        type: 'call',
        reached: false,
        is_automated: false,
        actor_id: null,
      },
    ];
  });
};

const handoversOf = async (
  all: WorkedHistories,
  responseMinutes: number,
  day = asOf,
): Promise<readonly HandoverRow[]> => {
  const engine = await sharedEngine();
  const definitions = definitionsAt(day);
  await loadHistories(all, zone);
  await buildLoaded(definitions);
  await buildHandovers(engine, definitions, zone, {
    source: 'mql',
    terms: { ...defaultSlaTerms, responseMinutes },
    calendars: { usual: defaultCalendar(zone), byOwner: new Map() },
  });
  return engine.ask(handoverRows);
};

const statuses = (rows: readonly HandoverRow[]): ReadonlyMap<string, string> =>
  new Map(rows.map(({ handover_id: id, status }) => [id, status]));

describe('handovers of generated histories', () => {
  let rows: readonly HandoverRow[];

  beforeAll(async () => {
    rows = await handoversOf(histories, 60);
  });

  it('keep every promise kept when one more call is made', async () => {
    const more = statuses(
      await handoversOf(
        { ...histories, activities: [...histories.activities, ...moreCalls(histories, 5)] },
        60,
      ),
    );
    const kept = rows.filter(({ status }) => status === 'met' || status === 'pending_met');
    expect(kept.length).toBeGreaterThan(20);
    expect(kept.map(({ handover_id: id, status }) => [id, status])).toEqual(
      kept.map(({ handover_id: id }) => [id, more.get(id)]),
    );
    const met = (found: ReadonlyMap<string, string>) =>
      [...found.values()].filter((status) => status === 'met').length;
    expect(met(more)).toBeGreaterThan(met(statuses(rows)));
  });

  it('are never breached by a longer promise where a shorter one was kept', async () => {
    const longer = statuses(await handoversOf(histories, 240));
    const kept = rows.filter(({ status }) => status === 'met');
    expect(kept.map(({ handover_id: id }) => longer.get(id))).not.toContain('breached');
    expect(kept.map(({ handover_id: id }) => longer.get(id))).not.toContain('pending');
    expect(rows.filter(({ status }) => status === 'breached').length).toBeGreaterThan(
      [...longer.values()].filter((status) => status === 'breached').length,
    );
  });

  it('say by themselves which promise they keep, and whether it is due', async () => {
    for (const minutes of [1, 30, 60, 480]) {
      const judged = rows.map(({ handover_id: id, needed_minutes: needed, due_minutes: due }) => {
        const isKept = needed !== null && needed <= minutes;
        return [
          id,
          due >= minutes ? (isKept ? 'met' : 'breached') : needed === null ? 'pending' : 'pending_met',
        ];
      });
      expect(judged, `${minutes}`).toEqual([...statuses(await handoversOf(histories, minutes))]);
    }
  });

  it('are the same a week later in a zone that never changes its clocks', async () => {
    const later = await handoversOf(shifted(histories, 7), 60, addDays(asOf, 7));
    const facts = (found: readonly HandoverRow[]) =>
      found.map((row) => [
        row.handover_id,
        row.status,
        row.response_bmin,
        row.attempts,
        row.attempts_ok,
        row.watched_bmin,
        row.ended_by_deadline,
        row.arrival_weekday,
        row.arrival_hour,
      ]);
    expect(facts(later)).toEqual(facts(rows));
    expect(later.map(({ handover_date: day }) => day)).toEqual(
      rows.map(({ handover_date: day }) => addDays(day ?? '', 7)),
    );
  });

  it('add up by whichever field they are cut', async () => {
    await handoversOf(histories, 60);
    const engine = await sharedEngine();
    const [total, ...others] = await Promise.all(
      (['channel', 'segment', 'owner', 'campaign'] as const).map(async (group) =>
        attainmentOf(await engine.ask(attainmentCounts({ filter: noFilter, group }))),
      ),
    );
    expect(total?.handovers).toBe(rows.length);
    for (const other of others) expect(other).toEqual(total);
    const owners = attainmentByGroup(
      await engine.ask(attainmentCounts({ filter: noFilter, group: 'owner' })),
    );
    expect(owners.reduce((sum, { attainment }) => sum + attainment.n, 0)).toBe(total?.attainment.n);
  });
});
