import { defaultCalendar } from '../../src/domain/business-calendar.ts';
import type { Definitions } from '../../src/domain/definitions.ts';
import type { HandoverRules } from '../../src/domain/handover.ts';
import { defaultSlaTerms } from '../../src/domain/sla.ts';
import { buildHandovers } from '../../src/engine/build-handovers.ts';
import { buildJourneys } from '../../src/engine/build-journeys.ts';
import { loadCanonical } from '../../src/engine/load-canonical.ts';
import { question, type AnswerOf } from '../../src/sql/question.ts';
import { boolean, number, optionalDay, optionalNumber, optionalText, text } from '../../src/sql/row-spec.ts';
import { sql } from '../../src/sql/sql.ts';
import { canonicalStream, localDay, type CanonicalRow } from './canonical-rows.ts';
import { sharedEngine } from './engine.ts';

/** One person's history as a test writes it: instants as ISO text ending in Z. */
export interface Case {
  readonly leads: readonly CanonicalRow[];
  readonly stages: readonly {
    readonly lead_id: string;
    readonly stage: string;
    readonly at: string;
    readonly reason?: string;
  }[];
  readonly touches: readonly CanonicalRow[];
  readonly opportunities: readonly { readonly lead_id: string; readonly at: string }[];
}

export const noCase: Case = { leads: [], stages: [], touches: [], opportunities: [] };

/** A lead made on the Friday before the handovers of the tests. */
export const lead = (id: string, more: CanonicalRow = {}): CanonicalRow => ({
  lead_id: id,
  created_at: '2026-05-08T06:00:00Z',
  ...more,
});

export const stage = (id: string, name: string, at: string, reason?: string): Case['stages'][number] => ({
  lead_id: id,
  stage: name,
  at,
  ...(reason === undefined ? {} : { reason }),
});

/** A call of a salesperson to the lead, or whatever `more` makes of it. */
export const touch = (id: string, at: string, more: CanonicalRow = {}): CanonicalRow => ({
  lead_id: id,
  event_at: at,
  direction: 'outbound',
  type: 'Call',
  is_automated: false,
  ...more,
});

/** Loads cases as canonical tables; days are those of Stockholm. */
export const loadCases = async (...cases: readonly Partial<Case>[]): Promise<void> => {
  const all = cases.map((part) => ({ ...noCase, ...part }));
  const opportunities = all.flatMap((part) => part.opportunities);
  await loadCanonical(await sharedEngine(), [
    canonicalStream(
      'lead',
      all
        .flatMap((part) => part.leads)
        .map((row) => ({ ...row, created_date: localDay(String(row['created_at'])) })),
    ),
    canonicalStream(
      'stage_event',
      all
        .flatMap((part) => part.stages)
        .map(({ at, ...row }) => ({ ...row, event_at: at, event_date: localDay(at) })),
    ),
    canonicalStream(
      'activity',
      all
        .flatMap((part) => part.touches)
        .map((row) => ({ ...row, event_date: localDay(String(row['event_at'])) })),
    ),
    canonicalStream(
      'opportunity',
      opportunities.map(({ at }, index) => ({
        opportunity_id: `o${index}`,
        created_at: at,
        created_date: localDay(at),
        outcome: 'open',
      })),
    ),
    canonicalStream(
      'lead_opportunity',
      opportunities.map(({ lead_id }, index) => ({
        lead_id,
        opportunity_id: `o${index}`,
        type: 'converted',
      })),
    ),
  ]);
};

export const definitionsAt = (asOf: string): Definitions => ({
  anchor: 'mql',
  asOf,
  exportAsOf: asOf,
  reentryDays: 90,
  backdateDays: 1,
  accountMatchDays: 0,
});

export const stockholmOffice: HandoverRules = {
  source: 'mql',
  terms: defaultSlaTerms,
  calendars: { usual: defaultCalendar('Europe/Stockholm'), byOwner: new Map() },
};

