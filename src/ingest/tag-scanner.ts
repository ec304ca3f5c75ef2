/** Where the attributes of a cell or row stand that are looked at; -1 where there is none. One is used for all tags of a sheet. */
export interface ScannedTag {
  isClosed: boolean;
  /** The reference, `r`. */
  refFrom: number;
  refTo: number;
  /** The style, `s`. */
  styleFrom: number;
  styleTo: number;
  /** The type, `t`. */
  typeFrom: number;
  typeTo: number;
}

/** A tag without attributes. */
export const noTag = (): ScannedTag => ({
  isClosed: false,
  refFrom: -1,
  refTo: -1,
  styleFrom: -1,
  styleTo: -1,
  typeFrom: -1,
  typeTo: -1,
});

const space = 0x20;
const slash = 0x2f;
const equals = 0x3d;
const less = 0x3c;
const greater = 0x3e;
const ampersand = 0x26;
const double = 0x22;
const single = 0x27;

/** The next place that is no white space. */
export const behindSpace = (xml: string, from: number): number => {
  let at = from;
  while (xml.charCodeAt(at) <= space) at += 1;
  return at;
};

/** Reads a tag from behind its name into `tag`. Gives the place behind it, or -1 where it is not written as usual. */
export const behindTag = (xml: string, from: number, tag: ScannedTag): number => {
  tag.refFrom = -1;
  tag.styleFrom = -1;
  tag.typeFrom = -1;
  let at = from;
  for (;;) {
    const nameFrom = behindSpace(xml, at);
    const first = xml.charCodeAt(nameFrom);
    tag.isClosed = first === slash;
    if (first === greater) return nameFrom + 1;
    if (first === slash) return xml.charCodeAt(nameFrom + 1) === greater ? nameFrom + 2 : -1;
    if (nameFrom === at) return -1;
    let nameTo = nameFrom;
    let letter = first;
    while (letter > space && letter !== equals && letter !== greater && letter !== less)
      letter = xml.charCodeAt((nameTo += 1));
    const quote = xml.charCodeAt(nameTo + 1);
    if (letter !== equals || (quote !== double && quote !== single)) return -1;
    const valueFrom = nameTo + 2;
    let valueTo = valueFrom;
    letter = xml.charCodeAt(valueTo);
    while (letter >= space && letter !== quote && letter !== less && letter !== ampersand)
      letter = xml.charCodeAt((valueTo += 1));
    if (letter !== quote) return -1;
    if (nameTo === nameFrom + 1) {
      if (first === 0x72) {
        tag.refFrom = valueFrom;
        tag.refTo = valueTo;
      } else if (first === 0x73) {
        tag.styleFrom = valueFrom;
        tag.styleTo = valueTo;
      } else if (first === 0x74) {
        tag.typeFrom = valueFrom;
        tag.typeTo = valueTo;
      }
    }
    at = valueTo + 1;
  }
};

const mostDigits = 9;

/** The whole number that stands there, or -1 where it is none of up to nine digits. */
export const wholeNumber = (xml: string, from: number, to: number): number => {
  if (to <= from || to - from > mostDigits) return -1;
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = xml.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
};
