import { beforeAll, describe, expect, it } from 'vitest';
import { buildJourneys } from '../../src/engine/build-journeys.ts';
import { loadCanonical } from '../../src/engine/load-canonical.ts';
import { canonicalStream, type CanonicalRow } from '../support/canonical-rows.ts';
import { sharedEngine } from '../support/engine.ts';
import { journeyRows } from '../support/journey-rows.ts';

const lead = (id: string, status_stage: string | null = null): CanonicalRow => ({
  lead_id: id,
  created_at: '2026-01-01T09:00:00Z',
  created_date: '2026-01-01',
  status_stage,
});

const change = (id: string, from_stage: string | null, stage: string | null, day: string): CanonicalRow => ({
  lead_id: id,
  from_stage,
  stage,
  has_before: true,
  event_at: `${day}T09:00:00Z`,
  event_date: day,
});

const anchors = async (leads: readonly CanonicalRow[], changes: readonly CanonicalRow[]) => {
  const engine = await sharedEngine();
  await loadCanonical(engine, [canonicalStream('lead', leads), canonicalStream('stage_event', changes)]);
  await buildJourneys(
    engine,
    {
      anchor: 'mql',
      asOf: '2026-06-30',
      exportAsOf: '2026-06-30',
      reentryDays: 90,
      backdateDays: 1,
      accountMatchDays: 0,
    },
    () => undefined,
  );
  return new Map(
    (await engine.ask(journeyRows)).map((row) => [
      row.journey_id,
      [row.anchor_date, row.mql_cycles] as const,
    ]),
  );
};

describe('the stage a lead had before its first recorded change', () => {
  let found: Awaited<ReturnType<typeof anchors>>;

  beforeAll(async () => {
    found = await anchors(
      [lead('new'), lead('born mql'), lead('untouched mql', 'mql'), lead('untouched new')],
      [
        change('new', null, 'mql', '2026-02-01'),
        change('new', 'mql', 'sal', '2026-02-11'),
        change('born mql', 'mql', 'sal', '2026-01-20'),
        change('other', null, 'mql', '2025-12-01'),
      ],
    );
  });

  it('is none for a lead that began in a status without a stage', () => {
    expect(found.get('new')).toEqual(['2026-02-01', 1]);
  });

  it('held from creation on where the first change names it', () => {
    expect(found.get('born mql')).toEqual(['2026-01-01', 1]);
  });

  it('is the present one for a lead that never changed and is younger than the history', () => {
    expect(found.get('untouched mql')).toEqual(['2026-01-01', 1]);
    expect(found.get('untouched new')).toEqual([null, 0]);
  });
});
