import type PptxGen from 'pptxgenjs';
import { day } from '../sentences/format.ts';
import { cellWords } from './cell-words.ts';
import { chartValues, type ChartSeries } from './chart-values.ts';
import type {
  ColumnKind,
  DocumentBlock,
  DocumentChart,
  DocumentTable,
  ReviewDocument,
} from './review-document.ts';
import { tidySlides } from './tidy-slides.ts';
import { xmlSafe } from './xml-safe.ts';

const ink = '1B1A18';
const quiet = '55514A';
const rule = 'CFC9BD';
/** Grey steps first, so that black and white paper keeps the lines apart; dashes help where steps come close. */
const lineColors = ['1B1A18', '7A756B', 'A8492A', 'A39D91', '2F5D7C'];

const left = 0.6;
const width = 12.13;
const bodyTop = 2.05;
const bodyHeight = 4.75;

const axisFormats: Readonly<Record<ColumnKind, string>> = {
  text: 'General',
  people: '#,##0',
  number: '#,##0.0',
  share: '0.0%',
  points: '+0.0;-0.0;0.0',
  rate: '0.0%',
  money: '#,##0',
};

/** The library writes a value that is no number as an empty one. */
const numbers = (values: readonly (number | null)[]): number[] => values.map((value) => value ?? Number.NaN);

const formatOf = (series: ChartSeries | undefined): string => axisFormats[series?.kind ?? 'number'];

const addChart = (
  slide: PptxGen.Slide,
  table: DocumentTable,
  { kind, columns }: DocumentChart,
  summary: string,
): void => {
  const { categories, series } = chartValues(table, { kind, columns });
  const [first, second] = series;
  const base = {
    x: left,
    y: bodyTop,
    w: width,
    h: bodyHeight,
    altText: xmlSafe(summary),
    chartColors: lineColors,
    showLegend: series.length > 1 && kind !== 'scatter',
    legendPos: 'b',
    legendColor: ink,
    legendFontSize: 12,
    catAxisLabelColor: ink,
    catAxisLabelFontSize: 11,
    valAxisLabelColor: ink,
    valAxisLabelFontSize: 11,
    valGridLine: { color: rule, size: 0.5 },
    catGridLine: { style: 'none' },
  } as const satisfies PptxGen.IChartOpts;
  const labels = categories.map(xmlSafe);
  if (kind !== 'scatter') {
    slide.addChart(
      kind,
      series.map(({ label, values }) => ({ name: xmlSafe(label), labels, values: numbers(values) })),
      {
        ...base,
        valAxisLabelFormatCode: formatOf(first),
        dataLabelFormatCode: formatOf(first),
        displayBlanksAs: 'gap',
        lineDataSymbolSize: 7,
      },
    );
    return;
  }
  if (first === undefined || second === undefined) return;
  const isPoint = (index: number): boolean =>
    [first, second].every(({ values }) => values[index] !== null && values[index] !== undefined);
  slide.addChart(
    'scatter',
    [first, second].map(({ label, values }) => ({
      name: xmlSafe(label),
      labels: labels.filter((_, index) => isPoint(index)),
      values: numbers(values.filter((_, index) => isPoint(index))),
    })),
    {
      ...base,
      lineSize: 0,
      lineDataSymbolSize: 10,
      showLabel: true,
      dataLabelFormatScatter: 'custom',
      dataLabelFontSize: 11,
      dataLabelColor: ink,
      showCatAxisTitle: true,
      catAxisTitle: xmlSafe(first.label),
      catLabelFormatCode: formatOf(first),
      showValAxisTitle: true,
      valAxisTitle: xmlSafe(second.label),
      valAxisLabelFormatCode: formatOf(second),
    },
  );
};

const shownRows = 12;

