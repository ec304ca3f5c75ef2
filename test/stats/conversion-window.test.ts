import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aalenJohansen, horizon, incidenceAt, type AgeCount } from '../../src/stats/aalen-johansen.ts';
import { shortestFairWindow, windowChoices } from '../../src/stats/conversion-window.ts';
import { lifeTableOf } from '../support/life-tables.ts';

const step = (age: number, converted: number, left: number, censored = 0): AgeCount => ({
  age,
  converted,
  left,
  total: converted + left + censored,
});

const ages = lifeTableOf(9);

describe('the share converted by age', () => {
  it('adds up to one with the share that left and the share still open, at every age', () => {
    fc.assert(
      fc.property(ages, (table) => {
        for (const { converted, left, open } of aalenJohansen(table))
          expect(converted + left + open).toBeCloseTo(1, 12);
      }),
      { seed: 41 },
    );
  });

  it('never falls as leads grow older', () => {
    fc.assert(
      fc.property(ages, (table) => {
        let before = 0;
        for (const { converted } of aalenJohansen(table)) {
          expect(converted).toBeGreaterThanOrEqual(before);
          before = converted;
        }
      }),
      { seed: 42 },
    );
  });

  it('is the plain share where nobody is still open', () => {
    const curve = aalenJohansen([step(0, 1, 1), step(3, 2, 0), step(9, 1, 5)]);
    expect(incidenceAt(curve, 9)?.converted).toBeCloseTo(0.4, 12);
  });

  it('has the figures that the definition works out for ages 0,0,1,2,2,3,5,5,8,10', () => {
    const curve = aalenJohansen([
      step(0, 1, 0, 1),
      step(1, 0, 1),
      step(2, 1, 0, 1),
      step(3, 1, 0),
      step(5, 1, 1),
      step(8, 0, 0, 1),
      step(10, 0, 0, 1),
    ]);
    const point = incidenceAt(curve, 5);
    expect(point?.converted).toBeCloseTo(0.4825, 4);
    expect(point?.left).toBeCloseTo(0.2475, 4);
    expect(point?.open).toBeCloseTo(0.27, 4);
    expect(point?.standardError).toBeCloseTo(0.1771, 4);
  });

  it('is unknown before the first age', () => {
    expect(incidenceAt(aalenJohansen([step(3, 1, 0)]), 2)).toBeNull();
  });

  it('is empty without leads', () => expect(aalenJohansen([])).toEqual([]));
});

describe('the horizon', () => {
  const curve = aalenJohansen([step(0, 10, 0), step(10, 10, 0), step(20, 5, 5, 9), step(30, 1, 0, 9)]);

  it('is the last age at which thirty leads were still watched', () => expect(horizon(curve, 365)).toBe(10));

  it('counts thirty as enough', () => {
    expect(horizon(aalenJohansen([step(0, 1, 0), step(7, 1, 0, 29)]), 365)).toBe(7);
  });

  it('ends at the cap', () => expect(horizon(curve, 5)).toBe(0));

  it('does not exist where fewer than thirty leads were watched', () => {
    expect(horizon(aalenJohansen([step(0, 1, 0, 28)]), 365)).toBeNull();
  });
});

describe('the shortest fair window', () => {
  it('is the first usual one in which four fifths of the final conversions have happened', () => {
    const curve = aalenJohansen([step(5, 70, 0), step(12, 15, 0), step(80, 20, 0, 100)]);
    expect(shortestFairWindow(curve, 365)).toBe(14);
  });

  it('is one of the usual ones or none', () => {
    fc.assert(
      fc.property(ages, (table) => {
        const days = shortestFairWindow(aalenJohansen(table), 365);
        expect(days === null || windowChoices.includes(days)).toBe(true);
      }),
      { seed: 43 },
    );
  });

  it('does not exist where nobody converted', () => {
    expect(shortestFairWindow(aalenJohansen([step(5, 0, 40), step(60, 0, 0, 60)]), 365)).toBeNull();
  });

  it('does not exist where too few were watched', () => {
    expect(shortestFairWindow(aalenJohansen([step(5, 3, 0, 2)]), 365)).toBeNull();
  });
});
