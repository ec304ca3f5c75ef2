const bof = 0x0809;
const formula = 0x0006;
const continued = 0x003c;
const sharedTexts = 0x00fc;
/** A record that says nothing and is skipped wherever it stands. */
const nothing = 0x00d3;

const codePlace = 20;
const noCode = 0xffff;

/** Begin and end, code page, date system, password, formats, sheets, texts, cells, and the texts that formulas gave. */
const kept: ReadonlySet<number> = new Set([
  bof,
  0x000a,
  0x0042,
  0x0022,
  0x002f,
  0x041e,
  0x001e,
  0x00e0,
  0x0085,
  sharedTexts,
  formula,
  0x0207,
  0x0004,
  0x0204,
  0x00d6,
  0x00fd,
  0x0203,
  0x027e,
  0x00bd,
  0x0205,
]);

/**
 * The records of an old workbook with only those left that give cells; the others, and the code of formulas, are
 * blanked out where they stand. Throws a `RangeError` where the records are cut off or are none of Excel 5 or later.
 */
export const plainRecords = (stream: Uint8Array): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(stream);
  const view = new DataView(bytes.buffer);
  if (bytes.length < 4 || view.getUint16(0, true) !== bof)
    throw new RangeError('No workbook of a known age.');
  let holdsTexts = false;
  let depth = 0;
  for (let at = 0; at + 4 <= bytes.length;) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (type === 0 && depth === 0) break;
    if (at + 4 + length > bytes.length) throw new RangeError('A record is cut off.');
    if (type === bof) depth += 1;
    if (type === 0x000a) depth -= 1;
    if (type !== continued) holdsTexts = type === sharedTexts;
    if (type === continued ? !holdsTexts : !kept.has(type)) view.setUint16(at, nothing, true);
    if (type === formula) {
      if (length < codePlace + 2) throw new RangeError('A formula is cut off.');
      view.setUint16(at + 4 + codePlace, noCode, true);
    }
    at += 4 + length;
  }
  return bytes;
};
