import type { Filter } from '../../domain/filter.ts';
import { question } from '../question.ts';
import { number, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { where } from '../where.ts';

/** Open, not recycled leads by owner, with the anchor stage or without: who has to be cared for. The filter's dates do not apply to a stock. */
export const ownerLeads = ({ filter }: { readonly filter: Filter }) =>
  question(
    sql`SELECT owner, count(*)::DOUBLE AS leads FROM journey
    WHERE outcome = 'open' AND state IS NULL AND ${where({ ...filter, from: null, to: null }, sql`created_date`)}
    GROUP BY owner ORDER BY owner`,
    { owner: text, leads: number },
  );
