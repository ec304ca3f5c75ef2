const ascii = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0));

const startsAt = (bytes: Uint8Array, at: number, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[at + index] === byte);

const comment = ascii('<!--');
const commentEnd = ascii('-->');
const instruction = ascii('<?');
const instructionEnd = ascii('?>');
const declaration = ascii('<!');

const behind = (bytes: Uint8Array, from: number, mark: readonly number[]): number => {
  for (let at = from; at < bytes.length; at += 1) if (startsAt(bytes, at, mark)) return at + mark.length;
  return bytes.length;
};

/** Whether an XML text declares a document type, the only place where entities can be defined: before its first element. */
export const declaresDocumentType = (bytes: Uint8Array): boolean => {
  let at = 0;
  while (at < bytes.length) {
    if (bytes[at] !== 0x3c) at += 1;
    else if (startsAt(bytes, at, comment)) at = behind(bytes, at + comment.length, commentEnd);
    else if (startsAt(bytes, at, instruction)) at = behind(bytes, at, instructionEnd);
    else return startsAt(bytes, at, declaration);
  }
  return false;
};
