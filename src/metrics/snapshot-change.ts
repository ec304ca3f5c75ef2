import { addDays, toEpochDay } from '../domain/local-date.ts';
import { rateDifference, type RateDifference } from './rate-difference.ts';

/** Leads, or opportunities, that started in one week, and how many of them converted within the window so far. */
export interface CohortWeek {
  /** Its Monday. */
  readonly start: string;
  readonly n: number;
  readonly k: number;
}

/** The cohort weeks of one joint as they were counted once: on which day, by which agreement. Oldest first. */
export interface CohortCount {
  readonly asOf: string;
  /** Everything the count was made with; two that are equal count in the same way. */
  readonly definition: string;
  readonly weeks: readonly CohortWeek[];
}

/**
 * Today's records counted once more as of the day of the earlier count: by its agreement, and by today's. A record that
 * was entered or mended since, for a day before it, is in both. `thenDefinition` is null where nothing can be counted by the
 * old agreement any more.
 */
export interface Recount {
  readonly thenDefinition: CohortCount | null;
  readonly nowDefinition: CohortCount;
}

/** Why the same weeks are at another rate than was said. */
export type ChangeCause =
  /** Records about the same days that were entered or mended since. */
  | 'lateEntry'
  /** The same records, read by another agreement. */
  | 'definition'
  /** The same cohorts have had more time. */
  | 'matured'
  /** Late entries and the agreement, where nothing can tell them apart. */
  | 'lateEntryOrDefinition'
  /** All of it, where the records were not counted once more. */
  | 'unsplit';

/** How many of how many, over several weeks. */
export interface WeeksRate {
  readonly k: number;
  readonly n: number;
  readonly rate: number;
}

/** The weeks that started since, against as many weeks that were as young when the earlier count was made. */
export interface NewWeeks extends RateDifference {
  readonly before: WeeksRate;
  readonly after: WeeksRate;
}

/** What was said of some weeks, what is said of them now, and the parts of the way. `change` is a fraction; the parts add up. */
export interface SnapshotChange {
  readonly thenAsOf: string;
  readonly nowAsOf: string;
  readonly from: string;
  readonly to: string;
  readonly said: WeeksRate;
  readonly now: WeeksRate;
  readonly parts: readonly { readonly cause: ChangeCause; readonly change: number }[];
  /** A real change, if there is one: of cohorts, not of time or records. Null where no weeks of the same age can be compared. */
  readonly newWeeks: NewWeeks | null;
}

const over = ({ weeks }: CohortCount, starts: readonly string[]): WeeksRate | null => {
  const chosen = starts.map((start) => weeks.find((week) => week.start === start));
  const total = (pick: 'k' | 'n') => chosen.reduce((sum, week) => sum + (week?.[pick] ?? 0), 0);
  const [k, n] = [total('k'), total('n')];
  return chosen.includes(undefined) || n === 0 ? null : { k, n, rate: k / n };
};

interface Step {
  readonly cause: ChangeCause;
  readonly count: CohortCount;
}

/** The counts between then and now, each with the cause of the step that leads to it. */
const stepsTo = (then: CohortCount, now: CohortCount, recount: Recount | null): readonly Step[] => {
  if (recount === null) return [{ cause: 'unsplit', count: now }];
  const { thenDefinition, nowDefinition } = recount;
  const matured: Step = { cause: 'matured', count: now };
  if (then.definition === now.definition) return [{ cause: 'lateEntry', count: nowDefinition }, matured];
  if (thenDefinition === null) return [{ cause: 'lateEntryOrDefinition', count: nowDefinition }, matured];
  return [
    { cause: 'lateEntry', count: thenDefinition },
    { cause: 'definition', count: nowDefinition },
    matured,
  ];
};

const newWeeksOf = (
  then: CohortCount,
  now: CohortCount,
  recount: Recount | null,
  most: number,
): NewWeeks | null => {
  const earlier = then.definition === now.definition ? then : (recount?.nowDefinition ?? null);
  const days = toEpochDay(now.asOf) - toEpochDay(then.asOf);
  if (earlier === null || days <= 0 || days % 7 !== 0) return null;
  const old = earlier.weeks.slice(-Math.min(most, days / 7)).map(({ start }) => start);
  const before = over(earlier, old);
  const after = over(
    now,
    old.map((start) => addDays(start, days)),
  );
  return before === null || after === null ? null : { before, after, ...rateDifference(before, after) };
};

/**
 * Splits the way from a rate that was said of some weeks to the one said of them today, by counting them step by step:
 * today's records as of the old day by the old agreement, then by today's, then as of today. Each part is the difference
 * between two counts, so the parts add up exactly; their order is part of the definition. Weeks that one of the counts lacks
 * are in none. The rate is over the last `most` weeks. Null where no week is in all counts.
 */
export const snapshotChange = (
  then: CohortCount,
  now: CohortCount,
  recount: Recount | null,
  most: number,
): SnapshotChange | null => {
  const steps = stepsTo(then, now, recount);
  const isInAll = (start: string): boolean =>
    steps.every(({ count }) => count.weeks.some((week) => week.start === start));
  const starts = then.weeks
    .map(({ start }) => start)
    .filter(isInAll)
    .slice(-most);
  const rates = [then, ...steps.map(({ count }) => count)].map((count) => over(count, starts));
  const [first] = rates;
  const last = rates.at(-1);
  const [from] = starts;
  const to = starts.at(-1);
  if (first === undefined || last === undefined || from === undefined || to === undefined) return null;
  if (first === null || last === null || rates.includes(null)) return null;
  return {
    thenAsOf: then.asOf,
    nowAsOf: now.asOf,
    from,
    to,
    said: first,
    now: last,
    parts: steps.map(({ cause }, index) => ({
      cause,
      change: (rates[index + 1]?.rate ?? 0) - (rates[index]?.rate ?? 0),
    })),
    newWeeks: newWeeksOf(then, now, recount, most),
  };
};
