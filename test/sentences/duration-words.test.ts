import { describe, expect, it } from 'vitest';
import { daysWords, minutesWords } from '../../src/sentences/duration-words.ts';

const said = (minutes: number): string => minutesWords(minutes).replaceAll('\u00a0', ' ');

describe('a duration', () => {
  it.each([
    [0, '0 min'],
    [59, '59 min'],
    [60, '1 h'],
    [435, '7 h 15 min'],
    [599, '9 h 59 min'],
    [600, '10 h'],
    [629, '10 h'],
    [631, '11 h'],
    [3060, '51 h'],
    [90_000, '1,500 h'],
  ])('of %i minutes is said as people say it', (minutes, words) => expect(said(minutes)).toBe(words));

  it('is never parted from its unit by a line', () => expect(minutesWords(435)).not.toContain(' '));

  it('in days has one day in the singular', () =>
    expect([0, 1, 2].map(daysWords)).toEqual(['0 days', '1 day', '2 days']));
});
