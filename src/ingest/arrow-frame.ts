import { FlatTable } from './flat-table.ts';

const messages = { schema: 1, dictionary: 2, batch: 3 } as const;
const mostMessages = 100_000;
const mostFields = 100_000;
const deepest = 64;
const unionType = 14;

const checkFields = (fields: readonly FlatTable[], depth: number, seen: { count: number }): void => {
  seen.count += fields.length;
  if (depth > deepest || seen.count > mostFields) throw new RangeError('More columns than any table has.');
  for (const field of fields) {
    field.count(0, 1);
    field.count(6, 4);
    if (field.byte(2) === unionType) field.table(3)?.count(1, 4);
    checkFields(field.tables(5), depth + 1, seen);
  }
};

const checkSchema = (schema: FlatTable | null): void => {
  checkFields(schema?.tables(1) ?? [], 0, { count: 0 });
  schema?.count(2, 4);
  schema?.count(3, 8);
};

const checkBatch = (batch: FlatTable | null, mostRows: number): void => {
  if (batch === null) throw new RangeError('A batch is missing.');
  const rows = batch.long(0);
  if (rows < 0n || rows > BigInt(mostRows)) throw new RangeError('More rows than bits.');
  batch.count(1, 16);
  batch.count(2, 16);
};

const checkMessage = (message: FlatTable, mostRows: number): void => {
  const kind = message.byte(1);
  const header = message.table(2);
  message.count(4, 4);
  if (kind === messages.schema) checkSchema(header);
  else if (kind === messages.batch) checkBatch(header, mostRows);
  else if (kind === messages.dictionary) checkBatch(header?.table(1) ?? null, mostRows);
  else throw new RangeError('A message of a kind that is not known.');
};

const viewOf = (bytes: Uint8Array, from: number, length: number): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset + from, length);

/** Checks the message at a place and gives where it ends; null for the mark of the end. */
const messageEnd = (bytes: Uint8Array, at: number): number | null => {
  const view = viewOf(bytes, 0, bytes.length);
  const start = at + (view.getInt32(at, true) === -1 ? 8 : 4);
  const length = view.getInt32(start - 4, true);
  if (length === 0) return null;
  if (length < 0 || start + length > bytes.length) throw new RangeError('A message is cut off.');
  const message = FlatTable.root(viewOf(bytes, start, length));
  checkMessage(message, bytes.length * 8);
  const end = start + length + Number(message.long(3));
  if (end < start + length || end > bytes.length) throw new RangeError('A message is cut off.');
  return end;
};

/** Checks the messages of an Arrow stream. Throws where one of them, or a list in it, is cut off. */
export const checkArrowStream = (bytes: Uint8Array): void => {
  let at: number | null = 0;
  for (let count = 0; at !== null && at < bytes.length; count += 1) {
    if (count === mostMessages) throw new RangeError('More messages than any table has.');
    at = messageEnd(bytes, at);
  }
};

const fileMagic = 'ARROW1';
const blockBytes = 24;

/** Checks the directory at the end of an Arrow file and the messages it lists. Throws where any of it is cut off. */
export const checkArrowFile = (bytes: Uint8Array): void => {
  const end = bytes.length - fileMagic.length - 4;
  const length = viewOf(bytes, 0, bytes.length).getInt32(end, true);
  if (new TextDecoder().decode(bytes.subarray(end + 4)) !== fileMagic || length <= 0 || length > end)
    throw new RangeError('The end is cut off.');
  const footer = FlatTable.root(viewOf(bytes, end - length, length));
  checkSchema(footer.table(1));
  footer.count(4, 4);
  for (const block of [...footer.structures(2, blockBytes), ...footer.structures(3, blockBytes)]) {
    const at = Number(block.getBigInt64(0, true));
    if (at < fileMagic.length || messageEnd(bytes, at) === null)
      throw new RangeError('A message is missing.');
  }
};
