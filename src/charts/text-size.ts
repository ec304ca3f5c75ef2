/** How text is set, as far as its width goes. */
export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly serif?: boolean;
}

const NARROW = /[\sijlft.,:;'’!|()[\]I-]/u;
const WIDE = /[mwMW@%€Æ—…]/u;
const CAPITAL = /[\p{Lu}]/u;

/** About how wide a text is in pixels: a little too wide rather than too narrow, and the same without a browser. */
export function textWidth(text: string, { size, bold = false, serif = false }: TextStyle): number {
  let ems = 0;
  for (const letter of text) ems += emsOf(letter);
  return ems * size * (bold ? 1.06 : 1) * (serif ? 1.08 : 1);
}

function emsOf(letter: string): number {
  if (NARROW.test(letter)) return 0.29;
  if (WIDE.test(letter)) return 0.81;
  return CAPITAL.test(letter) ? 0.6 : 0.51;
}

/** The text cut short with an ellipsis where it is wider than there is room. */
export function fitText(text: string, room: number, style: TextStyle): string {
  if (textWidth(text, style) <= room) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, style) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** The text in lines that fit the room, broken between words only. */
export function wrapText(text: string, room: number, style: TextStyle): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, style) <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
