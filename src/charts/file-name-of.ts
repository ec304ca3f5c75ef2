const LONGEST = 80;

/** A file name made of a title: letters and digits of any script in lower case, joined by hyphens, at most 80. */
export function fileNameOf(title: string, extension: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const name = Array.from(words.join('-')).slice(0, LONGEST).join('').replace(/-$/u, '');
  return `${name === '' ? 'chart' : name}.${extension}`;
}
