import { createElement, type ComponentType } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** A chart as the page gets it at first, with its table twin. */
export const markupOf = <Props extends object>(chart: ComponentType<Props>, props: Props): string =>
  renderToStaticMarkup(createElement(chart, props));

/** The attributes of every element that has a given one. */
export const elementsWith = (html: string, attribute: string): readonly Readonly<Record<string, string>>[] =>
  Array.from(html.matchAll(/<[a-zA-Z]+((?:\s[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g), ([, attributes = '']) =>
    Object.fromEntries(
      Array.from(attributes.matchAll(/([\w:-]+)="([^"]*)"/g), ([, name = '', value = '']) => [
        name,
        unescaped(value),
      ]),
    ),
  ).filter((found) => attribute in found);

/** The words of every `<text>`. */
export const textsOf = (html: string): readonly string[] =>
  Array.from(html.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, text = '']) => unescaped(text));

/** The table twin: the name of each row and its cells, a number where the cell is one, null where it has no value. */
export const tableOf = (
  html: string,
): readonly { readonly label: string; readonly cells: readonly (number | string | null)[] }[] => {
  const body = /<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? '';
  return Array.from(body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs), ([, row = '']) => ({
    label: wordsOf(/<th[^>]*>(.*?)<\/th>/s.exec(row)?.[1] ?? ''),
    cells: Array.from(row.matchAll(/<td[^>]*>(.*?)<\/td>/gs), ([, cell = '']) => {
      const value = /<data value="([^"]*)"/.exec(cell)?.[1];
      if (value !== undefined) return Number(value);
      return cell === '–' ? null : wordsOf(cell);
    }),
  }));
};

/** The heads of the table's columns, the first one left out. */
export const columnsOf = (html: string): readonly string[] =>
  Array.from(html.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/gs), ([, head = '']) => wordsOf(head)).slice(1);

const wordsOf = (html: string): string => unescaped(html.replaceAll(/<[^>]*>/g, ''));

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
