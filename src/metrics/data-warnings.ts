/** What the journey rules met that a reader should know, with how many records it concerns. */
export interface DataWarning {
  readonly code: string;
  readonly message: string;
  readonly count: number;
}

/** Counts the warnings are made of. */
export interface WarningCounts {
  readonly opportunities_before_lead: number;
  readonly imputed_mql: number;
  readonly converted: number;
  readonly clamped: number;
  readonly excluded: number;
  readonly unsourced: number;
  readonly close_before_create: number;
  readonly future_close: number;
  readonly without_anchor: number;
}

const many = (count: number, one: string, several: string): string =>
  `${count} ${count === 1 ? one : several}`;

/** Cells of loaded records that were left empty, as the importer found them. */
export interface FileFindings {
  readonly name: string;
  readonly findings: readonly {
    readonly reason: string;
    readonly column: string;
    readonly count: number;
    readonly example: string;
  }[];
}

/** What was left empty in loaded records, one line a column and reason; `words` says each reason. */
export const findingWarnings = (
  files: readonly FileFindings[],
  words: (reason: string) => string,
): readonly DataWarning[] =>
  files.flatMap(({ name, findings }) =>
    findings.map(({ reason, column, count, example }) => ({
      code: reason,
      count,
      message: `${many(count, 'cell', 'cells')} of “${column}” in ${name} ${reason === 'NUL_BYTE' ? 'read without a part' : 'left empty'}: ${words(reason).toLowerCase()}${example === '' ? '' : `, such as “${example}”`}.`,
    })),
  );

/** Warnings that apply, most telling first; those without a single record are left out. */
export const dataWarnings = (
  counts: WarningCounts,
  currencies: readonly string[],
): readonly DataWarning[] => {
  const share = counts.converted === 0 ? 0 : counts.imputed_mql / counts.converted;
  const all: readonly DataWarning[] = [
    {
      code: 'ORDER_IMPOSSIBLE',
      count: counts.opportunities_before_lead,
      message: `${many(counts.opportunities_before_lead, 'opportunity is older than the lead linked to it', 'opportunities are older than the leads linked to them')}: kept, but not counted as converted by that lead.`,
    },
    {
      code: 'UNSOURCED_OPPORTUNITY',
      count: counts.unsourced,
      message: `${many(counts.unsourced, 'opportunity has no lead that led to it, and forms a group of its own', 'opportunities have no lead that led to them, and form a group of their own')}.`,
    },
    {
      code: 'IMPUTED_MQL',
      count: share > 0.05 ? counts.imputed_mql : 0,
      message: `${many(counts.imputed_mql, 'converted lead has', 'converted leads have')} no date for the anchor stage (${(share * 100).toFixed(1)} %); the next stage's date stands in.`,
    },
    {
      code: 'WITHOUT_ANCHOR',
      count: counts.without_anchor,
      message: `${many(counts.without_anchor, 'lead never reached the anchor stage and is', 'leads never reached the anchor stage and are')} in no cohort.`,
    },
    {
      code: 'EXCLUDED',
      count: counts.excluded,
      message: `${many(counts.excluded, 'lead record is', 'lead records are')} deleted, spam or a test and in no number.`,
    },
    {
      code: 'OPPORTUNITY_DAY_BEFORE_LEAD',
      count: counts.clamped,
      message: `${many(counts.clamped, 'lead has an opportunity', 'leads have opportunities')} dated shortly before the lead, counted on the day of the lead.`,
    },
    {
      code: 'CLOSE_BEFORE_CREATE',
      count: counts.close_before_create,
      message: `${many(counts.close_before_create, 'opportunity was', 'opportunities were')} closed before being created; counted as closed that day.`,
    },
    {
      code: 'FUTURE_CLOSE',
      count: counts.future_close,
      message: `${many(counts.future_close, 'closed opportunity has', 'closed opportunities have')} a closing date after the export; counted as closed on its last day.`,
    },
    {
      code: 'SEVERAL_CURRENCIES',
      count: currencies.length > 1 ? currencies.length : 0,
      message: `Amounts are in ${currencies.join(', ')} and are not added up without rates.`,
    },
  ];
  return all.filter((warning) => warning.count > 0);
};
