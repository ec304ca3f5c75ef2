/** One element of an XML file. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, entities read. */
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replaceAll(/&(#x[\da-f]+|#\d+|\w+);|[<&]/gi, (whole, name: string | undefined) => {
    if (name === undefined) throw new Error(`Not escaped: ${text}`);
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    const sign = entities[name];
    if (sign === undefined) throw new Error(`Unknown entity ${whole}`);
    return sign;
  });

const forbidden = new RegExp(String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]`);
const part =
  /<\?[^>]*\?>|<!--[\s\S]*?-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;

interface Growing {
  name: string;
  attributes: Record<string, string>;
  children: Growing[];
  text: string;
}

const attributesOf = (text: string): Record<string, string> => {
  const found = text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  const pairs = [...found].map(([, name = '', double, single]) => [name, unescaped(double ?? single ?? '')]);
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error(`Twice in ${text}`);
  return Object.fromEntries(pairs) as Record<string, string>;
};

/** Reads a well-formed XML file strictly, without a library; throws where it is not well-formed. */
export const readXml = (text: string): XmlElement => {
  if (forbidden.test(text)) throw new Error('A character that XML cannot hold.');
  const root: Growing = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    part.lastIndex = at;
    const found = part.exec(text);
    const inside = open.at(-1);
    if (found === null || inside === undefined) throw new Error(`Broken at ${text.slice(at, at + 60)}`);
    const [whole, closed, name, attributes = '', isEmpty, words] = found;
    at += whole.length;
    if (closed !== undefined) {
      if (inside.name !== closed) throw new Error(`${closed} closes ${inside.name}`);
      open.pop();
    } else if (name !== undefined) {
      const element = { name, attributes: attributesOf(attributes), children: [], text: '' };
      inside.children.push(element);
      if (isEmpty !== '/') open.push(element);
    } else if (words !== undefined) inside.text += unescaped(words);
  }
  const [only, second] = root.children;
  if (open.length > 1 || only === undefined || second !== undefined) throw new Error('Not one root.');
  return only;
};

/** All elements of a name at any depth, in the order of the file. */
export const elementsOf = (element: XmlElement, name: string): readonly XmlElement[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => elementsOf(child, name)),
];

/** All text in an element. */
export const textOf = (element: XmlElement): string => element.text + element.children.map(textOf).join('');
