import { describe, expect, it } from 'vitest';
import { flaggedCells } from '../../src/metrics/flagged-cells.ts';
import { flowMetrics } from '../../src/metrics/flow-metrics.ts';
import { rateDifference } from '../../src/metrics/rate-difference.ts';
import { shrunkenGroups } from '../../src/metrics/shrunken-groups.ts';

describe('a difference of two rates', () => {
  it('that leaves zero out is probably one, the second minus the first', () => {
    const found = rateDifference({ k: 10, n: 200 }, { k: 40, n: 200 });
    expect(found.difference).toBeCloseTo(0.15, 12);
    expect(found).toMatchObject({ verdict: 'probably', direction: 'up' });
  });

  it('goes down where the second is lower', () =>
    expect(rateDifference({ k: 40, n: 200 }, { k: 10, n: 200 })).toMatchObject({
      verdict: 'probably',
      direction: 'down',
    }));

  it('around zero is usual where the interval is narrow', () =>
    expect(rateDifference({ k: 25, n: 1000 }, { k: 26, n: 1000 }).verdict).toBe('usual'));

  it('around zero cannot be told where the interval is wide', () =>
    expect(rateDifference({ k: 12, n: 40 }, { k: 14, n: 40 }).verdict).toBe('cannotTell'));

  it('of 29 records cannot be told, of 30 it can', () => {
    expect(rateDifference({ k: 0, n: 29 }, { k: 29, n: 30 }).verdict).toBe('cannotTell');
    expect(rateDifference({ k: 0, n: 30 }, { k: 30, n: 30 }).verdict).toBe('probably');
    expect(rateDifference({ k: 0, n: 30 }, { k: 29, n: 29 }).verdict).toBe('cannotTell');
  });

  it('of nothing is none', () =>
    expect(rateDifference({ k: 0, n: 0 }, { k: 1, n: 2 })).toEqual({
      difference: null,
      low: null,
      high: null,
      verdict: 'cannotTell',
      direction: 'none',
    }));

  it('of equal rates goes nowhere', () =>
    expect(rateDifference({ k: 5, n: 500 }, { k: 5, n: 500 })).toMatchObject({
      direction: 'none',
      verdict: 'usual',
    }));
});

describe('groups in a ranking', () => {
  const tallies = [
    { group: 'Web', k: 178, n: 1000 },
    { group: 'List', k: 25, n: 1000 },
    { group: 'Event', k: 12, n: 40 },
    { group: 'Fair', k: 3, n: 5 },
    { group: 'New', k: 0, n: 0 },
  ];

  it('are ranked by the shrunken rate where they have 30 or more', () => {
    const { groups } = shrunkenGroups(tallies);
    expect(groups.map(({ group, rank }) => [group, rank])).toEqual([
      ['Web', 2],
      ['List', 3],
      ['Event', 1],
      ['Fair', null],
      ['New', null],
    ]);
  });

  it('keep their raw rate, and one without records has the common one', () => {
    const { fit, groups } = shrunkenGroups(tallies);
    expect(groups[3]).toMatchObject({ raw: 0.6 });
    expect(groups[3]?.rate).toBeLessThan(0.6);
    expect(groups[4]).toMatchObject({ raw: null, rate: fit?.mean });
  });

  it('of two are not shrunken', () => {
    const { fit, groups } = shrunkenGroups(tallies.slice(0, 2));
    expect(fit).toBeNull();
    expect(groups.map(({ rate }) => rate)).toEqual([0.178, 0.025]);
    expect(groups[0]?.low).toBeLessThan(0.178);
    expect(groups[0]?.high).toBeGreaterThan(0.178);
  });

  it('with the same rate have the same place, at exactly 30 too', () => {
    const { groups } = shrunkenGroups([
      { group: 'a', k: 6, n: 30 },
      { group: 'b', k: 6, n: 30 },
      { group: 'c', k: 1, n: 30 },
      { group: 'd', k: 1, n: 29 },
    ]);
    expect(groups.map(({ rank }) => rank)).toEqual([1, 1, 3, null]);
  });

  it('without records or others have no rate', () =>
    expect(shrunkenGroups([{ group: 'a', k: 0, n: 0 }]).groups[0]).toMatchObject({
      raw: null,
      rate: null,
      low: null,
      high: null,
      rank: null,
    }));
});

describe('cells of a cross table', () => {
  it('are flagged above and below the rest, and not without a difference', () => {
    const cells = [
      { name: 'good', k: 60, n: 200 },
      { name: 'bad', k: 5, n: 200 },
      { name: 'same', k: 32, n: 200 },
    ];
    expect(flaggedCells(cells).map(({ name, side }) => [name, side])).toEqual([
      ['good', 'above'],
      ['bad', 'below'],
      ['same', null],
    ]);
  });

  it('of 29 are not tested and do not count among the tested, of 30 they do', () => {
    const rest = { k: 20, n: 200 };
    const [small] = flaggedCells([{ k: 29, n: 29 }, rest]);
    const [tested] = flaggedCells([{ k: 30, n: 30 }, rest]);
    expect(small).toMatchObject({ adjusted: null, side: null });
    expect(tested?.adjusted).not.toBeNull();
    expect(tested?.side).toBe('above');
  });

  it('alone have no rest to differ from', () =>
    expect(flaggedCells([{ k: 20, n: 100 }])[0]).toMatchObject({ adjusted: null, side: null }));
});

describe('the metrics of the flow', () => {
  it('are registered under their own id and name nothing by its acronym alone', () => {
    for (const [id, metric] of Object.entries(flowMetrics)) {
      expect(metric.id).toBe(id);
      expect(metric.question.endsWith('?')).toBe(true);
      for (const text of [metric.definition, metric.leftOut]) expect(text.endsWith('.')).toBe(true);
      expect(metric.subject).toMatch(/^the /);
    }
  });
});
