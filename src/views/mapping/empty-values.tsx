import { withEmptyValue } from '../../crm/amend-format.ts';
import type { CrmFormat } from '../../crm/crm-format.ts';
import { Button } from '../../ui/button.tsx';
import { NameField } from '../../ui/name-field.tsx';

/** Words that exports write where they mean nothing; offered, never taken for empty unasked. */
const usual = [
  'NA',
  'N/A',
  '#N/A',
  'NaN',
  'NULL',
  'null',
  'None',
  '-',
  '--',
  'Select',
  '9999-12-31',
  '1899-12-30',
];

/** Which cells of a format are read as empty, and a place to name others. */
export function EmptyValues({
  format,
  onChange,
}: {
  readonly format: CrmFormat;
  readonly onChange: (format: CrmFormat) => void;
}) {
  const { emptyValues } = format;
  return (
    <div className="empty-values">
      <span>
        {emptyValues.length === 0
          ? 'Only cells without a text are read as empty.'
          : 'Read as empty, beside cells without a text:'}
      </span>
      {emptyValues.map((value) => (
        <Button
          key={value}
          variant="link"
          label={`Read ${value} as a value again`}
          onPress={() => onChange(withEmptyValue(format, value, false))}
        >
          {value}
        </Button>
      ))}
      <NameField
        key={emptyValues.join('\n')}
        label="Another text that means empty"
        names={usual.filter((value) => !emptyValues.includes(value))}
        value=""
        placeholder="add another text"
        onChange={(value) => onChange(withEmptyValue(format, value, true))}
      />
    </div>
  );
}
