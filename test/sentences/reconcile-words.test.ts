import { describe, expect, it } from 'vitest';
import { ownChoices, type Reading } from '../../src/metrics/reconcile/reading.ts';
import {
  apartWords,
  readingDifferences,
  readingWords,
  reconcileHeadline,
} from '../../src/sentences/reconcile-words.ts';

const windows = { l2oDays: 45, o2dDays: 90, l2dDays: 135 };
const own: Reading = { subject: 'l2o', choices: ownChoices.l2o, k: 20, n: 200 };
const toDate: Reading = { ...own, choices: { ...own.choices, clock: 'toDate', young: 'in' } };
const share = { kind: 'share', value: 0.1, within: 0.0005 } as const;
const counted = { kind: 'count', value: 100, within: 0 } as const;
const match = (reading: Reading, apart: number) => ({ reading, apart });

describe('what a way of counting does differently', () => {
  it('is nothing for the own one', () => expect(readingDifferences(own, windows)).toEqual([]));

  it('is each choice beside the own one', () => {
    expect(readingDifferences(toDate, windows)).toEqual([
      'Everything known to date; here within 45 days.',
      'Young and open ones below the line; here those too young for the window left out.',
    ]);
    expect(
      readingDifferences(
        {
          subject: 'o2d',
          choices: { ...ownChoices.o2d, day: 'closed', clock: 'toDate', young: 'openOut', source: 'sourced' },
          k: 1,
          n: 2,
        },
        windows,
      ),
    ).toEqual([
      'By the day the opportunity closed; here by the day the opportunity was created.',
      'Everything known to date; here within 90 days.',
      'Open ones left out; here those too young for the window left out.',
      'Without opportunities that no lead led to; here with opportunities that no lead led to.',
    ]);
  });

  it('gives its value with the fraction', () => {
    expect(readingWords(own)).toBe('10.0% (20 of 200)');
    expect(readingWords({ ...own, k: 1234, n: null })).toBe('1,234');
    expect(readingWords({ ...own, k: 0, n: 0 })).toBe('–');
  });

  it('lies apart in points or in records', () => {
    expect(apartWords(match(own, 0.0004), share)).toBe('the same');
    expect(apartWords(match(own, -0.012), share)).toBe('−1.2 points');
    expect(apartWords(match(own, 3), counted)).toBe('3 more');
    expect(apartWords(match(own, -1200), counted)).toBe('1,200 fewer');
  });
});

describe('the answer to a number that was typed', () => {
  const answer = (exact: readonly Reading[], closest: readonly Reading[] = [], tried = 20) =>
    reconcileHeadline(
      { tried, exact: exact.map((one) => match(one, 0)), closest: closest.map((one) => match(one, 0.021)) },
      share,
      '10.0 %',
    );

  it('says that it is the own one, or by how many ways it is reproduced', () => {
    expect(answer([own, toDate])).toBe('10.0 % is what this page counts too');
    expect(answer([toDate])).toBe('10.0 % is reproduced by one of 20 ways of counting');
    expect(answer([toDate, { ...toDate, subject: 'l2d' }])).toBe(
      '10.0 % is reproduced by 2 of 20 ways of counting; the number alone cannot tell them apart',
    );
  });

  it('says how far the closest lies apart where none fits', () => {
    expect(answer([], [toDate])).toBe(
      'None of 20 ways of counting gives 10.0 %; the closest gives +2.1 points',
    );
    expect(answer([], [], 0)).toBe('No way of counting it is known from these files');
  });
});
