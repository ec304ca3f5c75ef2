const named: ReadonlyMap<string, string> = new Map([
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&gt;', '>'],
  ['&lt;', '<'],
  ['&amp;', '&'],
]);
const references = /&(?:quot|apos|gt|lt|amp|#\d+|#x[\da-fA-F]+);/g;
/** How spreadsheet programs write letters that XML cannot hold. */
const escapes = /_x([\da-f]{4})_/gi;
const lastPoint = 0x10ffff;

const referred = (reference: string): string => {
  const known = named.get(reference);
  if (known !== undefined) return known;
  const digits = reference.slice(2, -1);
  const point = digits.startsWith('x') ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  return point > lastPoint ? reference : String.fromCodePoint(point);
};

/** What the text between two tags, or of an attribute, of a workbook says: references and escapes are resolved once. */
export const xmlText = (raw: string): string => {
  let text = raw;
  if (text.includes('&')) text = text.replace(references, referred);
  if (text.includes('_x') || text.includes('_X'))
    text = text.replace(escapes, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text;
};
