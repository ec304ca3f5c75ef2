import { blankGroup } from '../../domain/dimension.ts';
import type { GoesWith } from '../../metrics/leak-page/leak-circumstances.ts';
import type { LeakDetail, LeakPage } from '../../metrics/leak-page/leak-page.ts';
import type { OwnerLeak } from '../../metrics/leak-page/leak-owners.ts';
import type { LeakTrend } from '../../metrics/leak-page/leak-trend.ts';
import { verdictLabels } from '../../metrics/verdict.ts';
import { count, day, moneyShort, monthAndYear, percent, several, wholePercent } from '../format.ts';
import type { GapWords } from '../review/gap-words.ts';
import { leakName } from '../review/leak-answer.ts';

const leadsOf = (value: number): string => several(value, ['lead', 'leads']);

/** The answer to "where do we lose money we could keep?": all that was lost, and the largest leak. */
export const leaksAnswer = (
  { ledger, hasMoney, leads, lines }: LeakPage,
  currency: string | null,
): string => {
  const [largest] = lines;
  const { potentialMinor, lost } = ledger;
  if (largest === undefined) return `None of ${leadsOf(leads)} was lost`;
  const name = `the largest leak is “${leakName(largest)}”`;
  if (!hasMoney || currency === null)
    return `${count(lost.journeys)} of ${leadsOf(leads)} were lost; ${name}, ${leadsOf(largest.journeys)}`;
  return `${moneyShort(lost.minor, currency)} of a possible ${moneyShort(potentialMinor, currency)} was lost; ${name}, ${moneyShort(largest.minor, currency)}`;
};

/** Which leads, and what they are valued by; or why there is no money in it. */
export const leaksDefinition = (
  { ledger, hasMoney, leads }: LeakPage,
  { from, to, currency }: { readonly from: string; readonly to: string; readonly currency: string | null },
): string => {
  const who = `${leadsOf(leads)} anchored ${day(from)} to ${day(to)} that have had their window; every lost one stands under one leak, the first that applies, so the list adds up.`;
  if (!hasMoney)
    return currency === null
      ? `${who} Amounts are in several currencies, or in none that is named, so leads are counted without money.`
      : `${who} No value per lead can be told: that takes won deals with amounts, and leads old enough to have had their window.`;
  const { unvalued } = ledger.lost;
  const without =
    unvalued === 0
      ? ''
      : ` ${several(unvalued, ['lead has', 'leads have'])} no value and ${unvalued === 1 ? 'counts' : 'count'} as 0.`;
  return `${who} Each counts at what its channel and segment is usually worth from the stage it came to.${without}`;
};

/** What decides that a lead stands under a leak, for the head of its list. */
export const leakRules: Readonly<Record<LeakDetail['leak'], string>> = {
  lostOpportunity: 'The lead became an opportunity, and all of its opportunities were closed without a deal.',
  stalledOpportunity:
    'The lead became an opportunity that is still open after the time in which most are decided.',
  untried: 'Disqualified or sent to nurture, and no person had tried to reach it after any handover.',
  slow: 'No opportunity, and the first attempt after its last handover came late or never.',
  fewAttempts:
    'No opportunity, answered in time, but tried less often than promised after its last handover.',
  stalled: 'Treated as promised, still open, and longer in its stage than agreed.',
  disqualified: 'Treated as promised and disqualified.',
  recycled: 'Treated as promised and sent to nurture.',
};

/** An owner as it is shown; leads of nobody have a name too. */
export const ownerName = (owner: string): string => (owner === blankGroup ? 'No owner' : owner);

/** Whose leads: who stands out, or that nobody does. */
export const ownersWords = (owners: readonly OwnerLeak[]): string => {
  const people = owners.filter(({ owner }) => owner !== blankGroup);
  const marked = people.filter(({ isSignal }) => isSignal);
  if (people.length === 0) return 'No lead names an owner';
  if (people.length === 1) return 'One owner has all of them';
  if (marked.length === 0) return `${several(people.length, ['owner', 'owners'])}, none stands out`;
  return `${count(marked.length)} of ${count(people.length)} owners above the rest`;
};

/** How the leak went, and how sure that is. */
export const trendWords = ({ months, verdict, direction, isPassing }: LeakTrend): string => {
  const last = months.at(-1);
  if (isPassing) return 'no trend: older months had longer to be closed';
  if (last === undefined) return 'cannot tell yet: no whole month is old enough';
  const share = `${percent(last.k / last.n)} of ${monthAndYear(last.month)}`;
  if (verdict === 'cannotTell' || verdict === 'usual') return `${verdictLabels[verdict]}, ${share}`;
  return `${verdictLabels[verdict]} ${direction}, ${share}`;
};

