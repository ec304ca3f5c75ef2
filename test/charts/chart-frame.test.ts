import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { ChartFrame, type ChartFrameProps } from '../../src/charts/chart-frame.tsx';
import { ChartTable, type ChartTableData } from '../../src/charts/chart-table.tsx';
import { columnsOf, elementsWith, markupOf, tableOf } from '../support/chart-markup.ts';

const frame = (more: Partial<ChartFrameProps> = {}): string =>
  markupOf(ChartFrame, {
    title: 'Down 3 points',
    summary: 'From 16 to 13',
    table: createElement('table'),
    children: createElement('svg'),
    ...more,
  });

describe('the frame of a chart', () => {
  it('names the picture and describes it', () => {
    const html = frame();
    const [picture] = elementsWith(html, 'aria-labelledby');
    expect(picture?.['role']).toBe('img');
    expect(html).toContain(`<span id="${picture?.['aria-labelledby']}">Down 3 points</span>`);
    expect(html).toContain(`<span id="${picture?.['aria-describedby']}">From 16 to 13</span>`);
  });

  it('with buttons in its picture is a group', () =>
    expect(elementsWith(frame({ interactive: true }), 'aria-labelledby')[0]?.['role']).toBe('group'));

  it('keeps its table out of sight until it is asked for', () => {
    const [toggle] = elementsWith(frame(), 'aria-controls');
    expect(toggle?.['aria-expanded']).toBe('false');
    expect(elementsWith(frame(), 'hidden')[0]?.['id']).toBe(toggle?.['aria-controls']);
  });

  it('without a table offers none, but can still be saved', () => {
    const html = frame({ table: null });
    expect(html).not.toContain('Show as table');
    expect(html).toMatch(/Save as SVG.*Save as PNG/s);
  });
});

describe('the table twin of a chart', () => {
  const data: ChartTableData = {
    caption: 'By channel',
    rowTitle: 'Channel',
    columns: [
      { label: 'Share', isNumber: true },
      { label: 'Never', isNumber: true },
      { label: 'State', isNumber: false },
    ],
    rows: [
      { key: 'web', label: 'Web', cells: [{ value: 0.125, text: '12.5%' }, null, 'settled'] },
      { key: 'mail', label: 'Mail', cells: [null, null, 'small'] },
    ],
  };

  it('holds each number as it is beside its words', () => {
    const html = markupOf(ChartTable, data);
    expect(html).toContain('<data value="0.125">12.5%</data>');
    expect(tableOf(html)).toEqual([
      { label: 'Web', cells: [0.125, 'settled'] },
      { label: 'Mail', cells: [null, 'small'] },
    ]);
  });

  it('leaves out a column in which no row has a value', () =>
    expect(columnsOf(markupOf(ChartTable, data))).toEqual(['Share', 'State']));

  it('keeps a name from right to left apart from the numbers beside it', () => {
    const html = markupOf(ChartTable, { ...data, rows: [{ key: 'a', label: 'אירועים', cells: [] }] });
    expect(html).toContain('<bdi>אירועים</bdi>');
  });
});
