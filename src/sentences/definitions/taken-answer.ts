import type { OverlapPart } from '../../metrics/definition-diff.ts';
import type { RateDifference } from '../../metrics/rate-difference.ts';
import type { TakenLeads } from '../../metrics/taken-leads.ts';
import { count, percent, several } from '../format.ts';

/** The two definitions, as they are called. */
export interface SideNames {
  readonly first: string;
  readonly second: string;
}

/** How far two definitions agree, in one sentence. */
export const takenAnswer = (
  { first, second, agreement }: Pick<TakenLeads, 'first' | 'second' | 'agreement'>,
  names: SideNames,
): string => {
  if (agreement.n === 0) return 'Neither definition takes a lead';
  if (agreement.k === agreement.n) return `Both take the same ${several(agreement.n, ['lead', 'leads'])}`;
  return `${names.first} takes ${several(first, ['lead', 'leads'])}, ${names.second} ${count(second)}; they agree on ${count(agreement.k)} of ${count(agreement.n)}`;
};

const comparison: Readonly<Record<RateDifference['verdict'], (direction: string) => string>> = {
  signal: (direction) => `, ${direction} than`,
  probably: (direction) => `, probably ${direction} than`,
  usual: () => ', no clear difference from',
  cannotTell: () => '; too few to tell from',
};

const disputedWords = (
  part: OverlapPart,
  both: OverlapPart,
  difference: RateDifference,
  name: string,
): readonly string[] => {
  if (part.journeys === 0) return [];
  const { rate } = part.toOpportunity;
  const became = rate === null ? 'too few for a rate' : `${percent(rate)} became opportunities`;
  const direction = difference.direction === 'down' ? 'less often' : 'more often';
  const agreed = both.toOpportunity.rate;
  const against =
    agreed === null || rate === null
      ? ''
      : `${comparison[difference.verdict](direction)} the ${percent(agreed)} of those both take`;
  return [
    `Of the ${several(part.journeys, ['lead', 'leads'])} that only ${name} takes, ${became}${against}.`,
  ];
};

/** What became of the leads that only one definition takes; empty where there are none. */
export const disputedAnswer = (
  { onlyFirst, both, onlySecond, disputed }: TakenLeads,
  names: SideNames,
): readonly string[] => [
  ...disputedWords(onlyFirst, both, disputed.onlyFirst, names.first),
  ...disputedWords(onlySecond, both, disputed.onlySecond, names.second),
];