const addTable = (
  slide: PptxGen.Slide,
  { columns, rows, total, rowsAre }: DocumentTable,
  currency: string | null,
): void => {
  const first = rowsAre === 'groups' ? rows.slice(0, shownRows) : rows.slice(-shownRows);
  const shown = [...first, ...(total === null ? [] : [total])];
  const align = (kind: ColumnKind): 'left' | 'right' => (kind === 'text' ? 'left' : 'right');
  slide.addTable(
    [
      columns.map(({ label, kind }) => ({
        text: xmlSafe(label),
        options: { align: align(kind), color: quiet },
      })),
      ...shown.map((row) =>
        columns.map(({ kind }, index) => ({
          text: xmlSafe(cellWords(row[index] ?? null, kind, currency)),
          options: { align: align(kind) },
        })),
      ),
    ],
    {
      x: left,
      y: bodyTop,
      w: width,
      fontSize: 12,
      color: ink,
      border: { type: 'solid', pt: 0.5, color: rule },
      margin: 0.05,
    },
  );
};

const moreRows = ({ rows, rowsAre }: DocumentTable): readonly string[] =>
  rows.length > shownRows
    ? [
        `The slide shows the ${rowsAre === 'groups' ? 'first' : 'last'} ${shownRows} of ${rows.length} rows; the workbook has them all.`,
      ]
    : [];

const addBlock = (deck: PptxGen, block: DocumentBlock, { currency }: ReviewDocument, foot: string): void => {
  const { question, answer, definition, notes, table, chart } = block;
  const slide = deck.addSlide();
  slide.addText(xmlSafe(answer), {
    x: left,
    y: 0.35,
    w: width,
    h: 0.95,
    fontSize: 24,
    bold: true,
    color: ink,
    valign: 'middle',
    fit: 'shrink',
  });
  slide.addText(xmlSafe(definition), {
    x: left,
    y: 1.3,
    w: width,
    h: 0.65,
    fontSize: 13,
    color: quiet,
    valign: 'top',
    fit: 'shrink',
  });
  const isDrawn = table !== null && chart !== null && table.rows.length > 0;
  if (isDrawn) addChart(slide, table, chart, answer);
  else if (table !== null && table.rows.length > 0) addTable(slide, table, currency);
  else if (notes.length > 0)
    slide.addText(xmlSafe(notes.join('\n')), {
      x: left,
      y: bodyTop,
      w: width,
      h: bodyHeight,
      fontSize: 16,
      color: ink,
      valign: 'top',
    });
  slide.addText(xmlSafe(foot), { x: left, y: 6.95, w: width, h: 0.35, fontSize: 10, color: quiet });
  const more = table === null || isDrawn ? [] : moreRows(table);
  slide.addNotes(xmlSafe([question, answer, definition, ...notes, ...more].join('\n')));
};

/**
 * A document as slides: one for each block, its answer as the title, its definition under it and in the notes, and a chart
 * that the reader can edit, with its numbers. Where a block has no chart its table is shown. The library is fetched when it
 * is asked for.
 */
export const documentSlides = async (document: ReviewDocument): Promise<Blob> => {
  const { default: Deck } = await import('pptxgenjs');
  const deck = new Deck();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = xmlSafe(document.title);
  deck.author = 'Throughline';
  deck.company = '';
  const foot = `As of ${day(document.asOf)}. ${document.definitionLabel}`;
  const first = deck.addSlide();
  first.addText(xmlSafe(document.title), {
    x: left,
    y: 0.8,
    w: width,
    h: 1,
    fontSize: 34,
    bold: true,
    color: ink,
  });
  first.addText(xmlSafe(document.summary.map(({ text }) => text).join('\n')), {
    x: left,
    y: 2,
    w: width,
    h: 3.8,
    fontSize: 18,
    color: ink,
    valign: 'top',
    fit: 'shrink',
  });
  first.addText(xmlSafe(foot), { x: left, y: 6.6, w: width, h: 0.4, fontSize: 13, color: quiet });
  for (const block of document.blocks) addBlock(deck, block, document, foot);
  const bytes = await deck.write({ outputType: 'uint8array' });
  if (!(bytes instanceof Uint8Array)) throw new TypeError('The slides were not written.');
  return tidySlides(bytes);
};
