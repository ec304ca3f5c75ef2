import { describe, expect, it } from 'vitest';
import { holidayCountries, publicHolidays } from '../../src/domain/public-holidays.ts';

describe('public holidays', () => {
  it('of Sweden in 2026 are the thirteen of the law, without the eves', async () => {
    expect(await publicHolidays('SE', null, [2026])).toEqual([
      '2026-01-01',
      '2026-01-06',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-24',
      '2026-06-06',
      '2026-06-20',
      '2026-10-31',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('of Bavaria are those of Germany and its own', async () => {
    const [germany, bavaria] = await Promise.all([
      publicHolidays('DE', null, [2025]),
      publicHolidays('DE', 'BY', [2025]),
    ]);
    expect(bavaria).toEqual(expect.arrayContaining([...germany]));
    expect(bavaria).toContain('2025-01-06');
    expect(germany).not.toContain('2025-01-06');
  });

  it('of several years come in one ascending list', async () => {
    const dates = await publicHolidays('SE', null, [2027, 2026]);
    expect(dates.filter((date) => date.endsWith('-01-01'))).toEqual(['2026-01-01', '2027-01-01']);
    expect(dates).toEqual(dates.toSorted());
  });

  it('that last three days close three days', async () => {
    const dates = await publicHolidays('AE', null, [2026]);
    expect(dates).toEqual(expect.arrayContaining(['2026-05-27', '2026-05-28', '2026-05-29']));
    expect(dates).not.toContain('2026-05-30');
  });

  it('with the change of the clock among them are one day, not two and not none', async () => {
    const dates = await publicHolidays('AU', null, [2026]);
    expect(dates).toContain('2026-04-05');
    expect(dates).not.toContain('2026-04-07');
    expect(await publicHolidays('EG', null, [2025])).toContain('2025-04-25');
  });

  it('that begin at noon close nothing', async () => {
    expect(await publicHolidays('IS', null, [2026])).not.toContain('2026-12-24');
  });

  it('that fall on one day are one holiday', async () => {
    const dates = await publicHolidays('SE', null, [2026, 2026]);
    expect(dates).toHaveLength(13);
  });

  it.each([
    ['XX', null],
    ['toString', null],
    ['SE', 'XX'],
    ['DE', 'toString'],
  ])('of %s, region %s, are refused, as nobody knows it', async (country, region) => {
    await expect(publicHolidays(country, region, [2026])).rejects.toThrow(RangeError);
  });
});

describe('the countries whose public holidays are known', () => {
  it('are each there once, by name, and give holidays', async () => {
    const countries = await holidayCountries();
    expect(countries).toContainEqual({ code: 'SE', name: 'Sweden' });
    expect(countries.length).toBeGreaterThan(100);
    expect(new Set(countries.map(({ code }) => code)).size).toBe(countries.length);
    expect(countries.map(({ name }) => name)).toEqual(
      countries.map(({ name }) => name).toSorted((a, b) => (a < b ? -1 : 1)),
    );
    expect(await publicHolidays(countries[0]?.code ?? '', null, [2026])).not.toEqual([]);
  });
});
