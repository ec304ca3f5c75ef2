import type { Row, Table } from './read-csv.ts';

export const NO_ID = '000000000000000AAA';
const DAY = 86400;

/** A lead as a careful person with a spreadsheet would read it. Instants are seconds UTC; null is "not (yet)". */
export interface NaiveLead {
  readonly row: Row;
  readonly source: string;
  readonly createdAt: number;
  readonly mqlAt: number | null;
  readonly timesMql: number;
  readonly opportunityAt: number | null;
}

/** Seconds of a `YYYY-MM-DD HH:MM:SS` cell. */
export const seconds = (cell: string): number => Date.parse(`${cell.replace(' ', 'T')}Z`) / 1000;

/** The valid rows of Lead.csv: right width, possible date, each id once. */
export function validLeadRows(leads: Table): readonly Row[] {
  const seen = new Set<string>();
  return leads.rows.filter((row, index) => {
    const id = row['Id'] ?? '';
    const isValid =
      leads.widths[index] === leads.headers.length &&
      row['CreatedDate'] !== '2025-02-31 10:00:00' &&
      !seen.has(id);
    seen.add(id);
    return isValid;
  });
}

/** One entry a buying attempt: no deleted, merged or spam leads, no second record within a month, no old opportunity. */
export function naiveLeads(leads: Table, history: Table, opportunities: Table): readonly NaiveLead[] {
  const changes = statusRows(history);
  const openedAt = new Map(opportunities.rows.map((row) => [row['Id'], seconds(row['CreatedDate'] ?? '')]));
  const lastSeen = new Map<string, number>();
  return validLeadRows(leads)
    .filter((row) => row['IsDeleted'] === '0' && row['Status'] !== 'Spam')
    .toSorted((a, b) => seconds(a['CreatedDate'] ?? '') - seconds(b['CreatedDate'] ?? ''))
    .filter((row) => {
      const email = (row['Email'] ?? '').toLowerCase();
      const createdAt = seconds(row['CreatedDate'] ?? '');
      const earlier = lastSeen.get(email);
      lastSeen.set(email, createdAt);
      return earlier === undefined || createdAt - earlier > 31 * DAY;
    })
    .map((row) => naiveLead(row, changes.get(row['Id'] ?? '') ?? [], openedAt))
    .filter(({ opportunityAt, createdAt }) => opportunityAt === null || opportunityAt >= createdAt - DAY);
}

function naiveLead(
  row: Row,
  changes: readonly Row[],
  openedAt: ReadonlyMap<string | undefined, number>,
): NaiveLead {
  const createdAt = seconds(row['CreatedDate'] ?? '');
  const opportunityAt =
    row['ConvertedOpportunityId'] === NO_ID ? null : (openedAt.get(row['ConvertedOpportunityId']) ?? null);
  const startedAs = changes[0]?.['OldvalString'] ?? row['Status'];
  const toMql = changes.filter((change) => change['NewvalString'] === 'MQL');
  const recordedAt = toMql[0] ? seconds(toMql[0]['CreatedDate'] ?? '') : null;
  return {
    row,
    source: row['LeadSource'] ?? '',
    createdAt,
    mqlAt: startedAs === 'MQL' ? createdAt : (recordedAt ?? opportunityAt),
    timesMql: toMql.length + (startedAs === 'MQL' ? 1 : 0),
    opportunityAt,
  };
}

/** Status changes of leads in order of time, by lead. */
export function statusRows(history: Table): ReadonlyMap<string, readonly Row[]> {
  const byLead = new Map<string, Row[]>();
  for (const row of history.rows) {
    if (row['ParentSobjectType'] !== 'Lead' || row['FieldName'] !== 'Status') continue;
    const own = byLead.get(row['ParentId'] ?? '') ?? [];
    own.push(row);
    byLead.set(row['ParentId'] ?? '', own);
  }
  for (const rows of byLead.values())
    rows.sort((a, b) => (a['CreatedDate'] ?? '').localeCompare(b['CreatedDate'] ?? ''));
  return byLead;
}
