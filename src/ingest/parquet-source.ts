import { bytesBetween } from './bytes-between.ts';
import type { FileMetaData, RowGroup } from 'hyparquet';
import { inflationMeter } from './inflation-limits.ts';
import { ImportError } from './ledger.ts';
import { parquetColumn, type PageDecoders } from './parquet-column.ts';
import { parquetLeaves, type ParquetLeaf } from './parquet-schema.ts';
import type { RecordSource } from './record-source.ts';
import type { SourceFile } from './source-file.ts';
import { tableSource, type TableRow } from './table-source.ts';

const damaged = (name: string, cause: unknown): ImportError =>
  cause instanceof ImportError
    ? cause
    : new ImportError(
        name,
        `The Parquet file ${name} is damaged or uses a feature that is not known. Nothing of it was loaded. Write it again, or save it as CSV.`,
      );

const builtIn: ReadonlySet<string> = new Set(['UNCOMPRESSED', 'SNAPPY']);

const loadDecoders = async (
  groups: readonly RowGroup[],
  grown: (bytes: number) => void,
): Promise<PageDecoders> => {
  const [plain, delta, encoding, column, page] = await Promise.all([
    import('hyparquet/src/plain.js'),
    import('hyparquet/src/delta.js'),
    import('hyparquet/src/encoding.js'),
    import('hyparquet/src/column.js'),
    import('hyparquet/src/datapage.js'),
  ]);
  const isPlain = groups.every(({ columns }) =>
    columns.every(({ meta_data: data }) => data === undefined || builtIn.has(data.codec)),
  );
  return {
    plain: plain.readPlain,
    delta: delta.deltaBinaryUnpack,
    split: encoding.byteStreamSplit,
    header: column.parquetHeader,
    decompress: page.decompressPage,
    compressors: isPlain ? {} : { ...(await import('hyparquet-compressors')).compressors },
    grown,
  };
};

interface Group {
  readonly first: number;
  readonly rows: number;
  readonly group: RowGroup;
}

const groupsOf = ({ row_groups: groups, num_rows: all }: FileMetaData): readonly Group[] => {
  let first = 0;
  const placed = groups.map((group) => {
    const rows = Number(group.num_rows);
    if (!(rows >= 0 && rows < 2 ** 31)) throw new RangeError('A group with no number of rows.');
    first += rows;
    return { first: first - rows, rows, group };
  });
  if (first !== Number(all)) throw new RangeError('The groups do not make up the rows.');
  return placed;
};

const readGroup = async (
  file: Blob,
  { rows, group }: Group,
  leaves: readonly ParquetLeaf[],
  decoders: PageDecoders,
): Promise<readonly (readonly string[])[]> => {
  const byName = new Map(group.columns.map(({ meta_data: data }) => [data?.path_in_schema.join('.'), data]));
  const columns: (readonly string[])[] = [];
  for (const leaf of leaves) {
    const data = byName.get(leaf.name);
    if (data === undefined || data.type !== leaf.element.type) throw new RangeError('A column is missing.');
    const dictionary = Number(data.dictionary_page_offset ?? 0n);
    const pages = Number(data.data_page_offset);
    const from = dictionary > 0 && dictionary < pages ? dictionary : pages;
    const bytes = await bytesBetween(file, from, from + Number(data.total_compressed_size));
    columns.push(parquetColumn(bytes, data.codec, leaf, rows, decoders));
  }
  return columns;
};

/**
 * The table of a Parquet file, read group by group, every value as text. Lines are row numbers, from 1. Throws an
 * `ImportError` for a file that is damaged or grows beyond the limits for archives.
 */
export const parquetSource = async ({ name, content }: SourceFile): Promise<RecordSource> => {
  const { parquetMetadataAsync } = await import('hyparquet');
  const file = {
    byteLength: content.size,
    slice: async (from: number, to = content.size) => (await bytesBetween(content, from, to)).buffer,
  };
  try {
    const metadata = await parquetMetadataAsync(file, { geoparquet: false });
    const leaves = parquetLeaves(metadata.schema);
    const groups = groupsOf(metadata);
    let kept: { readonly group: Group; readonly columns: readonly (readonly string[])[] } | null = null;
    const open = async (group: Group): Promise<readonly (readonly string[])[]> => {
      if (kept?.group === group) return kept.columns;
      try {
        const decoders = await loadDecoders(metadata.row_groups, inflationMeter(name, content.size));
        kept = { group, columns: await readGroup(content, group, leaves, decoders) };
        return kept.columns;
      } catch (cause) {
        throw damaged(name, cause);
      }
    };
    const rowAt = async (line: number): Promise<readonly string[]> => {
      const group = groups.find(({ first, rows }) => line > first && line <= first + rows);
      if (group === undefined) return leaves.map((leaf) => leaf.name);
      return (await open(group)).map((column) => column[line - group.first - 1] ?? '');
    };
    async function* readRows(): AsyncGenerator<readonly TableRow[]> {
      yield [{ line: 0, cells: leaves.map((leaf) => leaf.name) }];
      for (const group of groups) {
        const columns = await open(group);
        const piece = 1 << 10;
        for (let from = 0; from < group.rows; from += piece) {
          yield Array.from({ length: Math.min(piece, group.rows - from) }, (_, step) => ({
            line: group.first + from + step + 1,
            cells: columns.map((column) => column[from + step] ?? ''),
          }));
        }
      }
    }
    return tableSource({
      name,
      encoding: 'parquet',
      bytes: content.size,
      rows: Number(metadata.num_rows),
      readRows,
      rowAt,
    });
  } catch (cause) {
    throw damaged(name, cause);
  }
};
