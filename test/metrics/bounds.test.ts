import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundsOfEither,
  boundsUnder,
  mayJoin,
  mayLeave,
  mayTurn,
  movement,
  type Doubt,
} from '../../src/metrics/bounds.ts';

/** What a record may truly be: converted, not converted, or none that counts. */
type Fate = 'yes' | 'no' | 'out';

const few = fc.integer({ min: 0, max: 3 });
const sure = fc.record({ yes: fc.integer({ min: 3, max: 8 }), no: fc.integer({ min: 3, max: 8 }) });

/** Every rate that some way of settling the open records gives. */
const reachable = (yes: number, no: number, open: readonly (readonly Fate[])[]): readonly number[] => {
  let tallies = [{ k: yes, n: yes + no }];
  for (const fates of open)
    tallies = tallies.flatMap(({ k, n }) =>
      fates.map((fate) => ({ k: k + (fate === 'yes' ? 1 : 0), n: n + (fate === 'out' ? 0 : 1) })),
    );
  return tallies.map(({ k, n }) => k / n);
};

const times = <Value>(count: number, value: Value): readonly Value[] =>
  Array.from({ length: count }, () => value);

const expectExact = (shown: { k: number; n: number }, doubt: Doubt, rates: readonly number[]): void => {
  const bounds = boundsUnder(shown, doubt);
  expect(bounds?.low).toBeCloseTo(Math.min(...rates), 12);
  expect(bounds?.high).toBeCloseTo(Math.max(...rates), 12);
};

describe('bounds are the lowest and the highest that any way of putting the records right can give', () => {
  it('where counted records may not belong', () => {
    fc.assert(
      fc.property(sure, few, few, (known, yes, no) =>
        expectExact(
          { k: known.yes + yes, n: known.yes + known.no + yes + no },
          mayLeave(yes, no),
          reachable(known.yes, known.no, [
            ...times(yes, ['yes', 'out'] as const),
            ...times(no, ['no', 'out'] as const),
          ]),
        ),
      ),
    );
  });

  it('where the answer of records may be the other one', () => {
    fc.assert(
      fc.property(sure, few, few, (known, yes, no) =>
        expectExact(
          { k: known.yes + yes, n: known.yes + known.no + yes + no },
          mayTurn(yes, no),
          reachable(known.yes, known.no, times(yes + no, ['yes', 'no'] as const)),
        ),
      ),
    );
  });

  it('where records may be missing', () => {
    fc.assert(
      fc.property(sure, few, few, (known, yes, no) =>
        expectExact(
          { k: known.yes, n: known.yes + known.no },
          mayJoin(yes, no),
          reachable(known.yes, known.no, [
            ...times(yes, ['yes', 'out'] as const),
            ...times(no, ['no', 'out'] as const),
          ]),
        ),
      ),
    );
  });

  it('where the days of records are unknown, so that they may count either way or not yet', () => {
    fc.assert(
      fc.property(sure, few, few, few, (known, inTime, late, young) =>
        expectExact(
          { k: known.yes + inTime, n: known.yes + known.no + inTime + late },
          {
            inDoubt: { k: inTime, n: inTime + late },
            couldBeYes: inTime + young,
            couldBeNo: inTime + young + late,
          },
          reachable(known.yes, known.no, [
            ...times(inTime + young, ['yes', 'no', 'out'] as const),
            ...times(late, ['no', 'out'] as const),
          ]),
        ),
      ),
    );
  });
});

describe('bounds', () => {
  it('are the rate where nothing is in doubt', () => {
    expect(boundsUnder({ k: 3, n: 10 }, null)).toEqual({ k: 3, n: 10, rate: 0.3, low: 0.3, high: 0.3 });
  });

  it('are not given for fewer than five, as no rate is', () => {
    expect(boundsUnder({ k: 1, n: 4 }, mayJoin(2, 2))).toBeNull();
  });

  it('of two readings are both of them', () => {
    expect(boundsOfEither({ k: 6, n: 72 }, { k: 6, n: 12 })).toMatchObject({ low: 6 / 72, high: 6 / 12 });
    expect(boundsOfEither({ k: 6, n: 12 }, { k: 0, n: 0 })).toMatchObject({ low: 0.5, high: 0.5 });
  });

  it('move a rate by the longer way', () => {
    expect(movement({ k: 3, n: 10, rate: 0.3, low: 0.25, high: 0.4 })).toBeCloseTo(0.1, 12);
  });
});