/** Builds journeys and handovers of what was loaded last, with Stockholm as the reporting zone. */
export const buildAt = async (asOf: string, rules: HandoverRules = stockholmOffice): Promise<void> => {
  const engine = await sharedEngine();
  const definitions = definitionsAt(asOf);
  await buildJourneys(engine, definitions, () => undefined);
  await buildHandovers(engine, definitions, 'Europe/Stockholm', rules);
};

const instant = (column: 'handover_at' | 'deadline_at' | 'first_attempt_at' | 'contact_at') => {
  const columns = {
    handover_at: sql`handover_at`,
    deadline_at: sql`deadline_at`,
    first_attempt_at: sql`first_attempt_at`,
    contact_at: sql`contact_at`,
  };
  return sql`strftime(${columns[column]}, '%Y-%m-%dT%H:%M:%SZ')`;
};

/** Every handover, in the order of its id. */
export const handoverRows = question(
  sql`SELECT handover_id, journey_id, owner, channel, ${instant('handover_at')} AS handover_at, handover_date,
      ${instant('deadline_at')} AS deadline_at, ${instant('first_attempt_at')} AS first_attempt_at, pre_handover,
      response_bmin, response_minutes, needed_minutes::DOUBLE AS needed_minutes, due_minutes::DOUBLE AS due_minutes,
      watched_bmin, attempts::DOUBLE AS attempts, attempt_stop, attempts_due, attempts_ok, status, opp_date,
      ended_by_deadline, is_day_only, arrival_weekday::DOUBLE AS arrival_weekday, arrival_hour::DOUBLE AS arrival_hour,
      ${instant('contact_at')} AS contact_at
    FROM handover ORDER BY handover_id`,
  {
    handover_id: text,
    journey_id: text,
    owner: text,
    channel: text,
    handover_at: text,
    handover_date: optionalDay,
    deadline_at: optionalText,
    first_attempt_at: optionalText,
    pre_handover: boolean,
    response_bmin: optionalNumber,
    response_minutes: optionalNumber,
    needed_minutes: optionalNumber,
    due_minutes: number,
    watched_bmin: number,
    attempts: number,
    attempt_stop: boolean,
    attempts_due: boolean,
    attempts_ok: boolean,
    status: text,
    opp_date: optionalDay,
    ended_by_deadline: boolean,
    is_day_only: boolean,
    arrival_weekday: number,
    arrival_hour: number,
    contact_at: optionalText,
  },
);

export type HandoverRow = AnswerOf<typeof handoverRows>[number];

const named = (row: CanonicalRow, index: number, columns: readonly string[]): CanonicalRow => ({
  ...row,
  ...Object.fromEntries(
    columns.flatMap((column) => {
      const value = row[column];
      return typeof value === 'string' ? [[column, `${index}:${value}`]] : [];
    }),
  ),
});

/** A case whose persons are nobody else's. */
const apart = (one: Partial<Case>, index: number): Case => {
  const { leads, stages, touches, opportunities } = { ...noCase, ...one };
  return {
    leads: leads.map((row) => named(row, index, ['lead_id', 'contact_id', 'email'])),
    stages: stages.map((row) => ({ ...row, lead_id: `${index}:${row.lead_id}` })),
    touches: touches.map((row) => named(row, index, ['lead_id', 'contact_id'])),
    opportunities: opportunities.map((row) => ({ ...row, lead_id: `${index}:${row.lead_id}` })),
  };
};

/** The handovers of each case as of a day, worked out together; ids are those of the case. */
export const handoversOfEach = async (
  asOf: string,
  cases: readonly Partial<Case>[],
  rules: HandoverRules = stockholmOffice,
): Promise<readonly (readonly HandoverRow[])[]> => {
  await loadCases(...cases.map(apart));
  await buildAt(asOf, rules);
  const rows = await (await sharedEngine()).ask(handoverRows);
  return cases.map((_, index) =>
    rows
      .filter((row) => row.handover_id.startsWith(`${index}:`))
      .map((row) => ({
        ...row,
        handover_id: row.handover_id.slice(`${index}:`.length),
        journey_id: row.journey_id.slice(`${index}:`.length),
      })),
  );
};
