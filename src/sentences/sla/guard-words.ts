import type { GoodhartGuard } from '../../metrics/goodhart-guard.ts';
import type { BeforeAndAfter } from '../../metrics/goodhart-guard.ts';
import type { Verdict } from '../../metrics/verdict.ts';
import { count, day, percent, several } from '../format.ts';

/** One check: what was looked at, the verdict, and a sentence that the numbers bear. */
export interface GuardLine {
  readonly id: keyof GoodhartGuard | 'shortCalls';
  readonly name: string;
  readonly verdict: Verdict;
  readonly sentence: string;
}

const share = ({ k, n }: { readonly k: number; readonly n: number }): string =>
  n === 0 ? 'none' : `${percent(k / n)} (${count(k)} of ${count(n)})`;

const sides = ({ before, after }: BeforeAndAfter): string => `${share(before)} before, ${share(after)} after`;

const decimal = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

const emptyWords = (guard: GoodhartGuard['emptyAttempts'], knowsContact: boolean): string => {
  if (!knowsContact)
    return 'Whether attempts reach anybody is not known: no inbound activity or meeting is in the files. Export them with their direction.';
  const tried =
    guard.attemptsBefore === null || guard.attemptsAfter === null
      ? ''
      : ` Attempts a lead: ${decimal.format(guard.attemptsBefore)} before, ${decimal.format(guard.attemptsAfter)} after.`;
  const found =
    guard.verdict === 'probably'
      ? 'More is tried and fewer leads are reached'
      : guard.verdict === 'usual'
        ? 'Attempts reach leads about as often as before, or no more is tried'
        : 'Too few leads were tried on one side to tell whether attempts reach anybody';
  return `${found}: of the leads tried, ${sides(guard)} were in two-way contact.${tried}`;
};

const oneTouchWords = (guard: GoodhartGuard['oneTouch']): string => {
  const found =
    guard.verdict === 'probably'
      ? 'More leads are called in time once and then left'
      : guard.verdict === 'usual'
        ? 'Leads called in time are not left alone more than before'
        : 'Too few leads were called in time on one side to tell whether they are then left alone';
  return `${found}: ${sides(guard)}.`;
};

const jointWords = ({ l2o, o2d, verdict }: GoodhartGuard['jointsApart']): string => {
  const numbers = `lead to opportunity ${sides(l2o)}; opportunity to deal ${sides(o2d)}`;
  if (verdict === 'probably') return `More opportunities are made and fewer of them are won: ${numbers}.`;
  if (verdict === 'usual') return `Opportunities are not made at the cost of deals: ${numbers}.`;
  return `Too few leads or opportunities since then have had their window: ${numbers}.`;
};

const monthWords = ({ late, expected, quality, verdict }: GoodhartGuard['monthEnd']): string => {
  if (late.n === 0 || expected === null) return 'No month with handovers is over yet.';
  const numbers = `${share(late)} of the handovers of whole months fell on their last three days, which are ${percent(expected)} of the days`;
  const { verdict: bears, direction } = quality.difference;
  const worse =
    bears === 'probably' && direction === 'down'
      ? ` They probably become opportunities less often: ${share(quality.after)}, others ${share(quality.before)}.`
      : '';
  const found =
    verdict === 'probably'
      ? 'Leads are handed over late in the month'
      : verdict === 'usual'
        ? 'Handovers do not gather at the end of the month'
        : 'Too few handovers to tell whether they gather at the end of the month';
  return `${found}: ${numbers}.${worse}`;
};

/** Every check as a line; what the files cannot tell is said too. */
export const guardLines = (guard: GoodhartGuard, knowsContact: boolean): readonly GuardLine[] => [
  {
    id: 'emptyAttempts',
    name: 'Attempts that reach nobody',
    verdict: knowsContact ? guard.emptyAttempts.verdict : 'cannotTell',
    sentence: emptyWords(guard.emptyAttempts, knowsContact),
  },
  {
    id: 'oneTouch',
    name: 'In time, then left alone',
    verdict: guard.oneTouch.verdict,
    sentence: oneTouchWords(guard.oneTouch),
  },
  {
    id: 'shortCalls',
    name: 'Calls that last a second',
    verdict: 'cannotTell',
    sentence:
      'Automated mails never count as attempts. How long a call lasted is not read from the files, so a call of one second counts like any other; ask for the column with the length of calls.',
  },
  {
    id: 'jointsApart',
    name: 'Opportunities at the cost of deals',
    verdict: guard.jointsApart.verdict,
    sentence: jointWords(guard.jointsApart),
  },
  {
    id: 'monthEnd',
    name: 'Handed over at the end of the month',
    verdict: guard.monthEnd.verdict,
    sentence: monthWords(guard.monthEnd),
  },
];

/** The answer to "does anything look good while it is bad?". */
export const guardAnswer = (lines: readonly GuardLine[]): string => {
  const found = lines.filter(({ verdict }) => verdict === 'probably');
  const open = lines.filter(({ verdict }) => verdict === 'cannotTell').length;
  if (found.length === 0)
    return open === lines.length
      ? 'Whether promises are kept in their letter alone cannot be told yet'
      : `Nothing looks good while it is bad${open === 0 ? '' : `; ${several(open, ['check', 'checks'])} of ${lines.length} cannot be told yet`}`;
  return `Look again: ${found.map(({ name }) => name.toLowerCase()).join(', ')}`;
};

/** Where before ends and after begins, and that several checks are looked at. */
export const guardDefinition = (since: string, isSigned: boolean): string =>
  `${isSigned ? `Before and after ${day(since)}, the first day of the agreement` : `The 90 days before ${day(since)} against the days from then on, as no agreement is in force yet`}. Differences with a 95% interval; of many checks one in twenty stands out by chance.`;
