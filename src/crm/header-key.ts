/** Headers are compared without case, surrounding space, the kind of space and the kind of apostrophe. */
export const headerKey = (header: string): string =>
  header.normalize('NFC').replaceAll(/\s+/g, ' ').replaceAll('’', "'").trim().toLowerCase();
