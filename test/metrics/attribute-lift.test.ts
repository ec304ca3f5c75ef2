import { describe, expect, it } from 'vitest';
import { otherLevels, shownLevels, type LevelCounts } from '../../src/metrics/attribute-levels.ts';
import { attributeLifts } from '../../src/metrics/attribute-lift.ts';
import { attributeLift, informationValue } from '../../src/metrics/attribute-metrics.ts';

const level = (
  attribute: string,
  name: string,
  converted: number,
  leads: number,
  won = 0,
  converted_l2d = converted,
  leads_l2d = leads,
): LevelCounts => ({
  attribute,
  level: name,
  lowest: null,
  highest: null,
  leads,
  converted,
  leads_l2d,
  converted_l2d,
  won,
});

const size = [
  level('size', '1-49', 20, 500),
  level('size', '50-249', 45, 400),
  level('size', '250+', 35, 200),
];

const ofSize = () => attributeLifts(size, 0.1)[0];

describe('the lift of an attribute', () => {
  it('is each level over all leads: 4.0, 11.3 and 17.5 % of 9.1 % in the example', () => {
    // 100/1100 overall: 0.04*11, 0.1125*11, 0.175*11.
    expect(ofSize()?.levels.map((entry) => entry.level)).toEqual(['1-49', '50-249', '250+']);
    const lifts = ofSize()?.levels.map((entry) => entry.opportunity.lift ?? Number.NaN) ?? [];
    expect(lifts[0]).toBeCloseTo(0.44, 12);
    expect(lifts[1]).toBeCloseTo(1.2375, 12);
    expect(lifts[2]).toBeCloseTo(1.925, 12);
    expect(ofSize()?.levels[0]?.opportunity.rate).toMatchObject({ k: 20, n: 500, rate: 0.04 });
    // ln((20.5/101.5)/(480.5/1001.5))
    expect(ofSize()?.levels[0]?.opportunity.woe).toBeCloseTo(Math.log(20.5 / 101.5 / (480.5 / 1001.5)), 12);
  });

  it('comes with the information value and one test, corrected over all attributes', () => {
    expect(ofSize()?.opportunity.informationValue).toBeCloseTo(0.4004708949573969, 9);
    expect(ofSize()?.opportunity.chiSquare?.statistic).toBeCloseTo(35.04875, 6);
    expect(ofSize()?.opportunity.chiSquare?.degrees).toBe(2);
    expect(ofSize()?.opportunity.adjustedP).toBe(ofSize()?.opportunity.chiSquare?.p);
    expect(ofSize()?.opportunity.isFlagged).toBe(true);
    expect(ofSize()?.isSuspicious).toBe(false);
  });

  it('has no test where nobody, or everybody, reached the target', () =>
    expect(ofSize()?.won).toMatchObject({ chiSquare: null, adjustedP: null, isFlagged: false }));

  it('is told for each target by its own leads', () => {
    const [both] = attributeLifts(
      [level('size', 'small', 30, 100, 2, 20, 80), level('size', 'big', 10, 100, 6, 8, 60)],
      0.1,
    );
    const [big, small] = both?.levels ?? [];
    expect([big?.level, small?.level]).toEqual(['big', 'small']);
    expect(small?.won.rate).toMatchObject({ k: 2, n: 80 });
    expect(small?.o2d).toMatchObject({ k: 2, n: 20 });
    // 8 of 140 overall: (2/80)/(8/140)
    expect(small?.won.lift).toBeCloseTo(0.4375, 12);
    expect(big?.won.lift).toBeCloseTo(1.75, 12);
    expect(big?.o2d).toMatchObject({ k: 6, n: 8 });
  });

  it('is not shown for fewer than five leads, whose level still counts', () => {
    const [few] = attributeLifts([...size, level('size', 'rare', 3, 4)], 0.1);
    const rare = few?.levels.find((entry) => entry.level === 'rare');
    expect(rare?.opportunity).toMatchObject({ rate: { k: 3, n: 4, rate: null }, lift: null });
    expect(rare?.opportunity.woe).toBeGreaterThan(0);
    expect(few?.opportunity.chiSquare?.degrees).toBe(3);
  });

  it('leaves a level without leads of a target out of it', () => {
    const late = level('size', 'late', 0, 0, 0, 0, 0);
    const [without] = attributeLifts([...size, late], 0.1);
    expect(without?.opportunity).toEqual(ofSize()?.opportunity);
    expect(without?.levels.at(-1)?.opportunity).toMatchObject({ lift: null, woe: null });
  });

  it('is a ratio that says nothing of good or bad by itself', () => {
    expect(attributeLift).toMatchObject({ measure: 'ratio', better: 'neither' });
    expect(informationValue.measure).toBe('ratio');
  });
});

