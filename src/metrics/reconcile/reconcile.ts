import { differentChoices, readingValue, type Reading, type ReadingSubject } from './reading.ts';

/** A number that another system shows: a count, or a share of 1 known to within half of its last digit. */
export interface Target {
  readonly kind: 'count' | 'share';
  readonly value: number;
  /** How far a share may lie away to read the same; 0 for a count. */
  readonly within: number;
}

/** A way of counting beside the number: its value less the number. */
export interface Match {
  readonly reading: Reading;
  readonly apart: number;
}

/** The ways of counting that give the number, those nearest to the product's own first; else the closest ones. */
export interface Reconciliation {
  readonly tried: number;
  readonly exact: readonly Match[];
  readonly closest: readonly Match[];
}

/** How many are listed where none gives the number. */
export const closestShown = 5;

const grouped = /^\d{1,3}([\s,.’'\u00a0\u202f]\d{3})+$/u;
const plain = /^\d+$/u;
const decimal = /^\d+[.,](\d+)$/u;

/** Reads "12.4 %", "12,4%", "1 234" or "1,234". A number with decimals but no sign is a share in percent. Null for anything else. */
export const readTarget = (text: string): Target | null => {
  const trimmed = text.trim();
  const isPercent = trimmed.endsWith('%');
  const digits = (isPercent ? trimmed.slice(0, -1) : trimmed).trim();
  if (!isPercent && (plain.test(digits) || grouped.test(digits)))
    return { kind: 'count', value: Number(digits.replaceAll(/\D/gu, '')), within: 0 };
  const decimals = decimal.exec(digits)?.[1]?.length ?? (isPercent && plain.test(digits) ? 0 : null);
  if (decimals === null) return null;
  return {
    kind: 'share',
    value: Number(digits.replace(',', '.')) / 100,
    within: 0.5 / 10 ** decimals / 100,
  };
};

const rounding = 1e-12;

/** Looks for the ways of counting that give a number, of one subject or of any. */
export const reconcile = (
  readings: readonly Reading[],
  target: Target,
  subject: ReadingSubject | null = null,
): Reconciliation => {
  const tried = readings
    .filter(
      (reading) =>
        (subject === null || reading.subject === subject) &&
        (reading.n === null) === (target.kind === 'count'),
    )
    .flatMap((reading): readonly Match[] => {
      const value = readingValue(reading);
      return value === null ? [] : [{ reading, apart: value - target.value }];
    });
  const exact = tried
    .filter(({ apart }) => Math.abs(apart) <= target.within + rounding)
    .toSorted((a, b) => differentChoices(a.reading).length - differentChoices(b.reading).length);
  return {
    tried: tried.length,
    exact,
    closest:
      exact.length > 0
        ? []
        : tried.toSorted((a, b) => Math.abs(a.apart) - Math.abs(b.apart)).slice(0, closestShown),
  };
};
