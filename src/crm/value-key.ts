/** Values that differ in case, in space or in how an accent is encoded have the same key; nothing else is alike. */
export const valueKey = (value: string): string =>
  value.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
