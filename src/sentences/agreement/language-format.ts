import type { Weekday } from '../../domain/business-calendar.ts';
import type { AgreementLanguage } from '../../metrics/agreement.ts';

/** One form for each plural category of a language, with `#` in the place of the number. A missing form is `other`. */
export interface PluralForms {
  readonly one?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** How one language writes numbers, money, days and lists. No zone of a computer has a part in it. */
export interface LanguageFormat {
  readonly number: (value: number) => string;
  readonly percent: (fraction: number) => string;
  /** An amount of minor units in whole units; without a currency the number alone. */
  readonly money: (minor: number, currency: string | null) => string;
  /** A local date in full. */
  readonly day: (date: string) => string;
  /** The month of a local date with its year, in the form of a heading. */
  readonly month: (date: string) => string;
  readonly weekday: (weekday: Weekday) => string;
  /** A country by its ISO 3166-1 code. */
  readonly country: (code: string) => string;
  readonly all: (items: readonly string[]) => string;
  readonly either: (items: readonly string[]) => string;
  /** The form that a number takes, with the number in it. */
  readonly plural: (value: number, forms: PluralForms) => string;
  /** A time span of business minutes as a quantity alone: `4 hours`, `30 minutes`. */
  readonly span: (minutes: number) => string;
  /** A number of days as a quantity alone. */
  readonly dayCount: (days: number) => string;
}

const locales: Readonly<Record<AgreementLanguage, string>> = {
  en: 'en-GB',
  sv: 'sv-SE',
  es: 'es-ES',
  pl: 'pl-PL',
};

const asDate = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** Business minutes as hours, where they are whole or half ones; null where minutes say it better. */
export const wholeHours = (minutes: number): number | null =>
  minutes >= 60 && minutes % 30 === 0 ? minutes / 60 : null;

/** The first day of an era of weekdays: 2024-01-01 was a Monday. */
const monday = Date.UTC(2024, 0, 1);

/** How a language writes. */
export const languageFormat = (language: AgreementLanguage): LanguageFormat => {
  const locale = locales[language];
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const days = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' });
  const months = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' });
  const weekdays = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long' });
  const rules = new Intl.PluralRules(locale);
  const unit = (name: 'day' | 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'long',
      maximumFractionDigits: 2,
    });
  const [dayCounts, hours, minutesOf] = [unit('day'), unit('hour'), unit('minute')];
  const number = (value: number): string => numbers.format(value);
  return {
    number,
    percent: (fraction) => percents.format(fraction),
    money: (minor, currency) => {
      const whole = { maximumFractionDigits: 0 };
      if (currency === null) return new Intl.NumberFormat(locale, whole).format(minor / 100);
      try {
        return new Intl.NumberFormat(locale, { style: 'currency', currency, ...whole }).format(minor / 100);
      } catch {
        return `${new Intl.NumberFormat(locale, whole).format(minor / 100)} ${currency}`;
      }
    },
    day: (date) => days.format(asDate(date)),
    month: (date) => months.format(asDate(date)),
    weekday: (weekday) => weekdays.format(new Date(monday + (weekday - 1) * 86_400_000)),
    country: (code) => new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code,
    all: (items) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
    either: (items) => new Intl.ListFormat(locale, { type: 'disjunction' }).format(items),
    plural: (value, forms) =>
      (forms[knownRule(rules.select(value))] ?? forms.other).replace('#', () => number(value)),
    span: (minutes) => {
      const inHours = wholeHours(minutes);
      return inHours === null ? minutesOf.format(minutes) : hours.format(inHours);
    },
    dayCount: (count) => dayCounts.format(count),
  };
};

const knownRule = (rule: Intl.LDMLPluralRule): keyof PluralForms =>
  rule === 'one' || rule === 'few' || rule === 'many' ? rule : 'other';
