import type { Rate } from '../../domain/rate.ts';
import type { MarketingReview } from '../../metrics/review/marketing-review.ts';
import type { SlaReview } from '../../metrics/review/sla-review.ts';
import type { WeeklyReview } from '../../metrics/review/weekly-review.ts';
import { builtDriftWords } from '../drift-words.ts';
import {
  capitalised,
  count,
  dayAndMonth,
  day,
  moneyShort,
  monthAndYear,
  percent,
  several,
} from '../format.ts';
import { allHoursWords } from '../hours-words.ts';
import { gapWords } from './gap-words.ts';
import { ruleWords } from './rule-words.ts';

type Sla = WeeklyReview['sla'];

const shown = ({ rate }: Rate): string => (rate === null ? 'too few to tell' : percent(rate));

const withSmallLetter = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;

const salesAnswer = ({ gap, kept, verdict, direction, weeks, signed }: SlaReview): string => {
  if (gap !== null || kept === null) return withSmallLetter(gapWords(gap ?? { reason: 'counting' }).why);
  const last = weeks.at(-1);
  const week =
    verdict === 'signal' && last !== undefined ? `, ${ruleWords(last.rules, direction, 'weeks')}` : '';
  const promised = signed === null ? '' : ` of the ${percent(signed.attainment)} promised`;
  return `sales answered ${shown(kept.attainment)}${promised} in time${week} and tried often enough for ${shown(kept.attemptsOk)}`;
};

const amount = (minor: number, currency: string | null): string =>
  currency === null ? count(Math.round(minor / 100)) : moneyShort(minor, currency);

/** "€2.0M promised for October 2026"; in a running month the part of it that its business days so far stand for. */
const owedWords = (
  { owedMinor, isOver, month }: MarketingReview['months'][number],
  currency: string | null,
): string =>
  isOver
    ? `${amount(owedMinor, currency)} promised for ${monthAndYear(month)}`
    : `${amount(owedMinor, currency)} owed so far for ${monthAndYear(month)}`;

const marketingAnswer = ({ gap, months, currency, floor }: MarketingReview): string => {
  const last = months.findLast(({ attained }) => attained !== null);
  if (gap !== null || last === undefined) return gapWords(gap ?? { reason: 'counting' }).why;
  const broken =
    floor?.isBroken === true && floor.rate?.rate != null
      ? `, but O2D of ${percent(floor.rate.rate)} lies below the floor of ${percent(floor.floor)}`
      : '';
  return `marketing delivered ${amount(last.deliveredMinor, currency)} of the ${owedWords(last, currency)}${broken}`;
};

/** The answer to "did both sides keep their word?". */
export const slaAnswer = ({ sales, marketing }: Sla): string => {
  const parts =
    marketing.gap === null
      ? [marketingAnswer(marketing), salesAnswer(sales)]
      : [salesAnswer(sales), marketingAnswer(marketing)];
  if (sales.gap?.reason === 'counting') return gapWords(sales.gap).why;
  return capitalised(sales.gap !== null && marketing.gap !== null ? (parts[0] ?? '') : parts.join('; '));
};

const minutesWords = (minutes: number): string =>
  minutes % 60 === 0 && minutes > 0
    ? several(minutes / 60, ['business hour', 'business hours'])
    : several(minutes, ['business minute', 'business minutes']);

const salesTerms = ({ terms, bySegment, calendar, ownHours, signed }: SlaReview): string => {
  if (terms === null || calendar === null) return '';
  const others = bySegment.map(
    ({ segment, responseMinutes, attempts }) =>
      ` ${segment}: ${minutesWords(responseMinutes)}, ${several(attempts, ['attempt', 'attempts'])}.`,
  );
  const who =
    signed === null ? 'Promise' : `Agreement ${signed.version}, in force since ${day(signed.startsOn)}`;
  return `${who}: a first attempt within ${minutesWords(terms.responseMinutes)} (${allHoursWords(calendar, ownHours)}), ${several(terms.attempts, ['attempt', 'attempts'])} in ${count(terms.attemptDays)} days.${others.join('')}`;
};

/** What was promised and over which weeks. */
export const slaDefinition = ({ sales }: Sla): string => {
  const { gap, from, to, kept, signed } = sales;
  if (gap !== null || kept === null) return gapWords(gap ?? { reason: 'counting' }).needs;
  const drift = signed === null ? '' : builtDriftWords(signed.version, signed.drift);
  return `${salesTerms(sales)} MQLs of ${dayAndMonth(from)} to ${dayAndMonth(to)}, ${count(kept.handovers)} handovers, those that are due.${drift === '' ? '' : ` ${drift}`}`;
};

/** What stands for marketing beside the table of sales: what is missing, or all months of the agreement together. */
export const marketingNote = ({ gap, together, months, currency, floor }: MarketingReview): string => {
  if (gap !== null || together === null) return gapWords(gap ?? { reason: 'counting' }).needs;
  const without =
    together.leadsWithoutValue === 0
      ? ''
      : ` ${several(together.leadsWithoutValue, ['lead has', 'leads have'])} no value on the rate card agreed on.`;
  const rate = floor?.rate ?? null;
  const quality =
    floor === null
      ? ''
      : rate?.rate == null
        ? ` O2D floor ${percent(floor.floor)}: no month of opportunities has had its window.`
        : ` O2D floor ${percent(floor.floor)}: ${percent(rate.rate)}, ${count(rate.k)} of ${count(rate.n)}.`;
  return `Since ${monthAndYear(months[0]?.month ?? '')}: ${amount(together.deliveredMinor, currency)} delivered of ${amount(together.owedMinor, currency)} owed${together.attained === null ? '' : `, ${percent(together.attained)}`}.${without}${quality}`;
};
