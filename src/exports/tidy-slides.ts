import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const emptyPoint = /<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g;
const emptyCell = /<c r="[A-Z]+\d+"[^>]*><v><\/v><\/c>/g;

const rewritten = (
  bytes: Uint8Array,
  change: (path: string, part: Uint8Array) => Uint8Array,
): Uint8Array<ArrayBuffer> => {
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/'));
  const packed = zipSync(Object.fromEntries(parts.map(([path, part]) => [path, change(path, part)])));
  return new Uint8Array(packed);
};

const without = (pattern: RegExp, part: Uint8Array): Uint8Array =>
  strToU8(strFromU8(part).replaceAll(pattern, ''));

/**
 * Slides in which a value that is not there is left out of the chart and of the sheet behind it, so that a line has a gap
 * and no reader takes an empty text for nought.
 */
export const tidySlides = (bytes: Uint8Array): Blob => {
  const tidy = rewritten(bytes, (path, part) => {
    if (/^ppt\/charts\/chart\d+\.xml$/.test(path)) return without(emptyPoint, part);
    if (!/^ppt\/embeddings\/.*\.xlsx$/.test(path)) return part;
    return rewritten(part, (inner, sheet) =>
      inner.startsWith('xl/worksheets/') ? without(emptyCell, sheet) : sheet,
    );
  });
  return new Blob([tidy], {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  });
};
