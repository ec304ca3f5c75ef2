import { loadCanonical } from '../../src/engine/load-canonical.ts';
import type { Imported } from '../../src/ingest/import-files.ts';
import { question } from '../../src/sql/question.ts';
import { boolean, optionalDay, optionalNumber, optionalText } from '../../src/sql/row-spec.ts';
import { sql } from '../../src/sql/sql.ts';
import { sharedEngine } from './engine.ts';

const leads = question(
  sql`SELECT lead_id, contact_id, email, epoch(created_at)::DOUBLE AS created_at, created_date, status, status_stage,
        exclusion, channel, segment, owner_id, is_deleted, source_object
      FROM lead ORDER BY lead_id`,
  {
    lead_id: optionalText,
    contact_id: optionalText,
    email: optionalText,
    created_at: optionalNumber,
    created_date: optionalDay,
    status: optionalText,
    status_stage: optionalText,
    exclusion: optionalText,
    channel: optionalText,
    segment: optionalText,
    owner_id: optionalText,
    is_deleted: boolean,
    source_object: optionalText,
  },
);

const opportunities = question(
  sql`SELECT opportunity_id, created_date, outcome, close_date, amount_minor, currency, is_deleted
      FROM opportunity ORDER BY opportunity_id`,
  {
    opportunity_id: optionalText,
    created_date: optionalDay,
    outcome: optionalText,
    close_date: optionalDay,
    amount_minor: optionalNumber,
    currency: optionalText,
    is_deleted: boolean,
  },
);

const links = question(
  sql`SELECT lead_id, contact_id, opportunity_id, type, is_primary FROM lead_opportunity
      ORDER BY lead_id, contact_id, opportunity_id, type`,
  {
    lead_id: optionalText,
    contact_id: optionalText,
    opportunity_id: optionalText,
    type: optionalText,
    is_primary: boolean,
  },
);

/** What an import leaves in the engine, in an order of its own. */
export const canonicalContent = async (imported: Imported) => {
  const engine = await sharedEngine();
  await loadCanonical(engine, imported.streams);
  return {
    leads: await engine.ask(leads),
    opportunities: await engine.ask(opportunities),
    links: await engine.ask(links),
  };
};
