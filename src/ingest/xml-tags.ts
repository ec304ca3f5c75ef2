import { xmlText } from './xml-text.ts';

const attribute = /([^\s"'=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The attributes of every tag of one name, in order. */
export const tagsOf = (xml: string, name: string): readonly ReadonlyMap<string, string>[] =>
  Array.from(
    xml.matchAll(new RegExp(`<${name}(?=[\\s/>])(?:"[^"<]*"|'[^'<]*'|[^'"<>])*>`, 'g')),
    ([tag]) =>
      new Map(
        Array.from(tag.matchAll(attribute), ([, key = '', double, single]) => [
          key,
          xmlText(double ?? single ?? ''),
        ]),
      ),
  );

/**
 * The place behind the first tag of an XML text whose root has this name in this namespace, without a prefix for it.
 * -1 for any other text, also where a comment comes first.
 */
export const behindRoot = (xml: string, name: string, namespace: string): number => {
  const root = xml.startsWith('<?xml') ? xml.indexOf('<', 1) : 0;
  if (root < 0 || !xml.startsWith(`<${name}`, root)) return -1;
  const end = xml.indexOf('>', root);
  if (end < 0) return -1;
  const [tag] = tagsOf(xml.slice(root, end + 1), name);
  if (tag?.get('xmlns') !== namespace) return -1;
  const bound = [...tag.values()].filter((value) => value === namespace);
  return bound.length === 1 ? end + 1 : -1;
};

/** The namespace of the parts of a workbook. */
export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
