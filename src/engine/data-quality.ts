import { noFilter } from '../domain/filter.ts';
import type { FileLedger, ReasonCode } from '../ingest/ledger.ts';
import { completeness, type Completeness } from '../metrics/completeness.ts';
import { conversionTable } from '../metrics/conversion-table.ts';
import type { ImportCounts, KindCounts } from '../metrics/defect-counts.ts';
import { judgeDefects, type Defect } from '../metrics/judge-defects.ts';
import { aloneCounts } from '../sql/questions/alone-counts.ts';
import { defectCounts } from '../sql/questions/defect-counts.ts';
import type { Analysis } from './analysis.ts';
import { conversionCells } from './conversion.ts';
import type { QueryEngine } from './query-engine.ts';

/** How good the data are: every kind of defect with what it could do to the numbers, and how often each field is filled. */
export interface DataQuality {
  readonly defects: readonly Defect[];
  readonly completeness: readonly Completeness[];
}

const dateReasons: readonly ReasonCode[] = ['DATE_UNREADABLE', 'DATE_IMPOSSIBLE', 'DATE_AMBIGUOUS'];

/** Whether a file of this kind makes rows of a canonical column. */
export const makes = (file: FileLedger, canonical: string): boolean => Object.hasOwn(file.columns, canonical);

const total = (files: readonly FileLedger[], pick: (file: FileLedger) => number): number =>
  files.reduce((sum, file) => sum + pick(file), 0);

const kindCounts = (files: readonly FileLedger[], id: string): KindCounts => {
  const own = files.filter((file) => makes(file, id));
  const conflicts = total(own, ({ reasons }) => reasons.ID_CONFLICT ?? 0);
  return {
    loaded: total(own, ({ loaded }) => loaded),
    conflicts,
    unreadable: total(own, ({ setAside }) => setAside) - conflicts,
    unreadableDates: total(own, ({ reasons }) =>
      dateReasons.reduce((sum, reason) => sum + (reasons[reason] ?? 0), 0),
    ),
  };
};

const importCounts = (files: readonly FileLedger[]): ImportCounts => {
  const withStatus = files.filter((file) => makes(file, 'lead.lead_id') && makes(file, 'lead.status_stage'));
  return {
    leads: kindCounts(files, 'lead.lead_id'),
    opportunities: kindCounts(files, 'opportunity.opportunity_id'),
    withStatus: total(withStatus, ({ loaded }) => loaded),
    unknownStatus: total(withStatus, ({ columns, findings }) =>
      findings
        .filter(({ reason, column }) => reason === 'STAGE_UNKNOWN' && column === columns['lead.status_stage'])
        .reduce((sum, { count }) => sum + count, 0),
    ),
  };
};

/** Looks for every kind of defect in what an engine holds and in what became of its files. */
export const dataQuality = async (
  engine: QueryEngine,
  analysis: Analysis,
  files: readonly FileLedger[],
): Promise<DataQuality> => {
  const { facts, windows, notMeasurable, definitions } = analysis;
  const cells = await conversionCells(engine, analysis, noFilter, 'channel', 'segment');
  const tallies = await engine.ask(defectCounts(windows));
  const [alone] = await engine.ask(aloneCounts(windows));
  if (alone === undefined) throw new RangeError('A question of one row gave none.');
  const counts = {
    anchor: definitions.anchor,
    leads: facts.journeys,
    leadRecords: facts.leads,
    persons: facts.persons,
    withoutAnchor: facts.without_anchor,
    opportunities: facts.opportunities,
    deals: facts.deals,
    tallies,
    alone,
    imported: importCounts(files),
    byChannel: conversionTable(cells.leads, cells.opportunities, 'row_group', notMeasurable),
    bySegment: conversionTable(cells.leads, cells.opportunities, 'column_group', notMeasurable),
  };
  return { defects: judgeDefects(counts), completeness: completeness(counts) };
};
