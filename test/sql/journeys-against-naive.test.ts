import { describe, expect, it } from 'vitest';
import type { Definitions } from '../../src/domain/definitions.ts';
import { sharedEngine } from '../support/engine.ts';
import { buildLoaded, loadHistories } from '../support/histories-in-engine.ts';
import { excludedRows, journeyRows, opportunityRows } from '../support/journey-rows.ts';
import { buildJourneysNaively } from '../support/naive/journeys.ts';
import { randomHistories } from '../support/naive/random-histories.ts';

const base: Definitions = {
  anchor: 'mql',
  asOf: '2026-06-30',
  exportAsOf: '2026-08-15',
  reentryDays: 90,
  backdateDays: 1,
  accountMatchDays: 0,
};

const definitions: readonly (readonly [string, Definitions])[] = [
  ['as of the end of June', base],
  ['as of the last day of the export', { ...base, asOf: '2026-08-15' }],
  [
    'half a year earlier, from creation, with account matching',
    { ...base, asOf: '2025-12-31', anchor: 'created', accountMatchDays: 90 },
  ],
  [
    'with re-entries after one day and opportunities dated back three',
    { ...base, reentryDays: 1, backdateDays: 3 },
  ],
];

/** `FULL=1` compares 20,000 generated persons instead of the fast subset. */
const seeds = process.env['FULL'] === '1' ? Array.from({ length: 40 }, (_, index) => index + 1) : [1, 2];
const persons = process.env['FULL'] === '1' ? 500 : 300;

describe('the journey model agrees with a naive second implementation', () => {
  it.each(seeds)('on generated histories %i, under every definition', async (seed) => {
    const histories = randomHistories(seed, persons);
    await loadHistories(histories);
    const engine = await sharedEngine();
    for (const [name, chosen] of definitions) {
      await buildLoaded(chosen);
      const expected = buildJourneysNaively(histories, {
        as_of_date: chosen.asOf,
        export_as_of_date: chosen.exportAsOf,
        anchor: chosen.anchor,
        reentry_days: chosen.reentryDays,
        backdate_days: chosen.backdateDays,
        account_match_days: chosen.accountMatchDays,
      });
      expect(
        (await engine.ask(excludedRows)).map((row) => row.lead_id),
        name,
      ).toEqual(expected.excluded);
      const ids = (rows: readonly { journey_id: string }[]) => rows.map((row) => row.journey_id);
      const byId = <Row extends { journey_id: string }>(rows: readonly Row[]) =>
        rows.toSorted((a, b) => (a.journey_id < b.journey_id ? -1 : 1));
      const journeys = byId(await engine.ask(journeyRows));
      expect(ids(journeys), name).toEqual(ids(byId(expected.journeys)));
      expect(journeys, name).toEqual(byId(expected.journeys));
      expect(await engine.ask(opportunityRows), name).toEqual(expected.opportunities);
    }
  });
});
