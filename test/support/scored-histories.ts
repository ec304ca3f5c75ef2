import type { Definitions } from '../../src/domain/definitions.ts';
import { sql } from '../../src/sql/sql.ts';
import { sharedEngine } from './engine.ts';
import { buildLoaded, loadHistories } from './histories-in-engine.ts';
import { createPrng } from './naive/prng.ts';
import { randomHistories } from './naive/random-histories.ts';

/** Generated histories whose leads also have a campaign, an owner, fit, score and calls, and some channels a cost; built. */
export const buildScoredHistories = async (
  seed: number,
  persons: number,
  definitions: Definitions,
): Promise<void> => {
  const prng = createPrng(seed + 1000);
  const histories = randomHistories(seed, persons);
  await loadHistories({
    ...histories,
    leads: histories.leads.map((lead) => ({
      ...lead,
      campaign: prng.pick(['spring', 'autumn', '', null]),
      owner_id: prng.pick(['ann', 'bo', '', null]),
      fit: prng.chance(0.2) ? null : prng.int(0, 8) / 4,
      score: prng.chance(0.2) ? null : prng.int(0, 12) * 5,
    })),
  });
  const engine = await sharedEngine();
  await engine.run([
    sql`INSERT INTO activity (activity_id, lead_id, event_at, event_date, direction, is_automated)
      SELECT 'A' || lead_id, lead_id, created_at, created_date + (coalesce(score, 10)::INTEGER - 10), 'outbound', fit = 1
      FROM lead WHERE score IS NULL OR score > 0`,
    sql`INSERT INTO campaign_cost (channel, segment, month, cost_minor, currency) VALUES
      ('web', 'SMB', DATE '2025-12-01', 100, 'EUR'), ('web', 'SMB', DATE '2026-01-01', 200, 'EUR'),
      ('web', NULL, DATE '2026-01-31', 400, 'EUR'), ('web', 'SMB', DATE '2026-03-31', 800, 'EUR'),
      ('web', 'SMB', DATE '2026-04-01', 1600, 'EUR'), ('event', ' ', DATE '2026-02-01', 0, NULL),
      ('event', '', DATE '2026-02-15', NULL, ''), ('', 'ENT', DATE '2026-02-01', 50, 'SEK'),
      ('web', 'SMB', DATE '2026-02-01', 3, 'SEK')`,
  ]);
  await buildLoaded(definitions);
};
