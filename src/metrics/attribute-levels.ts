import { blankGroup } from '../domain/dimension.ts';

/** How the leads of one level of an attribute fared; see the question of the same counts. */
export interface LevelCounts {
  readonly attribute: string;
  readonly level: string;
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly leads: number;
  readonly converted: number;
  readonly leads_l2d: number;
  readonly converted_l2d: number;
  readonly won: number;
}

/** Group of the levels that are too many to be shown. */
export const otherLevels = '(other)';

/** Levels shown of an attribute at most, the pooled ones being one; missing values are a level on top. */
const mostLevels = 20;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const pooled = (levels: readonly LevelCounts[]): readonly LevelCounts[] => {
  const [first] = levels;
  if (first === undefined) return [];
  const add = (pick: (counts: LevelCounts) => number): number => sum(levels.map(pick));
  return [
    {
      attribute: first.attribute,
      level: otherLevels,
      lowest: null,
      highest: null,
      leads: add((counts) => counts.leads),
      converted: add((counts) => counts.converted),
      leads_l2d: add((counts) => counts.leads_l2d),
      converted_l2d: add((counts) => counts.converted_l2d),
      won: add((counts) => counts.won),
    },
  ];
};

/** The levels of one attribute as they are shown: at most twenty, most leads first and the rarer ones pooled, then the missing values. */
export const shownLevels = (counts: readonly LevelCounts[]): readonly LevelCounts[] => {
  const named = counts
    .filter(({ level }) => level !== blankGroup)
    .toSorted((a, b) => b.leads - a.leads || (a.level < b.level ? -1 : 1));
  const kept = named.length <= mostLevels ? named.length : mostLevels - 1;
  return [
    ...named.slice(0, kept),
    ...pooled(named.slice(kept)),
    ...counts.filter(({ level }) => level === blankGroup),
  ];
};
