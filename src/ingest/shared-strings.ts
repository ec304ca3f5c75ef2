import { richText } from './rich-text.ts';
import { behindSpace, noTag } from './tag-scanner.ts';
import { behindRoot, mainNamespace } from './xml-tags.ts';

/** The texts that the cells of a workbook share, in order; null where they are not written as usual. */
export const sharedStrings = (xml: string): readonly string[] | null => {
  const texts: string[] = [];
  const tag = noTag();
  let at = behindRoot(xml, 'sst', mainNamespace);
  if (at < 0) return null;
  if (xml.startsWith('/>', at - 2)) return texts;
  for (;;) {
    at = behindSpace(xml, at);
    if (xml.startsWith('<si>', at)) {
      const read = richText(xml, at + 4, '</si>', tag);
      if (read === null) return null;
      texts.push(read.text);
      at = read.end;
    } else if (xml.startsWith('<si/>', at)) {
      texts.push('');
      at += 5;
    } else return xml.startsWith('</sst>', at) ? texts : null;
  }
};
