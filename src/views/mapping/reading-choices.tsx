import type { ColumnChoice, CrmFormat, TextChoice } from '../../crm/crm-format.ts';
import type { ColumnDecision, FileLedger } from '../../ingest/ledger.ts';
import { encodings } from '../../ingest/text-encoding.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { delimiterNames, encodingNames } from '../data/file-words.ts';

const zones = ['report', 'UTC', ...Intl.supportedValuesOf('timeZone')];

const orders = [
  { value: 'day-first', label: 'day first' },
  { value: 'month-first', label: 'month first' },
] as const;
const marks = [
  { value: 'point', label: 'decimal point' },
  { value: 'comma', label: 'decimal comma' },
] as const;

/** How a file was decided to be read; each decision can be changed. */
export function ReadingChoices({
  file,
  format,
  onText,
  onTimeZone,
  onReading,
}: {
  readonly file: FileLedger;
  readonly format: CrmFormat;
  readonly onText: (choice: TextChoice) => void;
  readonly onTimeZone: (zone: string) => void;
  readonly onReading: (column: string, choice: ColumnChoice) => void;
}) {
  const table = format.tables.find(({ name }) => name === file.table);
  const isText = file.delimiter !== '';
  return (
    <div className="toolbar">
      {isText && (
        <>
          <SelectField
            label="Encoding"
            options={encodings.map((value) => ({ value, label: encodingNames[value] ?? value }))}
            selected={table?.text?.encoding ?? file.encoding}
            isSet={table?.text?.encoding !== undefined}
            onChange={(encoding) => onText({ encoding })}
          />
          <SelectField
            label="Separator"
            options={Object.entries(delimiterNames).map(([value, label]) => ({ value, label }))}
            selected={table?.text?.delimiter ?? file.delimiter}
            isSet={table?.text?.delimiter !== undefined}
            onChange={(delimiter) => onText({ delimiter })}
          />
          <SelectField
            label="Letters decoded twice"
            options={[
              { value: 'as written', label: 'as written' },
              { value: 'mended', label: 'mended, “Ã¶” is “ö”' },
            ]}
            selected={table?.text?.repair === true ? 'mended' : 'as written'}
            isSet={table?.text?.repair === true}
            onChange={(value) => value === 'mended' && onText({ repair: true })}
          />
        </>
      )}
      <SelectField
        label="Clock times without a zone are those of"
        options={zones.map((value) => ({ value, label: value === 'report' ? 'the report’s zone' : value }))}
        selected={format.timeZone}
        onChange={onTimeZone}
      />
      {file.decided.map((decision) => (
        <DecisionField
          key={`${decision.asks} ${decision.column}`}
          decision={decision}
          onReading={onReading}
        />
      ))}
    </div>
  );
}

function DecisionField({
  decision,
  onReading,
}: {
  readonly decision: ColumnDecision;
  readonly onReading: (column: string, choice: ColumnChoice) => void;
}) {
  const { column, written, asks, reading } = decision;
  const field = { label: written, placeholder: 'nobody knows yet' };
  return asks === 'dates' ? (
    <SelectField
      {...field}
      options={orders}
      selected={reading === 'day-first' || reading === 'month-first' ? reading : null}
      onChange={(dates) => onReading(column, { dates })}
    />
  ) : (
    <SelectField
      {...field}
      options={marks}
      selected={reading === 'point' || reading === 'comma' ? reading : null}
      onChange={(decimals) => onReading(column, { decimals })}
    />
  );
}
