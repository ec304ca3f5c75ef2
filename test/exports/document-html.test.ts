import { describe, expect, it } from 'vitest';
import { documentHtml } from '../../src/exports/document-html.ts';
import { elementsOf, readXml, textOf, type XmlElement } from '../support/read-xml.ts';
import { hardDocument, hostileNames } from '../support/review-document.ts';

const html = documentHtml(hardDocument);

/** The page read as strictly as XML; only its doctype and its empty elements are not. */
const page = (): XmlElement =>
  readXml(html.replace('<!doctype html>\n', '').replaceAll(/<(meta [^>]*)>/g, '<$1/>'));

const tables = (): readonly (readonly (readonly string[])[])[] =>
  elementsOf(page(), 'table').map((table) =>
    elementsOf(table, 'tr').map((row) => row.children.map((cell) => textOf(cell))),
  );

describe('the page that is passed on', () => {
  it('shows the numbers of the document', () => {
    expect(tables()[0]).toEqual([
      ['Month', 'L2O', 'Heading for', 'Pipeline'],
      ['April 2026', '12.0% (30 of 250)', '–', '€12,346'],
      ['May 2026', '13.3% (40 of 300)', '–', '€20,000'],
      ['June 2026', '–', '12.8%', '–'],
    ]);
    expect(tables()[1]?.slice(2)).toEqual([
      [hostileNames[1], '400', '15.0% (60 of 400)', '10.0% (6 of 60)', '€15,001'],
      ['(other)', '114', '10.5% (12 of 114)', '16.7% (2 of 12)', '€1,100'],
      ['All', '1,214', '13.4% (163 of 1,214)', '17.2% (28 of 163)', '€66,101'],
    ]);
  });

  it('names no record, no address and no group of fewer than five', () => {
    for (const personal of ['006XX000004C92AB', 'ada@example.com', 'Ada Byron', hostileNames[3]])
      expect(html).not.toContain(personal);
  });

  it('takes a name for text, not for markup', () => {
    expect(elementsOf(page(), 'img')).toEqual([]);
    expect(elementsOf(page(), 'h2').map(textOf)).toContain(
      '<img src=x onerror=alert(1)> makes opportunities, not deals',
    );
  });

  it('needs nothing else, and would not get it', () => {
    const names = new Set(['script', 'link', 'img', 'iframe', 'object', 'form', 'a', 'base']);
    const all = (element: XmlElement): readonly XmlElement[] => [element, ...element.children.flatMap(all)];
    for (const { name, attributes } of all(page())) {
      expect(names).not.toContain(name);
      for (const attribute of Object.keys(attributes))
        expect(attribute).not.toMatch(/^(?:on|src|href|style)/);
    }
    expect(textOf(elementsOf(page(), 'style')[0] ?? page())).not.toMatch(/url\(|@import/);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
  });
});
