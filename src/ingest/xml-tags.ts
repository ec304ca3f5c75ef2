import { xmlText } from './xml-text.ts';

const attribute = /\s([^\s"'=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The place of the `>` that ends a tag, not of one in a quoted value; -1 where another tag begins first. */
const tagEnd = (xml: string, from: number): number => {
  let quote = '';
  for (let at = from; at < xml.length; at += 1) {
    const letter = xml.charAt(at);
    if (letter === '<') return -1;
    if (quote === '' && letter === '>') return at;
    if (quote === '' && (letter === '"' || letter === "'")) quote = letter;
    else if (letter === quote) quote = '';
  }
  return -1;
};

/** The attributes of every tag of one name, in order. Takes a time that grows with the text alone, whatever it says. */
export const tagsOf = (xml: string, name: string): readonly ReadonlyMap<string, string>[] => {
  const opening = `<${name}`;
  const tags: ReadonlyMap<string, string>[] = [];
  for (let at = xml.indexOf(opening); at >= 0; at = xml.indexOf(opening, at + 1)) {
    const from = at + opening.length;
    const end = tagEnd(xml, from);
    if (end < 0 || !' \t\r\n/>'.includes(xml.charAt(from))) continue;
    tags.push(
      new Map(
        Array.from(xml.slice(from, end).matchAll(attribute), ([, key = '', double, single]) => [
          key,
          xmlText(double ?? single ?? ''),
        ]),
      ),
    );
  }
  return tags;
};

/**
 * The place behind the first tag of an XML text whose root has this name in this namespace, without a prefix for it.
 * -1 for any other text, also where a comment comes first.
 */
export const behindRoot = (xml: string, name: string, namespace: string): number => {
  const root = xml.startsWith('<?xml') ? xml.indexOf('<', 1) : 0;
  if (root < 0 || !xml.startsWith(`<${name}`, root)) return -1;
  const end = tagEnd(xml, root + 1);
  if (end < 0) return -1;
  const [tag] = tagsOf(xml.slice(root, end + 1), name);
  if (tag?.get('xmlns') !== namespace) return -1;
  const bound = [...tag.values()].filter((value) => value === namespace);
  return bound.length === 1 ? end + 1 : -1;
};

/** The namespace of the parts of a workbook. */
export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
