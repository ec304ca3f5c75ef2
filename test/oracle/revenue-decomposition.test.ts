import { describe, expect, it } from 'vitest';
import {
  revenueChange,
  revenueChangeByLmdi,
  type FactorParts,
  type FunnelCounts,
} from '../../src/metrics/revenue-change.ts';
import { expectNear, expectOnlyFields, oracleFile } from '../support/oracle-cases.ts';
import { hasOracle, missing } from '../support/oracle.ts';

interface Funnel {
  readonly leads: number;
  readonly converted: number;
  readonly opps: number;
  readonly won: number;
  readonly revenue: number;
}

const fields = {
  volume: 'volume',
  mix: 'mix',
  l2o: 'l2o',
  opps_per_converted: 'opportunitiesPerConverted',
  o2d: 'o2d',
  deal_size: 'dealSize',
} as const;

type Field = keyof typeof fields;

type Parts = Readonly<Record<Field, number>>;

interface RevenueCase {
  readonly channels: readonly { readonly channel: string; readonly t0: Funnel; readonly t1: Funnel }[];
  readonly expected: {
    readonly r0: number;
    readonly r1: number;
    readonly delta: number;
    readonly totals: Parts;
    readonly channels: readonly (Parts & { readonly channel: string })[];
    readonly lmdi_totals?: Parts | null;
  };
}

const names = Object.keys(fields) as readonly Field[];

const countsOf = ({ leads, converted, opps, won, revenue }: Funnel): FunnelCounts => ({
  leads,
  converted,
  opportunities: opps,
  won,
  revenueMinor: revenue,
});

describe.skipIf(!hasOracle)(`six factors of revenue${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  const { tolerance_abs: tolerance, cases } = oracleFile<RevenueCase>('revenue_decomposition.json');

  const expectParts = (what: string, found: FactorParts | undefined, expected: Parts): void => {
    expectOnlyFields(expected, [...names, 'channel']);
    for (const name of names) expectNear(tolerance, `${what} ${name}`, found?.[fields[name]], expected[name]);
  };

  it.each(cases.map((entry, index) => ({ ...entry, index })))('case $index', ({ channels, expected }) => {
    expectOnlyFields(expected, ['r0', 'r1', 'delta', 'totals', 'channels', 'lmdi_totals']);
    const funnels = channels.map(({ channel, t0, t1 }) => ({
      channel,
      before: countsOf(t0),
      after: countsOf(t1),
    }));
    const change = revenueChange(funnels);
    expectNear(tolerance, 'before', change.before, expected.r0);
    expectNear(tolerance, 'after', change.after, expected.r1);
    expectNear(tolerance, 'change', change.change, expected.delta);
    expectParts('all', change.totals, expected.totals);
    expect(change.channels.map(({ channel }) => channel)).toEqual(
      expected.channels.map(({ channel }) => channel),
    );
    for (const line of expected.channels)
      expectParts(line.channel, change.channels.find(({ channel }) => channel === line.channel)?.parts, line);
    const byLmdi = revenueChangeByLmdi(funnels);
    const lmdi = expected.lmdi_totals ?? null;
    if (lmdi === null) expect(byLmdi).toBeNull();
    else expectParts('LMDI', byLmdi ?? undefined, lmdi);
  });
});
