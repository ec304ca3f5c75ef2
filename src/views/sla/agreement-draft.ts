import { canonicalText } from '../../domain/definition-set.ts';
import { addDays, addMonths } from '../../domain/local-date.ts';
import { isoWeekday, weekStart } from '../../domain/iso-week.ts';
import type { Agreement, AgreementLanguage, AgreementTerms } from '../../metrics/agreement.ts';

/** What was negotiated above, without what is chosen at the signing. */
export type NegotiatedTerms = Pick<
  AgreementTerms,
  'marketing' | 'sales' | 'definitions' | 'calendar' | 'card'
>;

/** What is chosen at the signing. Null days are those that are proposed. */
export interface SigningChoices {
  readonly language: AgreementLanguage;
  readonly startsOn: string | null;
  readonly reviewOn: string | null;
}

export const noSigningChoices: SigningChoices = { language: 'en', startsOn: null, reviewOn: null };

/** Months until the review that is proposed. */
const reviewMonths = 3;

/** The Monday after a local day. */
const nextMonday = (day: string): string => addDays(weekStart(day), 7);

/** A day of the week, or the Monday after a weekend. */
const workingDay = (day: string): string => (isoWeekday(day) > 5 ? nextMonday(day) : day);

/** The number that the next agreement has. */
export const nextVersion = (agreements: readonly Agreement[]): number =>
  (agreements.at(-1)?.version ?? 0) + 1;

/** The first day of the first whole month from a day on. */
const firstWholeMonth = (day: string): string =>
  day.endsWith('-01') ? day : `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;

/**
 * Terms as they would be signed on a day: they hold from the next Monday and are reviewed a quarter later, unless other
 * days were chosen. What marketing promises a month begins with the first whole one.
 */
export const draftOf = (
  negotiated: NegotiatedTerms,
  { language, startsOn, reviewOn }: SigningChoices,
  agreements: readonly Agreement[],
  today: string,
): AgreementTerms => {
  const start = startsOn ?? nextMonday(today);
  return {
    version: nextVersion(agreements),
    language,
    signedOn: today,
    startsOn: start,
    reviewOn: reviewOn ?? workingDay(addMonths(start, reviewMonths)),
    ...negotiated,
    marketing: { ...negotiated.marketing, firstMonth: firstWholeMonth(start) },
  };
};

/** Which sides have ticked, and the text that they ticked. */
export interface Ticks {
  readonly of: string;
  readonly marketing: boolean;
  readonly sales: boolean;
}

export const noTicks: Ticks = { of: '', marketing: false, sales: false };

/** The ticks that still hold: a tick is on one text, so any change of a term takes it back. */
export const ticksOn = (ticks: Ticks, draft: AgreementTerms): Ticks => {
  const of = canonicalText(draft);
  return ticks.of === of ? ticks : { ...noTicks, of };
};

/** Why a draft cannot be signed yet, in words; null where it can. */
export const notSignable = (draft: AgreementTerms, { marketing, sales }: Ticks): string | null => {
  if (draft.reviewOn <= draft.startsOn) return 'The review must come after the first day.';
  if (draft.card.rates.length === 0)
    return 'There is no rate card yet: without it nothing that marketing delivers has a value.';
  if (marketing && sales) return null;
  if (marketing) return 'Sales has not ticked yet.';
  return sales ? 'Marketing has not ticked yet.' : 'Both sides tick before it can be signed.';
};
