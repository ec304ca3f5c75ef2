import { behindSpace, behindTag, type ScannedTag } from './tag-scanner.ts';
import { xmlText } from './xml-text.ts';

/** A text and the place behind it. */
interface ReadText {
  readonly text: string;
  readonly end: number;
}

const skipped = ['rPr', 'rPh', 'phoneticPr'] as const;

/** The place behind an element that says how a text looks or sounds, or -1 where there is none. */
const behindSkipped = (xml: string, at: number, tag: ScannedTag): number => {
  const name = skipped.find((known) => xml.startsWith(known, at + 1));
  if (name === undefined) return -1;
  const end = behindTag(xml, at + 1 + name.length, tag);
  if (end < 0 || tag.isClosed) return end;
  const closing = `</${name}>`;
  const found = xml.indexOf(closing, end);
  return found < 0 ? -1 : found + closing.length;
};

/**
 * The text of a shared or inline string, from behind its opening tag, its runs joined. Null where it is not written as
 * usual. `tag` is written over.
 */
export const richText = (
  xml: string,
  from: number,
  closing: '</si>' | '</is>',
  tag: ScannedTag,
): ReadText | null => {
  let raw = '';
  let form: 'none' | 'plain' | 'runs' = 'none';
  let isInRun = false;
  let at = behindSpace(xml, from);
  while (!xml.startsWith(closing, at)) {
    if (xml.startsWith('<r>', at)) {
      if (isInRun || form === 'plain') return null;
      form = 'runs';
      isInRun = true;
      at += 3;
    } else if (xml.startsWith('</r>', at)) {
      if (!isInRun) return null;
      isInRun = false;
      at += 4;
    } else if (xml.startsWith('<t', at)) {
      if (!isInRun && form !== 'none') return null;
      if (!isInRun) form = 'plain';
      at = behindTag(xml, at + 2, tag);
      if (at < 0) return null;
      if (!tag.isClosed) {
        const to = xml.indexOf('<', at);
        if (!xml.startsWith('</t>', to)) return null;
        raw += xml.slice(at, to);
        at = to + 4;
      }
    } else {
      at = behindSkipped(xml, at, tag);
      if (at < 0) return null;
    }
    at = behindSpace(xml, at);
  }
  return isInRun ? null : { text: xmlText(raw), end: at + closing.length };
};
