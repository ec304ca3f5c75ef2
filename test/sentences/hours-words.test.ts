import { describe, expect, it } from 'vitest';
import { alwaysOpen, defaultCalendar, type BusinessCalendar } from '../../src/domain/business-calendar.ts';
import { allHoursWords, hoursWords } from '../../src/sentences/hours-words.ts';

const open = (hours: BusinessCalendar['hours'], holidays: readonly string[] = []): string =>
  hoursWords({ ...defaultCalendar('Europe/Stockholm'), hours, holidays });

describe('the hours of a team', () => {
  it.each([
    ['are said as one run of days', hoursWords(defaultCalendar('UTC')), 'Monday to Friday, 9 to 17'],
    ['may be all', hoursWords(alwaysOpen('UTC')), 'Monday to Sunday, 0 to 24'],
    [
      'have a break and other days',
      open({
        1: [
          ['08:30', '12:00'],
          ['13:00', '17:00'],
        ],
        3: [['09:00', '12:00']],
        4: [['09:00', '12:00']],
      }),
      'Monday, 8:30 to 12 and 13 to 17; Wednesday and Thursday, 9 to 12',
    ],
    [
      'leave out holidays',
      open({ 6: [['09:00', '12:00']] }, ['2026-01-01']),
      'Saturday, 9 to 12 without 1 holiday',
    ],
    ['may be none', open({}), 'never open'],
  ])('%s', (_, said, words) => expect(said).toBe(words));
});

describe('the hours of everybody', () => {
  const usual = defaultCalendar('UTC');
  const night = { ...alwaysOpen('UTC'), name: 'Night' };

  it.each([
    ['are the usual ones where nobody has others', [], 'Monday to Friday, 9 to 17'],
    [
      'tell who has others by number',
      [{ calendar: night, owners: 2 }],
      'Monday to Friday, 9 to 17; 2 owners by “Night”: Monday to Sunday, 0 to 24',
    ],
    [
      'only count calendars where there are many',
      [1, 2, 3].map((owners) => ({ calendar: night, owners })),
      'Monday to Friday, 9 to 17; 6 owners by 3 other calendars',
    ],
  ])('%s', (_, own, words) => expect(allHoursWords(usual, own)).toBe(words));
});
