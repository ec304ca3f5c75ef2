import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentSlides } from '../../src/exports/document-slides.ts';
import { elementsOf, readXml, textOf, type XmlElement } from '../support/read-xml.ts';
import { hardDocument, hostileNames } from '../support/review-document.ts';
import { readByScanner } from '../support/sheet-readers.ts';

let parts: Readonly<Record<string, Uint8Array>> = {};

beforeAll(async () => {
  const slides = await documentSlides(hardDocument);
  parts = unzipSync(new Uint8Array(await slides.arrayBuffer()));
});

const partOf = (path: string): Uint8Array<ArrayBuffer> => {
  const bytes = parts[path];
  if (bytes === undefined) throw new Error(`No ${path}.`);
  return new Uint8Array(bytes);
};
const xmlOf = (path: string): XmlElement => readXml(strFromU8(partOf(path)));
const wordsOf = (path: string): readonly string[] => elementsOf(xmlOf(path), 'a:t').map(textOf);

/** The points of a cache by their places, as a program that draws them reads them. */
const points = (cache: XmlElement): Readonly<Record<string, string>> =>
  Object.fromEntries(
    elementsOf(cache, 'c:pt').map((point) => [point.attributes['idx'] ?? '', textOf(point).trim()]),
  );
const pointsIn = (chart: string, place: string): readonly Readonly<Record<string, string>>[] =>
  elementsOf(xmlOf(`ppt/charts/${chart}.xml`), place).map(points);

describe('slides of a week', () => {
  it('are one for the week and one for each block', () => {
    const slides = Object.keys(parts).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
    expect(slides).toHaveLength(1 + hardDocument.blocks.length);
    expect(wordsOf('ppt/slides/slide1.xml')).toEqual([
      'Weekly review, week 26',
      'One signal this week: <b>L2O</b> & more.',
      'Deals won: 1 of Ada Byron.',
      'As of 30 Jun 2026. L2O 30d · MQL cohort · as of 2026-06-30',
    ]);
  });

  it.each(hardDocument.blocks.map((block, index) => [block.question, block, index + 2] as const))(
    'say the answer, the definition and the notes: %s',
    (_, { question, answer, definition, notes }, slide) => {
      expect(wordsOf(`ppt/slides/slide${slide}.xml`).slice(0, 2)).toEqual([answer, definition]);
      const said = wordsOf(`ppt/notesSlides/notesSlide${slide}.xml`).join('\n');
      for (const text of [question, answer, definition, ...notes]) expect(said).toContain(text);
    },
  );

  it('draw the numbers of the table, and a gap where there is none', () => {
    expect(pointsIn('chart1', 'c:val')).toEqual([
      { 0: String(30 / 250), 1: String(40 / 300) },
      { 2: '0.1275' },
    ]);
    expect(pointsIn('chart1', 'c:cat')[0]).toEqual({ 0: 'April 2026', 1: 'May 2026', 2: 'June 2026' });
    expect(elementsOf(xmlOf('ppt/charts/chart1.xml'), 'c:dispBlanksAs')[0]?.attributes['val']).toBe('gap');
    expect(pointsIn('chart2', 'c:xVal')).toEqual([
      { 0: String(91 / 700), 1: String(60 / 400), 2: String(9 / 107) },
    ]);
    expect(pointsIn('chart2', 'c:yVal')).toEqual([
      { 0: String(20 / 91), 1: String(6 / 60), 2: String(1 / 9) },
    ]);
  });

  it('can be edited: the sheet behind a chart holds the same numbers', async () => {
    expect(await readByScanner(partOf('ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx'))).toEqual([
      [
        'Sheet1',
        [
          ['', 'L2O', 'Heading for'],
          ['April 2026', '0.12', ''],
          ['May 2026', String(40 / 300), ''],
          ['June 2026', '', '0.1275'],
        ],
      ],
    ]);
    const behind = unzipSync(partOf('ppt/embeddings/Microsoft_Excel_Worksheet2.xlsx'));
    const sheet = readXml(strFromU8(behind['xl/worksheets/sheet1.xml'] ?? new Uint8Array()));
    const cells = elementsOf(sheet, 'c').filter(({ attributes }) => attributes['t'] !== 's');
    expect(Object.fromEntries(cells.map((cell) => [cell.attributes['r'], textOf(cell)]))).toEqual({
      A2: String(91 / 700),
      A3: String(60 / 400),
      A4: String(9 / 107),
      B2: String(20 / 91),
      B3: String(6 / 60),
      B4: String(1 / 9),
    });
  });

  it('are well-formed in every part, whatever the names', () => {
    const texts = Object.keys(parts).filter((path) => /\.(?:xml|rels)$/.test(path));
    expect(texts.length).toBeGreaterThan(20);
    for (const path of texts) expect(() => xmlOf(path), path).not.toThrow();
    expect(wordsOf('ppt/charts/chart2.xml')).toEqual(expect.arrayContaining(hostileNames.slice(0, 3)));
  });

  it('fetch nothing from elsewhere', () => {
    const relations = Object.keys(parts).filter((path) => path.endsWith('.rels'));
    const found = relations.flatMap((path) => elementsOf(xmlOf(path), 'Relationship'));
    expect(found.length).toBeGreaterThan(10);
    for (const { attributes } of found) {
      expect(attributes['TargetMode']).not.toBe('External');
      expect(attributes['Target']).not.toMatch(/^[a-z]+:|^\/\//i);
    }
  });
});