/** The same in a few words. */
export const trendShort = ({ months, verdict, direction, isPassing }: LeakTrend): string => {
  if (isPassing) return 'no trend';
  if (months.length === 0 || direction === 'none') return verdictLabels[verdict];
  return verdict === 'cannotTell' || verdict === 'usual'
    ? verdictLabels[verdict]
    : `${verdictLabels[verdict]} ${direction}`;
};

/** Who has the largest part of a leak, or those who stand out; null where that is not known. */
export const ownersShort = (owners: readonly OwnerLeak[]): string => {
  const people = owners.filter(({ owner }) => owner !== blankGroup);
  const marked = people.filter(({ isSignal }) => isSignal);
  const [first] = marked;
  if (people.length === 0) return owners.length === 0 ? '–' : 'no owner';
  if (first === undefined)
    return people.length === 1 ? 'one owner' : `${count(people.length)}, none stands out`;
  return marked.length === 1
    ? `${first.owner} above the rest`
    : `${first.owner} and ${count(marked.length - 1)} more above the rest`;
};

const circumstanceWords = ({ circumstance }: GoesWith, repCap: number): string => {
  switch (circumstance.kind) {
    case 'channel':
      return circumstance.channel === blankGroup ? 'no channel named' : `channel ${circumstance.channel}`;
    case 'outside':
      return 'handed over outside opening hours';
    case 'overCap':
      return `an owner with more than ${count(repCap)} open leads`;
  }
};

/** What goes with a leak, with both shares; never why. */
export const goesWithWords = (found: GoesWith, repCap: number): string => {
  const { among, elsewhere } = found;
  return `${circumstanceWords(found, repCap)}: ${wholePercent(among.k / among.n)} of these, ${wholePercent(elsewhere.k / elsewhere.n)} of all others`;
};

/** The reasons that were noted for a disqualification, or that none were. */
export const reasonWords = (reasons: LeakDetail['reasons']): string | null => {
  if (reasons === null) return null;
  const named = reasons.reasons.filter(({ reason }) => reason !== null);
  const unnamed = reasons.reasons.find(({ reason }) => reason === null);
  if (named.length === 0) return 'no reason is noted; a column with the reason would tell';
  const list = named.map(({ reason, share }) => `${reason ?? ''} ${wholePercent(share)}`).join(', ');
  return `reasons noted at this stage: ${list}${unnamed === undefined ? '' : `, none noted ${wholePercent(unnamed.share)}`}`;
};

/** What goes with a leak, a line each; never empty. */
export const causeLines = (
  { goesWith, reasons, neglected, leak }: LeakDetail,
  { repCap, neglectedDays }: { readonly repCap: number; readonly neglectedDays: number },
): readonly string[] => {
  const reason = reasonWords(reasons);
  const found = goesWith.map((one) => goesWithWords(one, repCap));
  const lines = [
    ...found,
    ...(reason === null ? [] : [reason]),
    ...(neglected === null || neglected.n === 0
      ? []
      : [`not tried in ${count(neglectedDays)} days: ${count(neglected.k)} of ${count(neglected.n)}`]),
    ...(leak === 'stalled' || leak === 'stalledOpportunity'
      ? ['a next step is not in these files; a column with its date would tell']
      : []),
  ];
  return lines.length > 0 ? lines : ['nothing looked at stands out'];
};

/** The sum below the list of leaks: what could have been brought, less what was and what may still be. */
export const addsUpWords = (
  { potentialMinor, won, inProgress }: LeakPage['ledger'],
  currency: string,
): string =>
  `${moneyShort(potentialMinor, currency)} possible, less ${moneyShort(won.minor, currency)} won and ${moneyShort(inProgress.minor, currency)} still in progress.`;

/** Why no leak can be told, and what it takes; `because`: why the way to opportunities cannot be measured, null where it can. */
export const untoldWords = (because: string | null): GapWords =>
  because === null
    ? {
        why: 'No lead has had its window yet',
        needs:
          'Leads count once they have had the time in which most become opportunities, and until then nothing is lost. Add older leads, or wait.',
      }
    : { why: 'What was lost cannot be told with these files', needs: because };
