import { saveFile } from './save-file.ts';

/** Offers a text as a file to save; it never leaves the browser otherwise. */
export const saveText = (name: string, text: string, type: string): void =>
  saveFile(name, new Blob([text], { type }));
