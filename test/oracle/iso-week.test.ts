import { describe, expect, it } from 'vitest';
import { isoWeek, isoWeekday, weekStart } from '../../src/domain/iso-week.ts';
import { hasOracle, missing } from '../support/oracle.ts';
import { oracleCases, type OracleCases } from '../support/oracle-cases.ts';

interface WeekCase {
  readonly date: string;
  readonly iso_week: string;
  readonly weekday: number;
  readonly week_start: string;
}

describe.skipIf(!hasOracle)(`ISO weeks${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  const { cases } = oracleCases('iso_week.json') as OracleCases<WeekCase>;

  it.each(cases)('$date is in $iso_week', (entry) => {
    expect(isoWeek(entry.date)).toBe(entry.iso_week);
    expect(isoWeekday(entry.date)).toBe(entry.weekday);
    expect(weekStart(entry.date)).toBe(entry.week_start);
  });
});