describe('among several attributes', () => {
  // Chi-square of 15/100 against 25/100: 200 * 0.05^2 / (0.2*0.8) = 3.125, p = 0.0771.
  const weak = [level('weak', 'a', 15, 100), level('weak', 'b', 25, 100)];
  const flat = [level('flat', 'a', 20, 100), level('flat', 'b', 20, 100)];

  it('one that would pass alone is not flagged when it is the best of many that say nothing', () => {
    const alone = attributeLifts(weak, 0.1)[0];
    expect(alone?.opportunity.chiSquare?.p).toBeCloseTo(0.0771, 4);
    expect(alone?.opportunity.isFlagged).toBe(true);
    const withFlat = attributeLifts([...weak, ...flat], 0.1)[0];
    expect(withFlat?.attribute).toBe('weak');
    expect(withFlat?.opportunity.adjustedP).toBeCloseTo(2 * 0.0771, 3);
    expect(withFlat?.opportunity.isFlagged).toBe(false);
  });

  it('is corrected for each target by itself', () => {
    const won = (levels: readonly LevelCounts[]) =>
      levels.map((entry) => ({
        ...entry,
        converted: 0,
        converted_l2d: entry.converted,
        won: entry.converted,
      }));
    const [found, other] = attributeLifts(won([...weak, ...flat]), 0.1);
    const entry = found?.attribute === 'weak' ? found : other;
    expect(entry?.won.chiSquare?.p).toBeCloseTo(0.0771, 4);
    expect(entry?.won.adjustedP).toBeCloseTo(2 * 0.0771, 3);
    expect(entry?.won.isFlagged).toBe(false);
    expect(entry?.opportunity).toMatchObject({ chiSquare: null, adjustedP: null, isFlagged: false });
  });

  it('is flagged at the borne share itself', () => {
    const p = attributeLifts(weak, 0.1)[0]?.opportunity.adjustedP ?? Number.NaN;
    expect(attributeLifts(weak, p)[0]?.opportunity.isFlagged).toBe(true);
  });

  it('the most telling one comes first', () =>
    expect(attributeLifts([...flat, ...weak, ...size], 0.1).map(({ attribute }) => attribute)).toEqual([
      'size',
      'weak',
      'flat',
    ]));
});

describe('an attribute that was filled in after conversion', () => {
  it('is suspicious above an information value of 0.8, towards either target', () => {
    const leaked = [level('role', 'set', 90, 100), level('role', '(blank)', 10, 900)];
    expect(attributeLifts(leaked, 0.1)[0]?.isSuspicious).toBe(true);
    const later = [level('role', 'set', 50, 100, 45), level('role', '(blank)', 450, 900, 5)];
    const [leak] = attributeLifts(later, 0.1);
    expect(leak?.opportunity.informationValue).toBeCloseTo(0, 3);
    expect(leak?.isSuspicious).toBe(true);
  });
});

describe('an attribute that is good for opportunities and bad for deals', () => {
  const trap = (name: string, l2o: readonly [number, number], o2d: readonly [number, number]) =>
    level('channel', name, l2o[0], l2o[1], o2d[0], o2d[1]);
  const isTrap = (levels: readonly LevelCounts[], name: string) =>
    attributeLifts(levels, 0.1)[0]?.levels.find((entry) => entry.level === name)?.isTrap;
  const usual = trap('web', [100, 1000], [50, 100]);

  it('is marked where both are beyond chance', () =>
    expect(isTrap([usual, trap('webinar', [60, 200], [5, 60])], 'webinar')).toBe(true));

  it('is not marked where one of them may be chance, or both are good', () => {
    expect(isTrap([usual, trap('webinar', [60, 200], [24, 60])], 'webinar')).toBe(false);
    expect(isTrap([usual, trap('webinar', [22, 200], [1, 40])], 'webinar')).toBe(false);
    expect(isTrap([usual, trap('webinar', [60, 200], [55, 60])], 'webinar')).toBe(false);
    expect(isTrap([usual, trap('webinar', [60, 200], [5, 60])], 'web')).toBe(false);
  });

  it('is not marked on fewer than 30 at either joint', () => {
    expect(isTrap([usual, trap('webinar', [29, 100], [1, 29])], 'webinar')).toBe(false);
    expect(isTrap([usual, trap('webinar', [29, 29], [1, 40])], 'webinar')).toBe(false);
    expect(isTrap([usual, trap('webinar', [30, 100], [1, 30])], 'webinar')).toBe(true);
  });
});

describe('the levels of an attribute', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      level('campaign', `c${String(index).padStart(2, '0')}`, 1, 100 - index, 1, 1, 50),
    );

  it('are all shown up to twenty, most leads first and the missing ones last', () => {
    const shown = shownLevels([level('campaign', '(blank)', 1, 500), ...many(20).toReversed()]);
    expect(shown).toHaveLength(21);
    expect(shown[0]?.level).toBe('c00');
    expect(shown.at(-1)?.level).toBe('(blank)');
    expect(shown.some((entry) => entry.level === otherLevels)).toBe(false);
  });

  it('are pooled from the twentieth on where there are more', () => {
    const shown = shownLevels([...many(22), level('campaign', '(blank)', 1, 2)]);
    expect(shown.map((entry) => entry.level).slice(-3)).toEqual(['c18', otherLevels, '(blank)']);
    // 81 + 80 + 79 leads of the last three.
    expect(shown.at(-2)).toEqual(level('campaign', otherLevels, 3, 240, 3, 3, 150));
  });

  it('of equally many leads come by name', () =>
    expect(shownLevels([level('a', 'y', 1, 5), level('a', 'x', 1, 5)]).map((entry) => entry.level)).toEqual([
      'x',
      'y',
    ]));

  it('are none without any', () => expect(attributeLifts([], 0.1)).toEqual([]));
});
