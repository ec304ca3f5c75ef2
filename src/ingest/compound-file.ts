import type * as library from '@e965/xlsx';
import { plainRecords } from './biff-records.ts';

interface Entry {
  readonly content?: Uint8Array | readonly number[];
}

/** The part of the library that takes compound files apart. */
interface CompoundFiles {
  readonly read: (bytes: Uint8Array, options: { readonly type: 'array' }) => { readonly FullPaths: string[] };
  readonly find: (file: object, path: string) => Entry | null;
  readonly write: (file: object, options: { readonly type: 'array' }) => ArrayBuffer | Uint8Array | number[];
  readonly utils: {
    readonly cfb_new: () => object;
    readonly cfb_add: (file: object, path: string, content: Uint8Array) => unknown;
  };
}

/**
 * An old workbook with nothing in it but the records of its cells: the code of formulas and all else that damage could
 * turn into an endless read is gone. Throws where there is no workbook inside, or it is locked.
 */
export const plainWorkbook = (bytes: Uint8Array, { CFB }: typeof library): Uint8Array => {
  const files: CompoundFiles = CFB;
  const file = files.read(bytes, { type: 'array' });
  if (file.FullPaths.some((path) => /encryptedpackage|\/encryption/i.test(path)))
    throw new RangeError('It is locked with a password.');
  const content = (files.find(file, '/Workbook') ?? files.find(file, '/Book'))?.content;
  if (content === undefined) throw new RangeError('There is no workbook inside.');
  const plain = files.utils.cfb_new();
  files.utils.cfb_add(plain, '/Workbook', plainRecords(Uint8Array.from(content)));
  return Uint8Array.from(new Uint8Array(files.write(plain, { type: 'array' })));
};
