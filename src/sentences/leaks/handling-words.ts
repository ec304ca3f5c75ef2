import type { Rate } from '../../domain/rate.ts';
import type { Attempts } from '../../metrics/leak-page/attempts-per-lead.ts';
import { quotedAttempts } from '../../metrics/leak-page/attempts-per-lead.ts';
import type { NoShows } from '../../metrics/leak-page/no-shows.ts';
import type { LoadAndSpeed } from '../../metrics/leak-page/load-and-speed.ts';
import type { OpenLeadAges } from '../../metrics/open-lead-age.ts';
import type { OwnerLoad } from '../../metrics/rep-load.ts';
import type { SecondLife } from '../../metrics/second-life.ts';
import type { SpeedToLead } from '../../metrics/speed-to-lead.ts';
import { daysWords, minutesWords } from '../duration-words.ts';
import { count, moneyShort, percent, several, wholePercent } from '../format.ts';

const oneDecimal = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A mean number of attempts: "1.0". */
export const attemptsWords = (mean: number): string => oneDecimal.format(mean);

/** How fast leads are tried. */
export const speedAnswer = ({ handovers, contacted, medianMinutes }: SpeedToLead): string => {
  if (handovers === 0) return 'No lead was handed over in these twelve months';
  const never = `${wholePercent((handovers - contacted) / handovers)} have had no attempt so far`;
  return medianMinutes === null
    ? `Fewer than half of the leads are ever tried; ${never}`
    : `Half of the leads are tried within ${minutesWords(medianMinutes)} of opening hours; ${never}`;
};

/** How persistent sales was, against its promise. */
export const persistenceAnswer = (
  { mean }: Attempts,
  promised: { readonly attempts: number; readonly attemptDays: number },
): string =>
  mean === null
    ? `No lead was given up within ${daysWords(promised.attemptDays)}`
    : `A lead that does not answer is tried ${attemptsWords(mean)} times in ${daysWords(promised.attemptDays)}; ${count(promised.attempts)} were promised`;

/** The reference from elsewhere, always marked as such. */
export const quotedWords = `For reference, other people’s data: reps are said to give up after ${attemptsWords(quotedAttempts)} call attempts on average.`;

const linkWords = ({ verdict, direction, full, others }: LoadAndSpeed): string => {
  if (full.rate === null || others.rate === null || verdict === 'cannotTell')
    return 'whether fuller owners answer later cannot be told yet';
  const shares = `${percent(full.rate)} late against ${percent(others.rate)}`;
  if (direction === 'none') return `fuller owners are late as often as others (${shares})`;
  const how = verdict === 'probably' ? 'are probably late' : 'are late';
  return `fuller owners ${how} ${direction === 'up' ? 'more' : 'less'} often (${shares})`;
};

/** What full means in the answer, and what the comparison does not say. */
export const loadDefinition = (link: LoadAndSpeed | null): string => {
  const open = 'Open leads at the end of the as-of day, those in nurture left out.';
  if (link === null) return open;
  const { full, others, limit, isCap } = link;
  const than = isCap ? 'the cap' : 'which half of the leads met';
  return `${open} Fuller: more than ${count(limit)}, ${than}, at the end of the month before the lead came: ${count(full.n)} leads, ${count(others.n)} others. Going together is no cause.`;
};

/** How full the hands are, and whether that goes with late answers. */
export const loadAnswer = (
  loads: readonly OwnerLoad[],
  link: LoadAndSpeed | null,
  repCap: number,
): string => {
  const owners = loads.filter(({ load }) => load !== null);
  const over = owners.filter(({ level }) => level === 'red').length;
  if (owners.length === 0) return 'No open lead has an owner, so load per rep cannot be told';
  const full =
    owners.length === 1
      ? `One owner has all open leads, ${count(owners[0]?.openLeads ?? 0)} against a cap of ${count(repCap)}`
      : `${over === 0 ? 'No owner is' : `${count(over)} of ${count(owners.length)} owners ${over === 1 ? 'is' : 'are'}`} over the cap of ${count(repCap)} open leads`;
  return link === null ? full : `${full}; ${linkWords(link)}`;
};

/** What it takes to know who was tried. */
export const attemptsNeeded =
  'Who was tried takes calls, mails or meetings that a person made: a file that lists them with their day, direction, and lead or contact.';

/** How old open leads are, and how many nobody cares for. */
export const ageingAnswer = (
  { overdue, neglected }: OpenLeadAges,
  neglectedDays: number,
  limitDays: number,
): string => {
  if (overdue.n === 0) return 'No lead is open';
  if (neglected === null)
    return `${wholePercent(overdue.k / overdue.n)} of open leads are older than ${daysWords(limitDays)}; who was tried cannot be told`;
  return `Nobody has tried ${wholePercent(neglected.k / neglected.n)} of open leads in ${daysWords(neglectedDays)}; ${wholePercent(overdue.k / overdue.n)} are overdue for a decision`;
};

/** How many leads were sent away without a try. */
export const untriedAnswer = ({ k, n, rate }: Rate): string => {
  if (n === 0) return 'No lead that was handed over has been discarded';
  if (rate === null)
    return `${count(k)} of ${several(n, ['discarded lead', 'discarded leads'])} had no attempt`;
  return `${percent(rate)} of discarded leads were sent away without an attempt`;
};

/** What leads bring after nurture. */
export const secondLifeAnswer = (life: SecondLife, currency: string | null): string => {
  const { recycled, returned, converted, won, wonMinor } = life;
  if (recycled === 0) return 'No lead has been sent to nurture';
  if (returned.rate === null || converted.rate === null)
    return `${several(recycled, ['lead has', 'leads have'])} been sent to nurture, too few for a rate`;
  const deals =
    won.k === 0
      ? 'no deal came of them yet'
      : `${several(won.k, ['deal', 'deals'])} came of them${currency === null ? '' : `, ${moneyShort(wonMinor, currency)}`}`;
  return `${percent(returned.rate)} of leads sent to nurture came back, ${percent(converted.rate)} became opportunities; ${deals}`;
};

/** How soon sales reacts to a lead that shows itself. */
export const engagementAnswer = ({ handovers, contacted, medianMinutes }: SpeedToLead): string => {
  if (handovers === 0) return 'No lead showed itself before it was first tried';
  if (medianMinutes === null)
    return `Of ${several(handovers, ['lead', 'leads'])} that showed themselves, fewer than half have been tried since: ${count(contacted)}`;
  return `Half of the leads that show themselves are tried within ${minutesWords(medianMinutes)}`;
};

/** What a meeting that is missed must be marked by. */
export const noShowNeeds =
  'HubSpot says so in the column “Meeting outcome” of its meetings; in other files, an activity of the type “No-show” would tell.';

/** How many meetings are missed. Without a single one it cannot be told whether none was, or none is marked. */
export const noShowAnswer = ({ held, missed, rebooked }: NoShows): string => {
  if (missed.k === 0)
    return held === 0
      ? 'No meetings are among these files, so no-shows cannot be told'
      : `None of ${several(held, ['meeting', 'meetings'])} is marked as missed`;
  const share = missed.rate === null ? `${count(missed.k)} of ${count(missed.n)}` : percent(missed.rate);
  return `${share} of meetings are missed; ${count(rebooked.k)} of ${count(rebooked.n)} were rebooked`;
};
