import { withReading, withText, withTimeZone } from '../../crm/amend-format.ts';
import { columnsRead } from '../../crm/columns-read.ts';
import type { CrmFormat } from '../../crm/crm-format.ts';
import { targetWords, withColumn } from '../../crm/retarget.ts';
import type { FileLedger } from '../../ingest/ledger.ts';
import { Block } from '../../ui/block.tsx';
import { ColumnRow } from './column-row.tsx';
import { ColumnTable } from './column-table.tsx';
import { EmptyValues } from './empty-values.tsx';
import { keyedColumns } from './keyed-columns.ts';
import { ReadingChoices } from './reading-choices.tsx';

/** A file of a known kind: its columns may be read for something else, and otherwise. */
export function KnownFile({
  file,
  format,
  onChange,
}: {
  readonly file: FileLedger;
  readonly format: CrmFormat;
  readonly onChange: (format: CrmFormat) => void;
}) {
  const headers = file.sketch.map(({ header }) => header);
  const read = columnsRead(format, file.table, headers);
  const words = Object.entries((read && targetWords[read.into]) ?? {});
  const readings = new Map(file.readings.map((reading) => [reading.source, reading]));
  const change = (position: number, meaning: string | null): void => {
    if (read === null) return;
    const name = meaning ?? read.meanings.get(position);
    if (name === undefined) return;
    onChange(
      withColumn(format, file.table, read.into, name, meaning === null ? null : (headers[position] ?? null)),
    );
  };
  const used = headers.filter(
    (header, position) => read?.meanings.has(position) === true || readings.has(header),
  );
  return (
    <Block
      span={12}
      question={`How is ${file.name} read?`}
      answer={`${format.label}, ${file.table}: ${used.length} of ${headers.length} columns are used`}
      definition="Nothing is guessed in silence. Change any line, and the numbers above follow."
    >
      <ReadingChoices
        file={file}
        format={format}
        onText={(choice) => onChange(withText(format, file.table, choice))}
        onTimeZone={(zone) => onChange(withTimeZone(format, zone))}
        onReading={(column, choice) => onChange(withReading(format, file.table, column, choice))}
      />
      <EmptyValues format={format} onChange={onChange} />
      <ColumnTable file={file.name}>
        {keyedColumns(file.sketch).map((column) => {
          const reading = readings.get(column.header) ?? null;
          const meaning = read?.meanings.get(column.position) ?? null;
          return (
            <ColumnRow
              key={column.key}
              column={column}
              meanings={words.map(([value, label]) => ({ value, label }))}
              meaning={meaning}
              reading={reading}
              state={meaning === null && reading !== null ? 'used for other tables' : ''}
              onChange={(chosen) => change(column.position, chosen)}
            />
          );
        })}
      </ColumnTable>
    </Block>
  );
}
