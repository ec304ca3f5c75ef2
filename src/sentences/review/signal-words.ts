import type { JudgedPeriod } from '../../metrics/review/joint-review.ts';
import type { ReviewSignal } from '../../metrics/review/review-signal.ts';
import type { WeeklyReview } from '../../metrics/review/weekly-review.ts';
import { count, dayAndMonth, monthName, percent } from '../format.ts';
import { judgedWords, percentRange } from './joint-answer.ts';
import { ruleWords } from './rule-words.ts';
import { usualRange, volumeNames, volumeValue } from './volume-answer.ts';

/** A signal as a clause of the headline, and as a line of evidence below it. */
export interface SignalWords {
  readonly clause: string;
  readonly measure: string;
  readonly evidence: string;
}

const rateNames = {
  l2o: ['Leads to opportunities', 'the share of leads that become opportunities'],
  o2d: ['Opportunities to deals', 'the share of opportunities that become deals'],
  early: [
    'Leads to opportunities within 14 days',
    'the share of leads that become opportunities within 14 days',
  ],
} as const;

const whenOf = ({ grain, start }: ReviewSignal): string =>
  grain === 'month' ? monthName(start) : `the week of ${dayAndMonth(start)}`;

const ofRate = (
  [name, subject]: readonly [name: string, subject: string],
  signal: ReviewSignal,
  judged: JudgedPeriod | null,
): SignalWords | null => {
  if (judged === null || judged.rate.rate === null) return null;
  const { rate, period } = judged;
  const value = percent(rate.rate ?? 0);
  const usual =
    period.limits === null ? '' : `; usual range ${percentRange(period.limits.low, period.limits.high)}`;
  const words = judgedWords(judged);
  return {
    clause: `${subject}, ${value} in ${whenOf(signal)}, is ${words}`,
    measure: `${name}: ${value}`,
    evidence: `${count(rate.k)} of ${count(rate.n)} in ${whenOf(signal)}, ${words}${usual}.`,
  };
};

const ofTrap = ({ channels }: WeeklyReview): SignalWords | null => {
  const row = channels.channels.find(({ group }) => group === channels.trap?.channel);
  const average = channels.total.o2d?.windowed.rate ?? null;
  if (row === undefined || row.o2d.rate === null || average === null) return null;
  const { k, n } = row.o2d;
  return {
    clause: `${row.group} makes opportunities that rarely become deals, ${count(k)} of ${count(n)}`,
    measure: `${row.group}, opportunities to deals: ${percent(row.o2d.rate)}`,
    evidence: `${count(k)} of ${count(n)} in twelve months, all channels ${percent(average)}; its share of opportunities, ${percent(row.l2o.rate ?? 0)}, is above average.`,
  };
};

const ofSla = ({ sla: { sales } }: WeeklyReview, signal: ReviewSignal): SignalWords | null => {
  const last = sales.weeks.at(-1);
  if (last === undefined || sales.mean === null) return null;
  const value = percent(last.k / last.n);
  const words = ruleWords(signal.rules, signal.direction, 'weeks');
  return {
    clause: `sales answered ${value} of handovers in time, ${words}`,
    measure: `Answered in time: ${value}`,
    evidence: `${count(last.k)} of ${count(last.n)} in ${whenOf(signal)}, ${words}; usually ${percent(sales.mean)}.`,
  };
};

const ofVolume = ({ volumes, header }: WeeklyReview, signal: ReviewSignal): SignalWords | null => {
  const volume = volumes.find(({ id }) => id === signal.source);
  if (volume === undefined || volume.last === null) return null;
  const name = volumeNames[volume.id];
  const value = volumeValue(volume, volume.last.value, header.currency);
  const range = usualRange(volume, header.currency);
  const rule = ruleWords(signal.rules, signal.direction, 'weeks');
  const words = volume.isMoney ? rule : rule.replace('its', 'their');
  return {
    clause: `${name.charAt(0).toLowerCase()}${name.slice(1)}, ${value}, ${volume.isMoney ? 'is' : 'are'} ${words}`,
    measure: `${name}: ${value}`,
    evidence: `${capital(whenOf(signal))}, ${words}${range === null ? '' : `; usual range ${range}`}.`,
  };
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A signal in words; null where its number is not shown. */
export const signalWords = (review: WeeklyReview, signal: ReviewSignal): SignalWords | null => {
  const { l2o, o2d } = review.joints;
  const judged = (joint: typeof l2o): JudgedPeriod | null =>
    signal.grain === 'week' ? joint.week : joint.month;
  switch (signal.source) {
    case 'trap':
      return ofTrap(review);
    case 'sla':
      return ofSla(review, signal);
    case 'early':
      return ofRate(rateNames.early, signal, l2o.early);
    case 'l2o':
      return ofRate(rateNames.l2o, signal, judged(l2o));
    case 'o2d':
      return ofRate(rateNames.o2d, signal, judged(o2d));
    case 'leads':
    case 'mqls':
    case 'opportunities':
    case 'pipeline':
    case 'deals':
    case 'revenue':
      return ofVolume(review, signal);
  }
};
