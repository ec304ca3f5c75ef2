import { describe, expect, it } from 'vitest';
import type { Definitions } from '../../src/domain/definitions.ts';
import { noFilter } from '../../src/domain/filter.ts';
import { leadCounts } from '../../src/sql/questions/conversion-counts.ts';
import { sharedEngine } from '../support/engine.ts';
import { buildLoaded, loadHistories } from '../support/histories-in-engine.ts';
import { excludedRows, journeyRows, opportunityRows, type JourneyRow } from '../support/journey-rows.ts';
import type { Histories } from '../support/naive/histories.ts';
import { hasOracle, missing, readOracle } from '../support/oracle.ts';

interface JourneyCase extends Partial<Histories> {
  readonly name: string;
  readonly as_of_date: string;
  readonly export_as_of_date?: string;
  readonly config?: {
    readonly anchor?: 'created' | 'mql';
    readonly reentry_days?: number;
    readonly backdate_days?: number;
    readonly account_match_days?: number;
  };
  readonly expected: {
    readonly excluded: readonly string[];
    readonly journeys: readonly unknown[];
    readonly opportunities: readonly unknown[];
    readonly l2o: unknown;
  };
}

const definitionsOf = ({
  as_of_date: asOf,
  export_as_of_date: exportAsOf,
  config,
}: JourneyCase): Definitions => ({
  anchor: config?.anchor ?? 'mql',
  asOf,
  exportAsOf: exportAsOf ?? asOf,
  reentryDays: config?.reentry_days ?? 90,
  backdateDays: config?.backdate_days ?? 1,
  accountMatchDays: config?.account_match_days ?? 0,
});

const asListed = ({ first_won_days: _days, ...row }: JourneyRow) => row;

describe.skipIf(!hasOracle)(`the small journey cases${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  const { cases } = hasOracle
    ? (JSON.parse(readOracle('journey.json')) as { readonly cases: readonly JourneyCase[] })
    : { cases: [] };

  it.each(cases)('$name', async (journeyCase) => {
    await loadHistories({
      leads: journeyCase.leads ?? [],
      stage_events: journeyCase.stage_events ?? [],
      opportunities: journeyCase.opportunities ?? [],
      links: journeyCase.links ?? [],
    });
    await buildLoaded(definitionsOf(journeyCase));
    const engine = await sharedEngine();
    const cells = await engine.ask(
      leadCounts({
        filter: noFilter,
        rows: 'channel',
        columns: 'channel',
        windows: { l2oDays: null, o2dDays: null, l2dDays: null },
      }),
    );
    const total = (pick: (cell: (typeof cells)[number]) => number): number =>
      cells.reduce((sum, cell) => sum + pick(cell), 0);
    expect({
      excluded: (await engine.ask(excludedRows)).map((row) => row.lead_id),
      journeys: (await engine.ask(journeyRows)).map(asListed),
      opportunities: await engine.ask(opportunityRows),
      l2o: {
        n: total((cell) => cell.journeys),
        converted: total((cell) => cell.converted),
        disqualified: total((cell) => cell.disqualified),
        open: total((cell) => cell.open),
      },
    }).toEqual(journeyCase.expected);
  });
});
