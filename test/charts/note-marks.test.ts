import { describe, expect, it } from 'vitest';
import { boxesTouch } from '../../src/charts/box.ts';
import { controlFrame } from '../../src/charts/control-frame.ts';
import { controlLabels } from '../../src/charts/control-labels.ts';
import { noteMarks, noteWords } from '../../src/charts/note-marks.tsx';
import { RunChart } from '../../src/charts/run-chart.tsx';
import { columnsOf, elementsWith, markupOf, tableOf, textsOf } from '../support/chart-markup.ts';
import { period } from '../support/periods.ts';

const price = { number: 1, text: 'New price list' };
const fair = { number: 2, text: 'Trade fair' };
const strike = { number: 3, text: 'Strike' };

const points = [
  period('W1', { value: 3 }),
  period('W2', { value: 4, notes: [price] }),
  period('W3', { value: 5, notes: [fair, strike] }),
];
const frameOf = (shown: typeof points) =>
  controlFrame(
    {
      panels: [{ title: 'Weeks', points: shown }],
      target: null,
      edgeWords: [],
      seenWord: 'seen',
      formatTick: String,
    },
    600,
  );

const chartOf = (shown: typeof points): string =>
  markupOf(RunChart, {
    points: shown,
    pointsTitle: 'Weeks',
    target: null,
    title: 'Leads',
    summary: '5 leads',
    emptyText: 'None yet',
    format: String,
    formatSeen: String,
  });

describe('notes on a chart of periods', () => {
  it('stand over their periods under their numbers', () => {
    const frame = frameOf(points);
    expect(noteMarks(frame).map(({ text, x }) => [text, x])).toEqual([
      ['1', frame.panels[0]?.places[1]?.x],
      ['2, 3', frame.panels[0]?.places[2]?.x],
    ]);
    const html = chartOf(points);
    expect(elementsWith(html, 'data-note').map((mark) => mark['data-note'])).toEqual(['0:1', '0:2']);
    expect(textsOf(html)).toEqual(expect.arrayContaining(['1', '2, 3']));
  });

  it('are told as first to last where more than two fall into one period', () => {
    const [mark] = noteMarks(frameOf([period('W1', { value: 3, notes: [price, fair, strike] })]));
    expect(mark?.text).toBe('1–3');
  });

  it('keep clear of the value that the chart speaks of', () => {
    const high = [period('W1', { value: 0 }), period('W2', { value: 9, notes: [price] })];
    const [label] = controlLabels(frameOf(high), String, null);
    const [mark] = noteMarks(frameOf(high));
    if (label === undefined || mark === undefined) throw new Error('A label and a mark were expected.');
    const words = { x: label.x - 5, y: label.y - 14, width: 10, height: 18 };
    expect(boxesTouch(words, mark.box)).toBe(false);
  });

  it('are read out after the summary, and stand in the table, once each', () => {
    const html = chartOf(points);
    expect(html).toContain('5 leads. Notes: 1 (W2): New price list; 2 (W3): Trade fair; 3 (W3): Strike');
    const place = columnsOf(html).indexOf('Notes');
    expect(tableOf(html).map(({ cells }) => cells[place])).toEqual([
      null,
      '1: New price list',
      '2: Trade fair; 3: Strike',
    ]);
  });

  it('name every period of a note that stands in months and in weeks', () => {
    const panels = [
      { title: 'Months', points: [period('Jan', { notes: [price] })] },
      { title: 'Weeks', points },
    ];
    expect(noteWords(panels, 'Notes')).toBe(
      'Notes: 1 (Jan, W2): New price list; 2 (W3): Trade fair; 3 (W3): Strike',
    );
  });

  it('leave no trace where nothing was noted', () => {
    const html = chartOf([period('W1', { value: 3 })]);
    expect(html).not.toContain('Notes');
    expect(elementsWith(html, 'data-note')).toEqual([]);
    expect(noteWords([{ title: 'Weeks', points: [period('W1')] }], 'Notes')).toBeNull();
  });
});
