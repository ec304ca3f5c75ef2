import { behindSpace } from './json-bytes.ts';
import { jsonLayout, type JsonLayout, type JsonList, type JsonRange } from './json-layout.ts';
import { beginsWithRecord, cellsOf, damagedJson, faultIn, lineCounter, membersOf } from './json-records.ts';
import { soundRecord } from './read-record.ts';
import type { RecordSource } from './record-source.ts';
import type { SourceFile } from './source-file.ts';
import { findEncoding, markedEncoding, withSingleByteMarks } from './text-encoding.ts';
import { textReader } from './text-reader.ts';
import { turn } from './turn.ts';

const headBytes = 4096;
const shownBytes = 2000;
const recordsBetweenTurns = 1 << 12;

interface JsonText {
  readonly file: SourceFile;
  readonly bytes: Uint8Array;
  readonly kind: JsonLayout['kind'];
  readonly decode: (bytes: Uint8Array) => string;
  readonly hasMark: boolean;
}

const listSource = (
  { file, bytes, kind, decode, hasMark }: JsonText,
  { name, ranges }: JsonList,
  lists: number,
): RecordSource => {
  const label = lists > 1 ? `${file.name} › ${name}` : file.name;
  const textOf = ({ from, to }: JsonRange): string => decode(bytes.subarray(from, to));
  const columns = new Map<string, number>();
  return {
    name: label,
    encoding: kind,
    delimiter: '',
    bom: hasMark,
    eol: '',
    bytes: file.content.size,
    read: async (take, report, signal) => {
      const progress = async (index: number, half: number): Promise<void> => {
        if (index % recordsBetweenTurns !== 0) return;
        await turn();
        signal.throwIfAborted();
        const done = (half + index / Math.max(1, ranges.length)) / 2;
        report({ bytes: Math.floor(file.content.size * done), totalBytes: file.content.size });
      };
      for (const [index, range] of ranges.entries()) {
        if (index % recordsBetweenTurns === 0) await progress(index, 0);
        const text = textOf(range);
        if (text.trim() === '') continue;
        const members = membersOf(text);
        if (members === null && kind === 'json' && text.startsWith('{'))
          throw faultIn(file.name, bytes, range, text);
        for (const [member] of members ?? []) if (!columns.has(member)) columns.set(member, columns.size);
      }
      take({ cells: [...columns.keys()], ...soundRecord, line: 1, from: 0, to: 0 });
      const lineAt = lineCounter(bytes);
      for (const [index, range] of ranges.entries()) {
        if (index % recordsBetweenTurns === 0) await progress(index, 1);
        const cells = cellsOf(textOf(range), columns);
        take({ cells, ...soundRecord, line: lineAt(range.from), from: range.from, to: range.to });
      }
      report({ bytes: file.content.size, totalBytes: file.content.size });
    },
    textOf: async (from, to) => textOf({ from, to: Math.min(to, from + shownBytes) }),
    recordAt: async (from, to) => {
      const text = textOf({ from, to });
      return { text, cells: cellsOf(text, columns) };
    },
  };
};

const firstLetter = (head: Uint8Array): string => {
  const found = markedEncoding(head);
  const text = textReader(found?.encoding ?? 'utf-8')(head.subarray(found?.mark ?? 0));
  return text.trimStart().charAt(0);
};

/**
 * The lists of records of a JSON file, or null where a file only looks like JSON at first. A damaged line of JSON
 * lines is a record that is set aside; damage anywhere else throws an `ImportError` that says where.
 */
export const jsonSources = async (file: SourceFile): Promise<readonly RecordSource[] | null> => {
  const head = new Uint8Array(await file.content.slice(0, headBytes).arrayBuffer());
  if (!'{['.includes(firstLetter(head) || ' ')) return null;
  const found = await findEncoding(file.content);
  const plain = await withSingleByteMarks(file.content, found);
  const bytes = new Uint8Array(await plain.file.arrayBuffer());
  const decode = textReader(plain.encoding);
  const from = behindSpace(bytes, 0);
  if (!beginsWithRecord(bytes, from, decode)) return null;
  const { kind, lists, fault } = jsonLayout(bytes, from);
  if (fault !== null) throw damagedJson(file.name, bytes, fault);
  const text: JsonText = { file, bytes, kind, decode, hasMark: found.mark > 0 };
  return lists.map((list) => listSource(text, list, lists.length));
};
