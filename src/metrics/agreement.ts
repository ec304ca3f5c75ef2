import type { BusinessCalendar } from '../domain/business-calendar.ts';
import type { DefinitionHistory, DefinitionSet } from '../domain/definition-set.ts';
import type { MarketingTarget } from './marketing-target.ts';
import type { RateCard } from './rate-card.ts';

/** What sales promises of a lead: business minutes to the first attempt, and attempts within the agreed days. */
export interface ResponsePromise {
  readonly responseMinutes: number;
  readonly attempts: number;
}

/** What sales promises of all leads, and of those of single segments. */
export interface SalesPromise extends ResponsePromise {
  /** Days of 24 hours from the handover in which the attempts are owed. */
  readonly attemptDays: number;
  /** Share of due handovers, in (0, 1], that are to be answered in time. */
  readonly attainment: number;
  /** Other terms for single segments, by name; each segment once. */
  readonly bySegment: readonly (ResponsePromise & { readonly segment: string })[];
}

/** What marketing promises: leads of a value that grows, and that keep becoming deals. */
export interface MarketingPromise extends MarketingTarget {
  /** Lowest share of opportunities, in [0, 1], that are to become deals; null where none is agreed. */
  readonly o2dFloor: number | null;
}

/** Languages in which an agreement is written. */
export const agreementLanguages = ['en', 'sv', 'es', 'pl'] as const;

export type AgreementLanguage = (typeof agreementLanguages)[number];

/** What both sides sign. Everything that its numbers rest on is frozen in it. Days are local days `YYYY-MM-DD`. */
export interface AgreementTerms {
  /** 1, 2, 3 …: the next agreement has the next number. */
  readonly version: number;
  readonly language: AgreementLanguage;
  readonly signedOn: string;
  /** First day that is measured by it. */
  readonly startsOn: string;
  readonly reviewOn: string;
  readonly marketing: MarketingPromise;
  readonly sales: SalesPromise;
  /** The definitions in force at the signing. */
  readonly definitions: DefinitionSet;
  /** The hours of everybody who has no calendar of their own in the definitions. */
  readonly calendar: BusinessCalendar;
  readonly card: RateCard;
}

/** Signed terms, with the SHA-256 sum of their canonical text. */
export interface Agreement extends AgreementTerms {
  readonly hash: string;
}

/** A sales budget for a calendar quarter. */
export interface Budget {
  /** First day of the quarter. */
  readonly quarter: string;
  readonly amountMinor: number;
  readonly currency: string | null;
}

/** Everything a company agreed on beside its data. */
export interface AgreedRecord {
  /** Versions of the definitions by the day from which they are valid, ascending; empty: the standard ones. */
  readonly definitions: readonly DefinitionSet[];
  /** By version, ascending. */
  readonly agreements: readonly Agreement[];
  /** Each quarter once, ascending. */
  readonly budgets: readonly Budget[];
}

export const nothingAgreed: AgreedRecord = { definitions: [], agreements: [], budgets: [] };

/** The agreement that a local day is measured by: of those that have started, the one of the highest version. */
export const agreementInForce = (agreements: readonly Agreement[], day: string): Agreement | null =>
  agreements.findLast(({ startsOn }) => startsOn <= day) ?? null;

/** The budget of the calendar quarter that begins on a day; null where none was set. */
export const budgetOf = (budgets: readonly Budget[], quarter: string): Budget | null =>
  budgets.find((budget) => budget.quarter === quarter) ?? null;

/** Budgets with one in the place of that of its quarter, by quarter. */
export const withBudget = (budgets: readonly Budget[], budget: Budget): readonly Budget[] =>
  [...budgets.filter(({ quarter }) => quarter !== budget.quarter), budget].toSorted((a, b) =>
    a.quarter < b.quarter ? -1 : 1,
  );

/** The definitions as a history; null where none were agreed on. */
export const agreedHistory = ({ definitions }: AgreedRecord): DefinitionHistory | null => {
  const [first, ...rest] = definitions;
  return first === undefined ? null : [first, ...rest];
};

/** Definitions with one more version, in place of any from the same day on; the number is the next free one. */
export const withDefinitions = (
  definitions: readonly DefinitionSet[],
  set: Omit<DefinitionSet, 'version'>,
): readonly DefinitionSet[] => {
  const before = definitions.filter(({ validFrom }) => validFrom < set.validFrom);
  return [...before, { ...set, version: (before.at(-1)?.version ?? 0) + 1 }];
};

const byVersion = (earlier: readonly Agreement[], later: readonly Agreement[]): readonly Agreement[] =>
  [...earlier.filter(({ version }) => later.every((other) => other.version !== version)), ...later].toSorted(
    (a, b) => a.version - b.version,
  );

/** Two records as one: of what both say, the later one counts; its definitions replace the others where it has any. */
export const joinAgreed = (earlier: AgreedRecord, later: AgreedRecord): AgreedRecord => ({
  definitions: later.definitions.length > 0 ? later.definitions : earlier.definitions,
  agreements: byVersion(earlier.agreements, later.agreements),
  budgets: later.budgets.reduce(withBudget, earlier.budgets),
});
