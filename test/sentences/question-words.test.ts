import { describe, expect, it } from 'vitest';
import type { Headline } from '../../src/engine/headline.ts';
import { changeWords } from '../../src/sentences/headline-words.ts';
import { dateQuestion, decimalQuestion } from '../../src/sentences/question-words.ts';

describe('a question in words', () => {
  it('names both days that a date can be', () => {
    const { title, choices } = dateQuestion('03/04/2025', 2, '0 dates can only be day-first');
    expect(title).toBe('Is 03/04/2025 the 3 Apr 2025 or the 4 Mar 2025?');
    expect(choices.map(({ value, label }) => [value, label])).toEqual([
      ['day-first', '3 Apr 2025'],
      ['month-first', '4 Mar 2025'],
    ]);
  });

  it('reads a year of two digits as the column does', () => {
    expect(dateQuestion('03/04/25 10:00', 1, '').choices[0]?.label).toBe('3 Apr 2025');
    expect(dateQuestion('03.04.98', 1, '').choices[0]?.label).toBe('3 Apr 1998');
  });

  it('names both numbers that a figure can be', () => {
    expect(decimalQuestion('1.234', 1, '').title).toBe('Is 1.234 the number 1.234 or 1,234?');
    expect(decimalQuestion('12,500', 1, '').choices.map(({ label }) => label)).toEqual(['12,500', '12.5']);
  });

  it('says how much waits for the answer', () => {
    expect(dateQuestion('03/04/2025', 1, 'none').evidence).toContain('1 date waits');
    expect(dateQuestion('03/04/2025', 212, 'none').evidence).toContain('212 dates wait');
  });
});

describe('what another reading would change', () => {
  const now: Headline = { leads: 1000, opportunities: 90, deals: 9, l2o: null, o2d: null };

  it('is said of the numbers that move, and of no other', () => {
    expect(changeWords(now, { ...now, leads: 1200, deals: 8 })).toBe(
      'It would move Leads from 1,000 to 1,200, Deals from 9 to 8',
    );
  });

  it('may be nothing', () => expect(changeWords(now, now)).toBe('The headline numbers stay as they are'));

  it('is all of them where nothing is shown yet', () =>
    expect(changeWords(null, now)).toBe(
      'Leads 1,000, Opportunities 90, Deals 9, L2O to date –, O2D to date –',
    ));
});
