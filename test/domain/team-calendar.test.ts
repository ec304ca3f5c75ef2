import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '../../src/domain/business-calendar.ts';
import { ownHoursOf } from '../../src/domain/handover.ts';
import { holidayCountryOf, withOwners, type TeamCalendar } from '../../src/domain/team-calendar.ts';

const named = (name: string, more: Partial<TeamCalendar> = {}): TeamCalendar => ({
  ...defaultCalendar('UTC'),
  name,
  ...more,
});

describe('the country whose holidays a calendar keeps', () => {
  const hours = { calendars: [], holidayCountry: 'SE' };

  it.each([
    ['is that of the definitions where it names none', named('A'), 'SE'],
    ['is its own where it names one', named('A', { holidayCountry: 'PL' }), 'PL'],
    ['is none where it says so', named('A', { holidayCountry: null }), null],
    ['is that of the definitions without a calendar', undefined, 'SE'],
  ])('%s', (_, calendar, country) => expect(holidayCountryOf(hours, calendar)).toBe(country));
});

describe('an owner', () => {
  it('works by one calendar: being named in one takes the name out of the others', () => {
    const calendars = [named('All'), named('North', { owners: ['Ann', 'Bo'] }), named('South')];
    expect(withOwners(calendars, 2, ['Bo', 'Cy']).map(({ owners }) => owners)).toEqual([
      undefined,
      ['Ann'],
      ['Bo', 'Cy'],
    ]);
  });

  it('is named no more where nobody is chosen, without a trace in what is saved', () => {
    const [, north] = withOwners([named('All'), named('North', { owners: ['Ann'] })], 1, []);
    expect(north).toEqual(named('North'));
    expect(Object.keys(north ?? {})).not.toContain('owners');
  });
});

describe('hours of their own', () => {
  it('are counted by calendar and name nobody', () => {
    const [north, south] = [named('North'), named('South')];
    const byOwner = new Map([
      ['Ann', north],
      ['Bo', south],
      ['Cy', north],
    ]);
    expect(ownHoursOf({ usual: named('All'), byOwner })).toEqual([
      { calendar: north, owners: 2 },
      { calendar: south, owners: 1 },
    ]);
  });
});
