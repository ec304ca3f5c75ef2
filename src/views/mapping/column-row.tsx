import type { ColumnReading, ColumnSketch } from '../../ingest/ledger.ts';
import { SelectField } from '../../ui/select-field.tsx';

/** What a column can mean, in the reader's words. */
export interface Meaning {
  readonly value: string;
  readonly label: string;
}

const notUsed = 'not used';

/** One column of a file: what it holds, what it means, how it was read and why. */
export function ColumnRow({
  column,
  meanings,
  meaning,
  reading,
  state,
  onChange,
}: {
  readonly column: ColumnSketch;
  readonly meanings: readonly Meaning[];
  readonly meaning: string | null;
  readonly reading: ColumnReading | null;
  /** Why this meaning, or what is missing. */
  readonly state: string;
  readonly onChange: (meaning: string | null) => void;
}) {
  return (
    <tr>
      <th scope="row">{column.header === '' ? '(no header)' : column.header}</th>
      <td data-label="means" className="full">
        <SelectField
          label={`Meaning of ${column.header}`}
          isLabelHidden
          isSet={meaning !== null}
          options={[{ value: notUsed, label: 'Not used' }, ...meanings]}
          selected={meaning ?? notUsed}
          onChange={(value) => onChange(value === notUsed ? null : value)}
        />
      </td>
      <td className="mono sample full" data-label="examples">
        {column.examples.length === 0 ? '–' : column.examples.join(' · ')}
      </td>
      <td className="full" data-label="read as">
        {reading?.readAs ?? ''}
      </td>
      <td className="full sample" data-label="evidence">
        {[reading?.evidence ?? '', state].filter((text) => text !== '').join('; ')}
      </td>
    </tr>
  );
}
