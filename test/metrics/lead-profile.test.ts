import { describe, expect, it } from 'vitest';
import type { LevelCounts } from '../../src/metrics/attribute-levels.ts';
import { attributeLifts } from '../../src/metrics/attribute-lift.ts';
import { leadProfile } from '../../src/metrics/lead-profile.ts';

const level = (
  attribute: string,
  name: string,
  [converted, leads]: readonly [number, number],
  [won, opened]: readonly [number, number] = [0, 0],
): LevelCounts => ({
  attribute,
  level: name,
  lowest: null,
  highest: null,
  leads,
  converted,
  leads_l2d: leads,
  converted_l2d: opened,
  won,
});

const profileOf = (levels: readonly LevelCounts[]) => leadProfile(attributeLifts(levels, 0.1));

const size = [
  level('size', '1-49', [20, 500], [2, 20]),
  level('size', '50-249', [45, 400], [10, 45]),
  level('size', '250+', [35, 200], [20, 35]),
];

describe('the ideal lead by history', () => {
  it('has a line for every level that stands out, most deals first', () => {
    const { lines } = profileOf(size);
    expect(lines.map((line) => [line.level, line.standing.opportunity, line.standing.deal])).toEqual([
      ['250+', 'above', 'above'],
      ['50-249', 'above', 'cannotTell'],
      ['1-49', 'below', 'below'],
    ]);
    expect(lines[0]?.opportunity.lift).toBeCloseTo(1.925, 12);
    expect(lines[0]?.opportunity.rate).toMatchObject({ k: 35, n: 200 });
    expect(lines[0]?.deal.rate).toMatchObject({ k: 20, n: 200 });
  });

  it('has none of an attribute that says nothing beyond chance', () => {
    const flat = [level('campaign', 'a', [20, 200], [4, 20]), level('campaign', 'b', [21, 200], [4, 21])];
    const profile = profileOf([...size, ...flat]);
    expect(profile.lines.every(({ attribute }) => attribute === 'size')).toBe(true);
    expect([profile.telling, profile.silent]).toEqual([['size'], ['campaign']]);
  });

  it('has none of a level below thirty leads, however high it is', () => {
    const few = profileOf([...size, level('size', 'huge', [28, 29], [20, 28])]);
    expect(few.lines.some((line) => line.level === 'huge')).toBe(false);
    const enough = profileOf([...size, level('size', 'huge', [28, 30], [20, 28])]);
    expect(enough.lines.some((line) => line.level === 'huge')).toBe(true);
  });

  it('has none of a level that may be there by luck among so many', () => {
    const usual = Array.from({ length: 12 }, (_, index) =>
      level('campaign', `c${index}`, [20, 200], [4, 20]),
    );
    const strong = level('campaign', 'strong', [120, 200], [4, 120]);
    const lucky = level('campaign', 'lucky', [9, 50], [2, 9]);
    const { lines } = profileOf([...usual, strong, lucky]);
    expect(lines.map((line) => line.level)).toContain('strong');
    expect(lines.map((line) => line.level)).not.toContain('lucky');
  });

  it('marks what opens much and wins little, and the other way round', () => {
    const { lines } = profileOf([
      level('channel', 'web', [100, 1000], [50, 100]),
      level('channel', 'webinar', [60, 200], [1, 60]),
    ]);
    expect(lines.map((line) => [line.level, line.standing, line.isTrap])).toEqual([
      ['web', { opportunity: 'below', deal: 'above' }, true],
      ['webinar', { opportunity: 'above', deal: 'below' }, true],
    ]);
    expect(profileOf(size).lines.some(({ isTrap }) => isTrap)).toBe(false);
  });

  it('warns of what was probably filled in after conversion', () => {
    const { lines, suspicious } = profileOf([
      level('role', 'set', [90, 100], [10, 90]),
      level('role', '(blank)', [10, 900], [1, 10]),
    ]);
    expect(suspicious).toEqual(['role']);
    expect(lines.map(({ attribute }) => attribute)).toEqual(['role', 'role']);
    expect(profileOf(size.map((counts) => ({ ...counts, won: 0 }))).suspicious).toEqual([]);
  });

  it('leaves out an attribute of one level, and is empty without any', () => {
    const nothing = { lines: [], telling: [], silent: [], suspicious: [] };
    expect(profileOf([level('campaign', '(blank)', [10, 100])])).toEqual(nothing);
    expect(profileOf([])).toEqual(nothing);
  });
});
