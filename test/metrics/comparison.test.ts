import { describe, expect, it } from 'vitest';
import { comparison, type ComparisonSide } from '../../src/metrics/comparison.ts';

const side = (
  name: string,
  parts: Readonly<Record<string, readonly [k: number, n: number]>>,
): ComparisonSide => ({ name, parts: Object.entries(parts).map(([group, [k, n]]) => ({ group, k, n })) });

describe('a comparison in which every group rose and the total fell', () => {
  const before = side('before', { webinar: [72, 400], website: [155, 500], list: [3, 100] });
  const after = side('after', { webinar: [171, 900], website: [144, 450], list: [6, 150] });
  const result = comparison(before, after);

  it('has both rates and their difference, second less first', () => {
    expect(result.a).toMatchObject({ k: 230, n: 1000, rate: 0.23 });
    expect(result.b).toMatchObject({ k: 321, n: 1500, rate: 0.214 });
    expect(result.difference.difference).toBeCloseTo(-0.016, 12);
    expect(result.difference.verdict).toBe('usual');
  });

  it('names the three largest causes, the largest first, with the shares or rates they come from', () => {
    expect(result.causes.map(({ kind, group }) => `${kind} ${group}`)).toEqual([
      'mix website',
      'mix webinar',
      'rate webinar',
    ]);
    expect(result.causes[0]).toMatchObject({ a: 0.5, b: 0.3 });
    expect(result.causes[0]?.effect).toBeCloseTo(-0.0186, 10);
    expect(result.causes[2]).toMatchObject({ a: 0.18, b: 0.19 });
    expect(result.causes[2]?.effect).toBeCloseTo(0.005, 10);
  });

  it('turns round at the same mix, and is said to contradict its parts', () => {
    expect((result.sameMix?.b ?? 0) - (result.sameMix?.a ?? 0)).toBeCloseTo(0.01, 10);
    expect(result.reversal).toBe('strong');
  });
});

describe('the same mix', () => {
  const a = side('A', { small: [10, 100], large: [30, 100] });
  const b = side('B', { small: [20, 100], large: [40, 100] });

  it('is that of both sides together unless more is given', () => {
    const own = comparison(a, b).sameMix;
    expect(own?.a).toBeCloseTo(0.2, 12);
    expect(own?.b).toBeCloseTo(0.3, 12);
    const other = side('C', { large: [1, 400] });
    const all = comparison(a, b, [a, b, other]).sameMix;
    expect(all?.a).toBeCloseTo((200 * 0.1 + 600 * 0.3) / 800, 12);
    expect(all?.b).toBeCloseTo((200 * 0.2 + 600 * 0.4) / 800, 12);
  });

  it('is none where a side has no records', () => expect(comparison(a, side('B', {})).sameMix).toBeNull());
});

describe('a comparison with small or missing groups', () => {
  it('tells groups under 30 on either side as one', () => {
    const result = comparison(
      side('A', { big: [10, 100], one: [1, 29], two: [2, 20] }),
      side('B', { big: [10, 100], one: [20, 40], three: [3, 30] }),
    );
    expect(result.causes.find(({ kind }) => kind === 'rate')).toMatchObject({
      group: 'other (small)',
      a: 3 / 49,
      b: 23 / 70,
    });
    expect(result.change?.lines.map(({ group }) => group)).toEqual(['big']);
  });

  it('has no cause where nothing differs', () => {
    const same = side('A', { big: [10, 100] });
    expect(comparison(same, { ...same, name: 'B' })).toMatchObject({ causes: [], reversal: null });
  });

  it('has neither difference nor cause without records on one side', () =>
    expect(comparison(side('A', {}), side('B', { big: [10, 100] }))).toMatchObject({
      a: { k: 0, n: 0, rate: null },
      difference: { difference: null, verdict: 'cannotTell' },
      change: null,
      causes: [],
      reversal: null,
    }));
});
