import { isoWeek } from '../../domain/iso-week.ts';
import { fromEpochDay } from '../../domain/local-date.ts';
import { periodStart } from '../../domain/time-grain.ts';

/** A week by its ISO label, Monday to Sunday. */
export interface NamedWeek {
  readonly label: string;
  readonly start: string;
  readonly end: string;
}

/** The last week that is over on a day. */
export const lastWholeWeek = (asOf: number): NamedWeek => {
  const start = periodStart(asOf + 1, 'week') - 7;
  return {
    label: isoWeek(fromEpochDay(start)),
    start: fromEpochDay(start),
    end: fromEpochDay(start + 6),
  };
};
