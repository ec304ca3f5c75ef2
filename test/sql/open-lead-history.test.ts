import { describe, expect, it } from 'vitest';
import { noFilter } from '../../src/domain/filter.ts';
import { loadHistory } from '../../src/metrics/load-history.ts';
import { openLeadChanges } from '../../src/sql/questions/open-lead-changes.ts';
import { question } from '../../src/sql/question.ts';
import { number, text } from '../../src/sql/row-spec.ts';
import { sql } from '../../src/sql/sql.ts';
import { sharedEngine } from '../support/engine.ts';
import { definitionsAt } from '../support/handover-cases.ts';
import { buildLoaded, loadHistories } from '../support/histories-in-engine.ts';
import type { Histories } from '../support/naive/histories.ts';
import { randomHistories } from '../support/naive/random-histories.ts';

/** The same histories, each lead a person of its own, as no later lead can join two persons of an earlier month. */
const withoutPersons = (histories: Histories): Histories => ({
  ...histories,
  leads: histories.leads.map((lead) => ({ ...lead, email: null, contact_id: null, merged_into: null })),
});

const openByChannel = question(
  sql`SELECT channel, count(*)::DOUBLE AS leads FROM journey WHERE outcome = 'open' AND state IS NULL GROUP BY channel`,
  { channel: text, leads: number },
);

const monthEnds = ['2025-09-30', '2026-02-28'];

describe('the history of open leads', () => {
  it.each(['mql', 'created'] as const)(
    'is what the journeys of each month end say, for cohorts anchored at %s',
    async (anchor) => {
      const engine = await sharedEngine();
      await loadHistories(withoutPersons(randomHistories(3, 120)));
      const definitions = { ...definitionsAt('2026-06-30'), anchor };
      await buildLoaded(definitions);
      const history = loadHistory(
        await engine.ask(openLeadChanges({ filter: noFilter, group: 'channel' })),
        definitions.asOf,
      );
      for (const monthEnd of monthEnds) {
        await buildLoaded({ ...definitions, asOf: monthEnd });
        const counted = await engine.ask(openByChannel);
        const open = (channel: string): number => counted.find((row) => row.channel === channel)?.leads ?? 0;
        const stocks = history.map(({ group, months }) => [
          group,
          months.find((month) => month.monthEnd === monthEnd)?.openLeads ?? 0,
        ]);
        expect(counted.length, 'open leads at ' + monthEnd).toBeGreaterThan(0);
        expect(stocks, monthEnd).toEqual(stocks.map(([group]) => [group, open(String(group))]));
      }
    },
  );
});
