import type { SpeedEvidence } from '../../engine/sla-evidence.ts';
import type { ResponseBucket } from '../../metrics/conversion-by-response.ts';
import { count, percent, pointsApart, several, signedPoints, wholePercent } from '../format.ts';
import { waitWords } from './wait-words.ts';

/** A bucket of response times as a row names it; minutes are business minutes. */
export const bucketNames: Readonly<Record<ResponseBucket, string>> = {
  '5': 'within 5 minutes',
  '30': '6 to 30 minutes',
  '60': '31 to 60 minutes',
  '240': '1 to 4 hours',
  '480': '4 to 8 hours',
  more: 'later',
  ended: 'ended before anyone called',
  never: 'never called',
};

const points = (fraction: number): string => `${pointsApart(fraction)} points`;

const moreWords = (leads: number | null): string =>
  leads === null || leads === 0
    ? ''
    : `; about ${count(leads)} more leads would tell a difference of a fifth`;

const moreOrLess = (effect: number): string =>
  effect > 0 ? `${points(effect)} more often` : `${points(effect)} less often`;

/** The answer to "what do we know of speed?". `because`: why nothing can be measured. */
export const speedAnswer = (
  { effect, arrivals, moreForEffect, moreForArrivals }: SpeedEvidence,
  because: string | null,
): string => {
  if (because !== null) return 'What speed does cannot be told from these files';
  const isSeen = effect.verdict === 'probably' && effect.estimate !== null;
  const isExperiment = arrivals.verdict !== 'cannotTell' && arrivals.estimate !== null;
  if (!isSeen && !isExperiment)
    return `Your own data cannot tell yet whether a faster answer brings more opportunities${moreWords(moreForArrivals ?? moreForEffect)}`;
  const seen = isSeen
    ? `Leads answered in time became opportunities ${moreOrLess(effect.estimate.effect)} than like leads that were not`
    : 'Leads answered in time became opportunities about as often as like leads that were not';
  if (!isExperiment) return `${seen}; whether speed did it, arrivals out of hours cannot tell yet`;
  if (arrivals.verdict === 'usual')
    return `${seen}${isSeen ? '; yet' : ';'} those that arrived while you were closed waited longer and did so as often`;
  return arrivals.direction === 'up'
    ? `${seen}; those that arrived while you were closed and waited longer did so ${points(arrivals.estimate.effect)} less often`
    : `${seen}; yet those that arrived while you were closed and waited longer did so ${points(arrivals.estimate.effect)} more often`;
};

/** Definition, unit and n, in one line. */
export const speedDefinition = ({ l2oDays, effectLeads }: SpeedEvidence): string =>
  l2oDays === null
    ? 'No window for opportunities is known, so no lead counts as old enough.'
    : `Opportunities within ${several(l2oDays, ['day', 'days'])} of the handover, of handovers that have had them; 95% intervals. Adjusted: within channel and segment only, ${several(effectLeads, ['lead', 'leads'])} compared. An association, not an effect.`;

/** What arrivals out of hours say, with the difference in waiting. */
export const arrivalWords = ({ arrivals }: SpeedEvidence): string => {
  const { inside, outside, longerMinutes, mixApart, estimate, verdict } = arrivals;
  if (outside.n === 0)
    return 'No lead arrived while the team was closed, so there is nothing to compare: the calendar is open around the clock, or arrivals have no time of day.';
  const waited =
    longerMinutes === null
      ? 'How much longer they waited is not known, as fewer than half of one side were called'
      : longerMinutes > 0
        ? `Half of them waited ${waitWords(outside.speed?.medianMinutes ?? 0)} or more, ${waitWords(longerMinutes)} longer than those in hours`
        : 'They did not wait longer than those in hours, so they say nothing of speed';
  const found =
    estimate === null
      ? 'too few of them share a channel and segment with those in hours to compare'
      : `${signedPoints(estimate.effect)} points in hours against out of hours, within channel and segment (95% interval ${signedPoints(estimate.low)} to ${signedPoints(estimate.high)})${verdict === 'cannotTell' ? ', which cannot be told from nothing' : verdict === 'usual' ? ', no difference beyond chance, and none as large as a fifth' : ''}`;
  return `${several(outside.n, ['lead', 'leads'])} arrived while the team was closed, ${count(inside.n)} while it was open. ${waited}: ${found}.${mixApart === null ? '' : ` The two differ in ${wholePercent(mixApart)} of their mix of channels and segments.`}`;
};

/** What others have published, named as theirs. */
export const publishedWords =
  'Other people’s figures, from calls that were watched and not drawn by lot: 21 times as likely to be qualified when called within 5 minutes as within 30 (Oldroyd 2007, Lead Response Management Study), about 7 times within an hour as an hour later (Oldroyd, McElheran and Elkington 2011, Harvard Business Review). They are no forecast for you.';

/** A trial that would tell, with its length; what it lacks where it cannot be planned. */
export const trialWords = ({ trial, leadsPerWeek, l2oDays }: SpeedEvidence): string => {
  if (trial === null)
    return 'A trial cannot be planned yet: it needs leads that come, a share of them that converts, and a window.';
  const { baseline, hoped, leadsPerArm, weeksOfLeads, weeksInAll } = trial;
  return `Draw by lot which leads are answered at once. To see ${percent(hoped)} instead of ${percent(baseline)} become opportunities it takes ${several(leadsPerArm, ['lead', 'leads'])} on each side: at ${several(Math.round(leadsPerWeek), ['lead', 'leads'])} a week ${several(weeksOfLeads, ['week', 'weeks'])} of leads, and ${several(weeksInAll, ['week', 'weeks'])} with the window of ${several(l2oDays ?? 0, ['day', 'days'])} for the last (5% two-sided, 80% power).`;
};
