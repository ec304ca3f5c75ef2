import { missingFields, ownKinds, type OwnKind } from '../../crm/own-table.ts';
import { crmFormats } from '../../crm/registry.ts';
import { assignedBy, suggestColumns, suggestKind, type Confidence } from '../../crm/suggest-columns.ts';
import type { FileLedger } from '../../ingest/ledger.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { ColumnRow } from './column-row.tsx';
import { ColumnTable } from './column-table.tsx';
import { keyedColumns } from './keyed-columns.ts';
import { assign, type OwnFile } from './mapping-edits.ts';

const kinds = Object.entries(ownKinds).map(([value, { label }]) => ({ value: value as OwnKind, label }));

const confidenceWords: Readonly<Record<Confidence, string>> = {
  sure: 'suggested, sure',
  likely: 'suggested, likely',
  maybe: 'suggested, a guess',
};

/** A file of no known kind, with what its columns most likely are; nothing of it is used before a person agrees. */
export function OwnFileBlock({
  file,
  own,
  onChange,
}: {
  readonly file: FileLedger;
  /** What a person has said of it; null where nothing yet. */
  readonly own: OwnFile | null;
  readonly onChange: (own: OwnFile) => void;
}) {
  const kind = own?.kind ?? suggestKind(file.sketch, crmFormats);
  const suggestions = suggestColumns(kind, file.sketch, crmFormats);
  const assigned = own?.assigned ?? assignedBy(suggestions);
  const { fields } = ownKinds[kind];
  const missing = missingFields(kind, assigned);
  const fieldOf = (header: string): string | null =>
    Object.entries(assigned).find(([, one]) => one === header)?.[0] ?? null;
  const stateOf = (header: string): string => {
    const field = fieldOf(header);
    const suggestion = field === null ? undefined : suggestions[field];
    if (suggestion?.header !== header) return field === null ? '' : 'said by you';
    return `${confidenceWords[suggestion.confidence]}: ${suggestion.reason}`;
  };
  const answer =
    missing.length > 0
      ? `It still needs a column for: ${missing.map(({ label }) => label.toLowerCase()).join(', ')}`
      : own === null
        ? 'A suggestion, to be looked at and agreed to'
        : 'Everything it needs is there';
  return (
    <Block
      span={12}
      question={`${file.name} is of no known kind. What is it?`}
      answer={answer}
      definition="What is one row of it, and what does each column mean? Columns that are not used are left unread."
      foot={
        own === null &&
        missing.length === 0 && (
          <Button onPress={() => onChange({ kind, assigned })}>Agree to these columns</Button>
        )
      }
    >
      <div className="toolbar">
        <SelectField
          label="It is"
          options={kinds}
          selected={kind}
          onChange={(chosen) =>
            onChange({ kind: chosen, assigned: assignedBy(suggestColumns(chosen, file.sketch, crmFormats)) })
          }
        />
      </div>
      <ColumnTable file={file.name}>
        {keyedColumns(file.sketch).map((column) => (
          <ColumnRow
            key={column.key}
            column={column}
            meanings={fields.map(({ name, label, isNeeded }) => ({
              value: name,
              label: isNeeded ? `${label} (needed)` : label,
            }))}
            meaning={fieldOf(column.header)}
            reading={null}
            state={stateOf(column.header)}
            onChange={(field) => onChange({ kind, assigned: assign(assigned, column.header, field) })}
          />
        ))}
      </ColumnTable>
    </Block>
  );
}
