/** What Windows-1252 means by the bytes 0x80 to 0x9F. */
const upperMarks =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/**
 * Turns bytes to text. Node reads the bytes 0x80 to 0x9F of Windows-1252 as control characters (nodejs/node#56542) and
 * drops a 0xFF that stands first: both put right here.
 */
export const textReader = (encoding: string): ((bytes: Uint8Array) => string) => {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  if (encoding !== 'windows-1252') return (bytes) => decoder.decode(bytes);
  return (bytes) => {
    const text = decoder
      .decode(bytes)
      .replace(/[\u0080-\u009f]/g, (letter) => upperMarks[letter.charCodeAt(0) - 0x80] ?? letter);
    return text.length < bytes.length ? `\u00ff${text}` : text;
  };
};
