import type { parquetHeader } from 'hyparquet/src/column.js';
import type { decompressPage } from 'hyparquet/src/datapage.js';
import type { CompressionCodec, Compressors, PageHeader } from 'hyparquet';
import { readLength, readRuns, type PageReader } from './parquet-runs.ts';
import type { ParquetLeaf } from './parquet-schema.ts';
import { readValues, type ValueDecoders } from './parquet-values.ts';

/** What reads pages; loaded with the first Parquet file. */
export interface PageDecoders extends ValueDecoders {
  readonly header: typeof parquetHeader;
  readonly decompress: typeof decompressPage;
  readonly compressors: Compressors;
  /** Counts what comes out of the file, and throws where it is too much. */
  readonly grown: (bytes: number) => void;
}

interface Page {
  readonly values: number;
  readonly reader: PageReader;
  readonly levels: Int32Array | null;
  readonly encoding: NonNullable<PageHeader['data_page_header']>['encoding'];
}

const levelWidth = (filled: number): number => 32 - Math.clz32(filled);

const plainPage = (
  { data_page_header: header, uncompressed_page_size: size }: PageHeader,
  packed: Uint8Array,
  codec: CompressionCodec,
  leaf: ParquetLeaf,
  decoders: PageDecoders,
): Page => {
  if (header === undefined) throw new RangeError('A page without its header.');
  const { num_values: values, encoding } = header;
  decoders.grown(size + values);
  const reader = { bytes: decoders.decompress(packed, size, codec, decoders.compressors), at: 0 };
  if (leaf.filled === 0) return { values, reader, levels: null, encoding };
  const end = readLength(reader) + reader.at;
  const levels = readRuns(reader, levelWidth(leaf.filled), values);
  reader.at = end;
  return { values, reader, levels, encoding };
};

const secondPage = (
  { data_page_header_v2: header, uncompressed_page_size: size }: PageHeader,
  packed: Uint8Array,
  codec: CompressionCodec,
  leaf: ParquetLeaf,
  decoders: PageDecoders,
): Page => {
  if (header === undefined) throw new RangeError('A page without its header.');
  const { num_values: values, encoding } = header;
  decoders.grown(size + values);
  const from = header.repetition_levels_byte_length;
  const split = from + header.definition_levels_byte_length;
  const levels =
    leaf.filled === 0 ? null : readRuns({ bytes: packed, at: from }, levelWidth(leaf.filled), values);
  const rest = packed.subarray(split);
  const bytes =
    header.is_compressed === false
      ? rest
      : decoders.decompress(rest, size - split, codec, decoders.compressors);
  return { values, reader: { bytes, at: 0 }, levels, encoding };
};

const textsOf = (
  { values, reader, levels, encoding }: Page,
  dictionary: readonly string[] | null,
  leaf: ParquetLeaf,
  decoders: PageDecoders,
): readonly string[] => {
  const filled =
    levels === null ? values : levels.reduce((sum, level) => sum + (level === leaf.filled ? 1 : 0), 0);
  if (encoding === 'RLE_DICTIONARY' || encoding === 'PLAIN_DICTIONARY') {
    const width = reader.bytes[reader.at] ?? 0;
    reader.at += 1;
    return Array.from(width === 0 ? new Int32Array(filled) : readRuns(reader, width, filled), (code) => {
      const text = dictionary?.[code];
      if (text === undefined) throw new RangeError('A value that its dictionary lacks.');
      return text;
    });
  }
  return Array.from<unknown, string>(readValues(reader, encoding, filled, leaf.element, decoders), leaf.text);
};

/** The texts of one column over a group of rows, empty where there is no value. Throws for any damage. */
export const parquetColumn = (
  chunk: Uint8Array,
  codec: CompressionCodec,
  leaf: ParquetLeaf,
  rows: number,
  decoders: PageDecoders,
): readonly string[] => {
  const place = { view: new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength), offset: 0 };
  const column: string[] = [];
  let dictionary: readonly string[] | null = null;
  while (column.length < rows) {
    const header = decoders.header(place);
    const packed = chunk.subarray(place.offset, place.offset + header.compressed_page_size);
    if (header.compressed_page_size < 0 || packed.length < header.compressed_page_size)
      throw new RangeError('The column is cut off.');
    place.offset += packed.length;
    if (header.type === 'DICTIONARY_PAGE') {
      const count = header.dictionary_page_header?.num_values ?? -1;
      decoders.grown(header.uncompressed_page_size + count);
      const bytes = decoders.decompress(packed, header.uncompressed_page_size, codec, decoders.compressors);
      const values = readValues({ bytes, at: 0 }, 'PLAIN', count, leaf.element, decoders);
      dictionary = Array.from<unknown, string>(values, leaf.text);
    } else {
      const read = header.type === 'DATA_PAGE' ? plainPage : secondPage;
      const page = read(header, packed, codec, leaf, decoders);
      if (page.values < 0 || column.length + page.values > rows)
        throw new RangeError('More values than rows.');
      const texts = textsOf(page, dictionary, leaf, decoders);
      let next = 0;
      for (let row = 0; row < page.values; row += 1) {
        const isFilled = page.levels === null || page.levels[row] === leaf.filled;
        column.push(isFilled ? (texts[next] ?? '') : '');
        if (isFilled) next += 1;
      }
    }
  }
  return column;
};
