import type { Definitions } from '../../src/domain/definitions.ts';
import { buildJourneys } from '../../src/engine/build-journeys.ts';
import { loadCanonical } from '../../src/engine/load-canonical.ts';
import { sharedEngine } from './engine.ts';
import { canonicalStream, localDay } from './canonical-rows.ts';
import type { Histories } from './naive/histories.ts';

const absentIfEmpty = (cell: string | null | undefined): string | null =>
  cell === undefined || cell === '' ? null : cell;

/**
 * Loads histories as canonical tables, as the importer would: empty cells are absent, instants end on whole seconds, days
 * are those of the reporting zone.
 */
export const loadHistories = async (histories: Histories, zone = 'Europe/Stockholm'): Promise<void> => {
  const engine = await sharedEngine();
  const leads = histories.leads.map((lead) => ({
    ...lead,
    contact_id: absentIfEmpty(lead.contact_id),
    account_id: absentIfEmpty(lead.account_id),
    merged_into: absentIfEmpty(lead.merged_into),
    created_date: localDay(lead.created_at, zone),
    exclusion: lead.status === 'spam' || lead.status === 'test' ? lead.status : null,
    is_deleted: lead.is_deleted ?? false,
  }));
  const stages = histories.stage_events.map(({ lead_id, stage, at }) => ({
    lead_id,
    stage,
    event_at: at,
    event_date: localDay(at, zone),
  }));
  const opportunities = histories.opportunities.map(({ amount, closed_at, ...rest }) => ({
    ...rest,
    created_date: localDay(rest.created_at, zone),
    close_date: closed_at === null ? null : localDay(closed_at, zone),
    amount_minor: amount === null ? null : Math.round(amount * 100),
  }));
  const links = histories.links.map(({ primary, ...link }) => ({ ...link, is_primary: primary ?? false }));
  const activities = (histories.activities ?? []).map((activity) => ({
    ...activity,
    event_date: localDay(activity.event_at, zone),
  }));
  await loadCanonical(engine, [
    canonicalStream('lead', leads),
    canonicalStream('stage_event', stages),
    canonicalStream('opportunity', opportunities),
    canonicalStream('lead_opportunity', links),
    canonicalStream('activity', activities),
  ]);
};

/** Builds the journeys of what was loaded last. */
export const buildLoaded = async (definitions: Definitions): Promise<void> =>
  buildJourneys(await sharedEngine(), definitions, () => undefined);
