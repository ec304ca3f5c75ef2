import { analyse, type Analysis } from '../../src/engine/analysis.ts';
import { dataQuality, type DataQuality } from '../../src/engine/data-quality.ts';
import { loadCanonical } from '../../src/engine/load-canonical.ts';
import type { Anchor } from '../../src/domain/definitions.ts';
import { canonicalTableNames, type CanonicalTable } from '../../src/domain/canonical.ts';
import type { FileLedger } from '../../src/ingest/ledger.ts';
import { canonicalStream, localDay, type CanonicalRow } from './canonical-rows.ts';
import { sharedEngine } from './engine.ts';

/** Canonical rows by table, as a test changes them. */
export type Tables = Partial<Record<CanonicalTable, CanonicalRow[]>>;

const januaryDay = (position: number): string => `2026-01-${String(position).padStart(2, '0')}`;

/** A lead of 2026 with a person, a source and a segment of its own. */
export const leadOf = (lead_id: string, created_at: string, more: CanonicalRow = {}): CanonicalRow => ({
  lead_id,
  created_at,
  email: `${lead_id}@example.com`,
  channel: 'Web',
  segment: 'Small',
  ...more,
});

/** A stage that a lead reached. */
export const stageOf = (lead_id: string, stage: string, event_at: string): CanonicalRow => ({
  lead_id,
  stage,
  event_at,
});

/** An opportunity of 1,000 in euro. */
export const opportunityOf = (
  opportunity_id: string,
  created_at: string,
  outcome = 'open',
  close_date: string | null = null,
): CanonicalRow => ({
  opportunity_id,
  created_at,
  outcome,
  close_date,
  amount_minor: 100_000,
  currency: 'EUR',
});

/**
 * Twelve leads without a defect, L1 to L12, one a day from 1 January, each an MQL at once. L1 to L6 have an opportunity, O1
 * to O6, ten days later; O1 and O2 are won, the others lost. L2O is 6 of 12, O2D 2 of 6, to date and within any window.
 */
export const soundTables = (): Required<
  Pick<Tables, 'lead' | 'stage_event' | 'opportunity' | 'lead_opportunity'>
> => {
  const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
  const converted = numbers.slice(0, 6);
  return {
    lead: numbers.map((n) => leadOf(`L${n}`, `${januaryDay(n)}T09:00:00Z`)),
    stage_event: numbers.map((n) => stageOf(`L${n}`, 'mql', `${januaryDay(n)}T10:00:00Z`)),
    opportunity: converted.map((n) =>
      opportunityOf(`O${n}`, `${januaryDay(n + 10)}T09:00:00Z`, n <= 2 ? 'won' : 'lost', januaryDay(n + 20)),
    ),
    lead_opportunity: converted.map((n) => ({
      lead_id: `L${n}`,
      opportunity_id: `O${n}`,
      type: 'converted',
    })),
  };
};

const withDays = (row: CanonicalRow): CanonicalRow => ({
  ...row,
  ...(typeof row['created_at'] === 'string' ? { created_date: localDay(row['created_at']) } : {}),
  ...(typeof row['event_at'] === 'string' ? { event_date: localDay(row['event_at']) } : {}),
});

interface Found {
  readonly analysis: Analysis;
  readonly quality: DataQuality;
}

/** Looks for defects in what is loaded, as of the end of June 2026, the export being of the day after. */
export const qualityOfLoaded = async (
  files: readonly FileLedger[] = [],
  anchor: Anchor = 'mql',
): Promise<Found> => {
  const engine = await sharedEngine();
  const analysis = await analyse(
    engine,
    {
      wonOnly: false,
      reportTimeZone: 'Europe/Stockholm',
      stamp: Date.parse('2026-07-01T12:00:00Z'),
      currencies: [],
    },
    { asOf: '2026-06-30', anchor },
    () => undefined,
  );
  return { analysis, quality: await dataQuality(engine, analysis, files) };
};

/** Loads tables and looks for defects in them. */
export const qualityOf = async (
  tables: Tables,
  files: readonly FileLedger[] = [],
  anchor: Anchor = 'mql',
): Promise<Found> => {
  await loadCanonical(
    await sharedEngine(),
    canonicalTableNames.map((table) => canonicalStream(table, (tables[table] ?? []).map(withDays))),
  );
  return qualityOfLoaded(files, anchor);
};

/** A file's ledger with these counts; the rest is empty. */
export const ledgerWith = (counts: Partial<FileLedger>): FileLedger => ({
  name: 'Lead.csv',
  format: 'salesforce-data-export',
  table: 'Lead',
  encoding: 'utf-8',
  delimiter: ',',
  bytes: 0,
  records: 0,
  loaded: 0,
  setAside: 0,
  duplicates: 0,
  notData: 0,
  reasons: {},
  columns: { 'lead.lead_id': 'Id', 'lead.status_stage': 'Status' },
  readings: [],
  findings: [],
  examples: [],
  decided: [],
  sketch: [],
  ...counts,
});
