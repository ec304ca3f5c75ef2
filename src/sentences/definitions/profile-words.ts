import { blankGroup } from '../../domain/dimension.ts';
import { otherLevels } from '../../metrics/attribute-levels.ts';
import type { LevelLift } from '../../metrics/attribute-lift.ts';
import type { LeadProfile, ProfileLine } from '../../metrics/lead-profile.ts';
import { count } from '../format.ts';

const liftFormat = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A level of an attribute: "segment Enterprise", "fit 70 to 90", "campaign not known". */
export const levelWords = ({
  attribute,
  level,
  lowest,
  highest,
}: Pick<ProfileLine, 'attribute' | 'level' | 'lowest' | 'highest'>): string => {
  if (level === blankGroup) return `${attribute} not known`;
  if (level === otherLevels) return `other ${attribute}s`;
  if (lowest === null || highest === null) return `${attribute} ${level}`;
  return lowest === highest ? `${attribute} ${lowest}` : `${attribute} ${lowest} to ${highest}`;
};

/** How a level does: "1.9 times the overall rate, 35 of 200". */
export const liftWords = ({ rate, lift }: LevelLift): string => {
  const fraction = `${count(rate.k)} of ${count(rate.n)}`;
  return lift === null ? fraction : `${liftFormat.format(lift)} times the overall rate, ${fraction}`;
};

/** Why a line is marked; null where it is not. */
export const trapWords = ({ isTrap, standing }: ProfileLine): string | null => {
  if (!isTrap) return null;
  return standing.opportunity === 'below'
    ? 'Fewer opportunities, more deals'
    : 'Good for opportunities, bad for deals';
};

const best = (lines: readonly ProfileLine[], target: 'deal' | 'opportunity'): ProfileLine | undefined =>
  lines
    .filter(({ standing }) => standing[target] === 'above')
    .toSorted((a, b) => (b[target].lift ?? 1) - (a[target].lift ?? 1))[0];

/** Which leads convert most often, in one sentence. */
export const profileAnswer = ({ lines }: Pick<LeadProfile, 'lines'>): string => {
  const deal = best(lines, 'deal');
  if (deal !== undefined) return `Most deals come of ${levelWords(deal)}: ${liftWords(deal.deal)}`;
  const opportunity = best(lines, 'opportunity');
  if (opportunity !== undefined)
    return `Most opportunities come of ${levelWords(opportunity)}: ${liftWords(opportunity.opportunity)}`;
  return 'No attribute tells leads that convert from the others beyond chance';
};

const named = (attributes: readonly string[]): string => attributes.join(', ');

/** Which attributes may have been filled in after conversion; empty where none looks so. */
export const profileWarnings = ({ suspicious }: Pick<LeadProfile, 'suspicious'>): readonly string[] =>
  suspicious.length === 0
    ? []
    : [
        `Warning on ${named(suspicious)}: an information value above 0.8, so strong that it may have been filled in after conversion and only repeats the answer. Check when it is set.`,
      ];

/** What is to be kept in mind: attributes that say nothing, and how often was looked. */
export const profileNotes = ({
  silent,
  telling,
}: Pick<LeadProfile, 'silent' | 'telling'>): readonly string[] => {
  const looked = telling.length + silent.length;
  return [
    ...(silent.length === 0 ? [] : [`Beyond chance, nothing is told by: ${named(silent)}.`]),
    ...(looked === 0
      ? ['There is nothing to look at yet: no lead has had the window.']
      : [
          `${count(looked)} ${looked === 1 ? 'attribute was' : 'attributes were'} looked at for each target, and the tests of attributes and levels are corrected for that (one in ten flags may be false). It shows what goes together, not what causes it.`,
        ]),
  ];
};
