import type { StatusMeaning } from '../domain/stage.ts';
import type {
  ColumnChoice,
  CrmFormat,
  GroupedField,
  Outcome,
  SourceTable,
  TextChoice,
} from './crm-format.ts';
import { valueKey } from './value-key.ts';

/** A format with one of its tables changed. */
export const withTable = (
  format: CrmFormat,
  table: string,
  change: (table: SourceTable) => SourceTable,
): CrmFormat => ({
  ...format,
  tables: format.tables.map((one) => (one.name === table ? change(one) : one)),
});

/** A format that reads a column as a person says. */
export const withReading = (
  format: CrmFormat,
  table: string,
  column: string,
  choice: ColumnChoice,
): CrmFormat =>
  withTable(format, table, (one) => ({
    ...one,
    readings: { ...one.readings, [column]: { ...one.readings?.[column], ...choice } },
  }));

/** A format that reads a kind of text file as a person says. */
export const withText = (format: CrmFormat, table: string, choice: TextChoice): CrmFormat =>
  withTable(format, table, (one) => ({ ...one, text: { ...one.text, ...choice } }));

/** A format that knows what a status means. */
export const withStatus = (format: CrmFormat, status: string, meaning: StatusMeaning): CrmFormat => ({
  ...format,
  statuses: { ...format.statuses, [status.trim().toLowerCase()]: meaning },
});

/** A format that knows what a stage or status of an opportunity means. */
export const withOutcome = (format: CrmFormat, stage: string, outcome: Outcome): CrmFormat => ({
  ...format,
  outcomes: { ...format.outcomes, [valueKey(stage)]: outcome },
});

/** A format that counts a channel or segment under a name; null lets it keep its own. */
export const withGroup = (
  format: CrmFormat,
  field: GroupedField,
  value: string,
  name: string | null,
): CrmFormat => {
  const { [valueKey(value)]: _, ...others } = format.groups?.[field] ?? {};
  return {
    ...format,
    groups: { ...format.groups, [field]: name === null ? others : { ...others, [valueKey(value)]: name } },
  };
};

/** A format whose clock times without an offset are those of a zone; `report` means the reader's. */
export const withTimeZone = (format: CrmFormat, timeZone: string): CrmFormat => ({ ...format, timeZone });

/** A format that reads cells of this text as empty, or no longer does. */
export const withEmptyValue = (format: CrmFormat, value: string, isEmpty: boolean): CrmFormat => {
  const others = format.emptyValues.filter((one) => one !== value);
  return { ...format, emptyValues: isEmpty && value !== '' ? [...others, value] : others };
};
