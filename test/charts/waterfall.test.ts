import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waterfallFrame } from '../../src/charts/waterfall-frame.ts';
import { waterfallSteps, type WaterfallDelta } from '../../src/charts/waterfall-rows.ts';
import { Waterfall, type WaterfallProps } from '../../src/charts/waterfall.tsx';
import { elementsWith, markupOf, tableOf, textsOf } from '../support/chart-markup.ts';

const delta = (key: string, value: number, kind: WaterfallDelta['kind'] = 'main'): WaterfallDelta => ({
  key,
  label: key,
  value,
  kind,
});

const deltas = [delta('More email', -7), delta('Fewer website', 4), delta('Rates', -2, 'other')];
const start = { label: 'Sep 2024', value: 20 };
const end = { label: 'Sep 2025', value: 15 };

const chart = (more: Partial<WaterfallProps> = {}): string =>
  markupOf(Waterfall, {
    start,
    deltas,
    end,
    title: 'Why it moved',
    summary: 'Down 5',
    words: {
      row: 'Step',
      change: 'Change',
      value: 'Value',
      kind: 'Kind',
      kinds: { main: 'mix', other: 'rate' },
    },
    format: String,
    formatDelta: (value) => (value > 0 ? `+${value}` : String(value)),
    ...more,
  });

const frameOf = (changes: readonly WaterfallDelta[], width = 720) =>
  waterfallFrame(
    {
      start,
      steps: waterfallSteps(start.value, changes),
      end,
      format: String,
      formatDelta: String,
      formatTick: String,
    },
    width,
  );

describe('the changes of a waterfall', () => {
  it('each begin where the one before ended', () => {
    expect(waterfallSteps(20, deltas).map(({ from, to }) => [from, to])).toEqual([
      [20, 13],
      [13, 17],
      [17, 15],
    ]);
  });

  it('of nothing are none', () => expect(waterfallSteps(20, [])).toEqual([]));
});

describe('a waterfall', () => {
  it('draws each change from the value before to the value after', () => {
    const { bars, scale, left, right } = frameOf(deltas);
    const valueAt = (x: number) => scale.low + ((x - left) / (right - left)) * (scale.high - scale.low);
    for (const { step, x, width } of bars) {
      expect(valueAt(x)).toBeCloseTo(Math.min(step.from, step.to), 9);
      expect(valueAt(x + width)).toBeCloseTo(Math.max(step.from, step.to), 9);
    }
  });

  it('writes a fall left of its bar and a rise right of it', () => {
    const [fall, rise] = frameOf(deltas).bars;
    expect(fall?.word).toEqual({ text: '-7', x: (fall?.x ?? 0) - 8, anchor: 'end' });
    expect(rise?.word).toEqual({ text: '4', x: (rise?.x ?? 0) + (rise?.width ?? 0) + 8, anchor: 'start' });
  });

  it('keeps every word of a bar between the names and the right edge at any width', () => {
    const values = fc.array(fc.integer({ min: -30, max: 30 }), { maxLength: 8 });
    fc.assert(
      fc.property(values, fc.integer({ min: 320, max: 1400 }), (changes, width) => {
        const frame = frameOf(
          changes.map((value, index) => delta(String(index), value)),
          width,
        );
        for (const { word } of frame.bars) {
          const room = word.text.length * 8;
          const left = word.anchor === 'end' ? word.x - room : word.x;
          expect(left).toBeGreaterThan(frame.nameX - 8);
          expect(left + room).toBeLessThan(width + 8);
        }
      }),
      { seed: 221, numRuns: 100 },
    );
  });

  it('has fewer ticks where there is less room', () =>
    expect(frameOf(deltas, 230).scale.ticks.length).toBeLessThan(frameOf(deltas).scale.ticks.length));

  it('writes into its table the very changes it draws, and the value each leads to', () => {
    const html = chart();
    const drawn = elementsWith(html, 'data-mark').map((mark) => Number(mark['data-value']));
    expect(drawn).toEqual([-7, 4, -2, 20, 15]);
    expect(tableOf(html)).toEqual([
      { label: 'Sep 2024', cells: [null, 20, null] },
      { label: 'More email', cells: [-7, 13, 'mix'] },
      { label: 'Fewer website', cells: [4, 17, 'mix'] },
      { label: 'Rates', cells: [-2, 15, 'rate'] },
      { label: 'Sep 2025', cells: [null, 15, null] },
    ]);
  });

  it('paints the two kinds of changes apart', () => {
    const classes = elementsWith(chart(), 'data-mark').map((mark) => mark['class']);
    expect(classes.slice(0, 3)).toEqual(['fill-mark', 'fill-mark', 'fill-mark-2']);
  });

  it('without a change has its two ends', () => {
    const html = chart({ deltas: [], end: start });
    expect(elementsWith(html, 'data-mark')).toHaveLength(2);
    expect(tableOf(html)).toHaveLength(2);
  });

  it('shows a change of nothing as a hairline', () => {
    const [mark] = elementsWith(chart({ deltas: [delta('Other', 0)] }), 'data-mark');
    expect(mark?.['width']).toBe('1');
  });

  it('cuts a name of 300 letters in the picture and keeps it whole in the table', () => {
    const name = 'n'.repeat(300);
    const html = chart({ deltas: [{ ...delta('long', -5), label: name }] });
    expect(textsOf(html).some((text) => text.startsWith('nnn') && text.endsWith('…'))).toBe(true);
    expect(textsOf(html)).not.toContain(name);
    expect(tableOf(html)[1]?.label).toBe(name);
  });

  it('keeps a name from right to left at its place', () => {
    const html = chart({ deltas: [{ ...delta('events', -5), label: 'אירועים' }] });
    expect(textsOf(html)).toContain('אירועים');
    expect(html).toContain('direction="ltr"');
  });

  it('has no style in its markup', () => expect(chart()).not.toContain('style='));
});
