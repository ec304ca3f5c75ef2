import { canonicalText } from '../domain/definition-set.ts';
import type { AgreementTerms, ResponsePromise } from './agreement.ts';

/** A quantity that an agreement fixes, with the unit it is told in. */
export type TermKind = 'minutes' | 'count' | 'days' | 'share' | 'growth' | 'money' | 'day' | 'month';

/** The single terms, in the order of the text. */
export type TermName =
  | 'response'
  | 'attempts'
  | 'attemptDays'
  | 'attainment'
  | 'value'
  | 'growth'
  | 'firstMonth'
  | 'o2dFloor'
  | 'startsOn'
  | 'reviewOn';

/** What is frozen as a whole. */
export type FrozenPart = 'definitions' | 'calendar' | 'card';

/** One term that differs. Null is "not agreed"; for a segment it is "as for all leads". */
export interface TermChange {
  readonly term: TermName;
  readonly kind: TermKind;
  /** Null: of all leads. */
  readonly segment: string | null;
  readonly before: number | string | null;
  readonly after: number | string | null;
}

/** Everything in which two agreements differ, apart from version, language, signing day and sum. */
export interface AgreementDiff {
  readonly terms: readonly TermChange[];
  readonly parts: readonly FrozenPart[];
  /** Currencies of the two cards, in which their money is told. */
  readonly currencies: { readonly before: string | null; readonly after: string | null };
}

type Value = number | string | null;

const kinds: Readonly<Record<TermName, TermKind>> = {
  response: 'minutes',
  attempts: 'count',
  attemptDays: 'days',
  attainment: 'share',
  value: 'money',
  growth: 'growth',
  firstMonth: 'month',
  o2dFloor: 'share',
  startsOn: 'day',
  reviewOn: 'day',
};

const valuesOf = ({ sales, marketing, startsOn, reviewOn }: AgreementTerms): readonly [TermName, Value][] => [
  ['value', marketing.valueMinor],
  ['growth', marketing.growth],
  ['firstMonth', marketing.firstMonth],
  ['o2dFloor', marketing.o2dFloor],
  ['response', sales.responseMinutes],
  ['attempts', sales.attempts],
  ['attemptDays', sales.attemptDays],
  ['attainment', sales.attainment],
  ['startsOn', startsOn],
  ['reviewOn', reviewOn],
];

const promiseFor = ({ sales }: AgreementTerms, segment: string): ResponsePromise | null =>
  sales.bySegment.find((own) => own.segment === segment) ?? null;

const segmentChanges = (before: AgreementTerms, after: AgreementTerms): readonly TermChange[] => {
  const named = [...before.sales.bySegment, ...after.sales.bySegment].map(({ segment }) => segment);
  return [...new Set(named)].flatMap((segment) => {
    const [old, now] = [promiseFor(before, segment), promiseFor(after, segment)];
    return [
      {
        term: 'response',
        kind: 'minutes',
        segment,
        before: old?.responseMinutes ?? null,
        after: now?.responseMinutes ?? null,
      },
      {
        term: 'attempts',
        kind: 'count',
        segment,
        before: old?.attempts ?? null,
        after: now?.attempts ?? null,
      },
    ] as const;
  });
};

/** What is frozen, by part: the calendars of single owners and the country of the holidays are part of the hours too. */
const frozen = ({ definitions, calendar, card }: AgreementTerms): Readonly<Record<FrozenPart, unknown>> => ({
  definitions,
  calendar: [calendar, definitions.calendars, definitions.holidayCountry],
  card,
});

/** What a later agreement changes: single terms with their values, and which of the frozen parts are not the same. */
export const agreementDiff = (before: AgreementTerms, after: AgreementTerms): AgreementDiff => {
  const now = new Map(valuesOf(after));
  const currencies = { before: before.card.currency, after: after.card.currency };
  const whole = valuesOf(before).map(([term, value]): TermChange => ({
    term,
    kind: kinds[term],
    segment: null,
    before: value,
    after: now.get(term) ?? null,
  }));
  const isOther = ({ kind, before: old, after: later }: TermChange): boolean =>
    old !== later || (kind === 'money' && currencies.before !== currencies.after);
  return {
    terms: [...whole, ...segmentChanges(before, after)].filter(isOther),
    parts: (['definitions', 'calendar', 'card'] as const).filter(
      (part) => canonicalText(frozen(before)[part]) !== canonicalText(frozen(after)[part]),
    ),
    currencies,
  };
};
