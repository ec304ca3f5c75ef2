import type { AgreementLanguage } from '../../metrics/agreement.ts';
import type { AgreementDiff, TermChange, TermKind } from '../../metrics/agreement-diff.ts';
import type { AgreementWords } from './agreement-words.ts';
import type { LanguageFormat } from './language-format.ts';
import { wordsIn } from './words-in.ts';

/** One changed term in words. */
export interface ChangeWords {
  readonly term: string;
  readonly before: string;
  readonly now: string;
}

/** What a version changes, as a table in words; `none` stands there where it changes nothing. */
export interface ChangesText {
  readonly head: AgreementWords['changeHead'];
  readonly changes: readonly ChangeWords[];
  readonly none: string;
}

const numberWords = (
  value: number,
  kind: TermKind,
  currency: string | null,
  words: AgreementWords,
  format: LanguageFormat,
): string => {
  switch (kind) {
    case 'minutes':
      return format.span(value);
    case 'days':
      return format.dayCount(value);
    case 'share':
      return format.percent(value);
    case 'growth':
      return words.perMonth(format.percent(value));
    case 'money':
      return format.money(value, currency);
    case 'count':
    case 'day':
    case 'month':
      return format.number(value);
  }
};

/** What the change from one agreement to the next (`version`) consists of, in a language. */
export const agreementChanges = (
  { terms, parts, currencies }: AgreementDiff,
  version: number,
  language: AgreementLanguage,
): ChangesText => {
  const { words, format } = wordsIn(language);
  const told = (
    value: number | string | null,
    { kind, segment }: TermChange,
    currency: string | null,
  ): string => {
    if (value === null) return segment === null ? words.none : words.asUsual;
    if (typeof value === 'string') return kind === 'month' ? format.month(value) : format.day(value);
    return numberWords(value, kind, currency, words, format);
  };
  return {
    head: words.changeHead,
    changes: [
      ...terms.map((change) => ({
        term:
          change.segment === null
            ? words.terms[change.term]
            : words.forSegment(words.terms[change.term], change.segment),
        before: told(change.before, change, currencies.before),
        now: told(change.after, change, currencies.after),
      })),
      ...parts.map((part) => ({ term: words.terms[part], before: '–', now: words.changed })),
    ],
    none: words.noChange(version),
  };
};
