import { makes } from '../../engine/data-quality.ts';
import { reasonWords, type FileLedger } from '../../ingest/ledger.ts';
import type { DefectId } from '../../metrics/defect-kind.ts';
import { count } from '../../sentences/format.ts';

/** A record of a file, by its place, and why it has the defect. */
export interface FileRecord {
  readonly name: string;
  readonly why: string;
}

const setAside = (file: FileLedger, isConflict: boolean): readonly FileRecord[] =>
  file.examples
    .filter(({ reason }) => (reason === 'ID_CONFLICT') === isConflict)
    .map(({ reason, line, column, text }) => ({
      name: `${file.name}, line ${count(line)}`,
      why: `${reasonWords[reason]}${column === null ? '' : ` (${column})`}: ${text.slice(0, 160)}`,
    }));

const unknownStatuses = ({ name, findings, columns }: FileLedger): readonly FileRecord[] =>
  findings
    .filter(({ reason, column }) => reason === 'STAGE_UNKNOWN' && column === columns['lead.status_stage'])
    .map((finding) => ({
      name: `${name}, column ${finding.column}`,
      why: `${count(finding.count)} cells such as “${finding.example}”. The Mapping page lists every such status.`,
    }));

/** The records of a defect that were never loaded, or cells left empty on import, as the ledger of the files has them. */
export const fileRecords = (
  id: DefectId,
  files: readonly FileLedger[],
  limit: number,
): readonly FileRecord[] => {
  const isOfLeads = id.startsWith('lead') || id === 'status_unknown';
  const own = files.filter((file) => makes(file, isOfLeads ? 'lead.lead_id' : 'opportunity.opportunity_id'));
  return own
    .flatMap((file) =>
      id === 'status_unknown' ? unknownStatuses(file) : setAside(file, id.endsWith('_conflicts')),
    )
    .slice(0, limit);
};
