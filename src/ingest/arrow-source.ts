import { checkArrowFile, checkArrowStream } from './arrow-frame.ts';
import type { Data, Field, RecordBatch } from 'apache-arrow';
import { textsOf, type ArrowTypes, type TextAt } from './arrow-cells.ts';
import { ImportError } from './ledger.ts';
import type { RecordSource } from './record-source.ts';
import type { SourceFile } from './source-file.ts';
import { tableSource, type TableRow } from './table-source.ts';

const damaged = (name: string, cause: unknown): ImportError =>
  new ImportError(
    name,
    cause instanceof Error && /compression/i.test(cause.message)
      ? `The Arrow file ${name} is compressed inside, which cannot be read. Write it without compression, or as Parquet.`
      : `The Arrow file ${name} is damaged or uses a feature that is not known. Nothing of it was loaded. Write it again, or save it as CSV.`,
  );

/** Names of the columns with one value a row; members of a group have its name before theirs. Lists are left out. */
const namesOf = (fields: readonly Field[], types: ArrowTypes, group = ''): readonly string[] =>
  fields.flatMap(({ name, type }) => {
    if (types.DataType.isStruct(type)) return namesOf(type.children, types, `${group}${name}.`);
    return holdsList(type, types) ? [] : [`${group}${name}`];
  });

const holdsList = (type: unknown, { DataType }: ArrowTypes): boolean =>
  DataType.isList(type) || DataType.isFixedSizeList(type) || DataType.isMap(type) || DataType.isUnion(type);

const columnsOf = (parts: readonly Data[], types: ArrowTypes): readonly TextAt[] =>
  parts.flatMap((part) => {
    if (holdsList(part.type, types)) return [];
    if (!types.DataType.isStruct(part.type)) return [textsOf(part, types)];
    return columnsOf(part.children, types).map(
      (textAt): TextAt =>
        (index) =>
          part.getValid(index) ? textAt(index) : '',
    );
  });

interface Batch {
  readonly first: number;
  readonly rows: number;
  readonly columns: readonly TextAt[];
}

const batchesOf = (read: readonly RecordBatch[], types: ArrowTypes, bytes: number): readonly Batch[] => {
  let first = 0;
  return read.map((batch) => {
    const rows = batch.numRows;
    if (!(rows >= 0 && first + rows <= bytes * 8)) throw new RangeError('More rows than bits.');
    first += rows;
    return { first: first - rows, rows, columns: columnsOf(batch.data.children, types) };
  });
};

const rowIn = ({ first, columns }: Batch, line: number): readonly string[] =>
  columns.map((textAt) => textAt(line - first - 1));

/**
 * The table of an Arrow file or stream, every value as text. Lines are row numbers, from 1. Throws an `ImportError`
 * for a file that is damaged.
 */
export const arrowSource = async ({ name, content }: SourceFile): Promise<RecordSource> => {
  const arrow = await import('apache-arrow');
  const bytes = new Uint8Array(await content.arrayBuffer());
  try {
    if (bytes[0] === 0xff) checkArrowStream(bytes);
    else checkArrowFile(bytes);
    const reader = arrow.RecordBatchReader.from(bytes).open();
    const names = namesOf(reader.schema.fields, arrow);
    const batches = batchesOf([...reader], arrow, bytes.length);
    if (batches.some(({ columns }) => columns.length !== names.length))
      throw new RangeError('A column is missing.');
    const guarded = (batch: Batch, line: number): readonly string[] => {
      try {
        return rowIn(batch, line);
      } catch (cause) {
        throw damaged(name, cause);
      }
    };
    async function* readRows(): AsyncGenerator<readonly TableRow[]> {
      yield [{ line: 0, cells: names }];
      const piece = 1 << 10;
      for (const batch of batches) {
        for (let from = 0; from < batch.rows; from += piece) {
          yield Array.from({ length: Math.min(piece, batch.rows - from) }, (_, step) => {
            const line = batch.first + from + step + 1;
            return { line, cells: guarded(batch, line) };
          });
        }
      }
    }
    return tableSource({
      name,
      encoding: 'arrow',
      bytes: bytes.length,
      rows: batches.reduce((sum, { rows }) => sum + rows, 0),
      readRows,
      rowAt: async (line) => {
        const batch = batches.find(({ first, rows }) => line > first && line <= first + rows);
        return batch === undefined ? names : guarded(batch, line);
      },
    });
  } catch (cause) {
    throw damaged(name, cause);
  }
};
