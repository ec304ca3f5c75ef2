import { loadCanonical } from '../../src/engine/load-canonical.ts';
import type { CanonicalTable } from '../../src/domain/canonical.ts';
import type { Definitions } from '../../src/domain/definitions.ts';
import { canonicalStream, localDay, type CanonicalRow } from './canonical-rows.ts';
import { leadOf, opportunityOf, type Tables } from './defect-data.ts';
import { sharedEngine } from './engine.ts';
import { buildLoaded } from './histories-in-engine.ts';

/** As of 30 June 2026, anchored at the MQL. */
export const midYear: Definitions = {
  anchor: 'mql',
  asOf: '2026-06-30',
  exportAsOf: '2026-06-30',
  reentryDays: 90,
  backdateDays: 1,
  accountMatchDays: 0,
};

/** What happened to a lead, as short lines: a stage or `opportunity` with its day, and the reason or the end of it. */
export type Happening =
  | readonly [stage: string, day: string, reason?: string]
  | readonly [
      stage: 'opportunity',
      day: string,
      outcome: string,
      closed: string | null,
      amountMinor: number | null,
    ];

const noon = (day: string): string => `${day}T10:00:00Z`;

/** Canonical tables of leads, each created on a day, with what happened to it then, and in a channel of its own name. */
export const tablesOf = (
  leads: Readonly<Record<string, readonly [created: string, ...Happening[]]>>,
): Tables => {
  const tables = {
    lead: [],
    stage_event: [],
    opportunity: [],
    lead_opportunity: [],
  } satisfies Tables as Required<Pick<Tables, 'lead' | 'stage_event' | 'opportunity' | 'lead_opportunity'>>;
  for (const [lead_id, [created, ...happenings]] of Object.entries(leads)) {
    tables.lead.push(leadOf(lead_id, noon(created), { channel: lead_id }));
    for (const [position, [stage, day, third, closed, amount]] of happenings.entries()) {
      if (stage === 'opportunity') {
        const opportunity_id = `${lead_id}-O${position}`;
        const opportunity = opportunityOf(opportunity_id, noon(day), third, closed ?? null);
        tables.opportunity.push({ ...opportunity, amount_minor: amount ?? null });
        tables.lead_opportunity.push({ lead_id, opportunity_id, type: 'converted' });
      } else tables.stage_event.push({ lead_id, stage, event_at: noon(day), reason: third ?? null });
    }
  }
  return tables;
};

const withDays = (row: CanonicalRow): CanonicalRow => ({
  ...row,
  ...(typeof row['created_at'] === 'string' ? { created_date: localDay(row['created_at']) } : {}),
  ...(typeof row['event_at'] === 'string' ? { event_date: localDay(row['event_at']) } : {}),
});

/** Loads the tables in place of what was there and builds the journeys. */
export const buildFrom = async (tables: Tables, definitions: Definitions = midYear): Promise<void> => {
  const names = Object.keys(tables) as CanonicalTable[];
  await loadCanonical(
    await sharedEngine(),
    names.map((name) => canonicalStream(name, (tables[name] ?? []).map(withDays))),
  );
  await buildLoaded(definitions);
};
