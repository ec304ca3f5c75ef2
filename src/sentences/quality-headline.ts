import { movement } from '../metrics/bounds.ts';
import type { Basis } from '../metrics/channel-verdict.ts';
import type { Defect, Effect } from '../metrics/judge-defects.ts';
import { points } from './bounds-words.ts';
import { several } from './format.ts';

/** A defect with the one number that it could move most. */
interface Mover {
  readonly name: string;
  readonly number: string;
  readonly by: number;
  readonly isReading: boolean;
}

const numberWords = ({ joint, group }: Effect): string =>
  `${joint.toUpperCase()}${group === null ? '' : ` of ${group.name}`}`;

const strongest = (
  defects: readonly Defect[],
  basis: Basis,
  isMeant: (effect: Effect) => boolean,
): Mover | null =>
  defects
    .flatMap(({ kind, count, effects }) =>
      count === 0
        ? []
        : effects[basis].filter(isMeant).map((effect) => ({
            name: kind.name,
            number: numberWords(effect),
            by: effect.bounds === null ? 0 : movement(effect.bounds),
            isReading: kind.readings === true,
          })),
    )
    .filter(({ by }) => by > 0)
    .toSorted((a, b) => b.by - a.by)[0] ?? null;

/** Under this the numbers are said to hold. */
const smallMovement = 0.01;

/** Said where a movement is that between two readings: part of the records could move a rate further. */
const asAWhole = 'taken as a whole';

const couldMove = ({ name, number, by, isReading }: Mover): string =>
  isReading
    ? `${name}, ${asAWhole}, could move ${number} by ${points(by)}`
    : `${name} could move ${number} by up to ${points(by)}`;

/**
 * The answer to "how far can I trust the numbers?": what could move a number of everything most, and what could move a
 * group more than that. Never stronger than the bounds.
 */
export const qualityHeadline = (defects: readonly Defect[], basis: Basis): string => {
  const found = defects.filter(({ count }) => count > 0).length;
  if (found === 0) return 'No defect was found in these data';
  const measured = [
    ...new Set(defects.flatMap(({ effects }) => effects[basis].map(({ joint }) => joint.toUpperCase()))),
  ];
  const rates = measured.join(' or ');
  if (measured.length === 0)
    return `${several(found, ['kind of defect was', 'kinds of defects were'])} found; neither L2O nor O2D can be measured in these data`;
  const onAll = strongest(defects, basis, ({ group }) => group === null);
  const onGroup = strongest(defects, basis, ({ group }) => group !== null);
  const isUnknown = defects.some(
    ({ count, effects }) => count > 0 && effects[basis].some(({ bounds }) => bounds === null),
  );
  const hasReading = defects.some(
    ({ kind, count, effects }) =>
      count > 0 &&
      kind.readings === true &&
      effects[basis].some(({ bounds }) => bounds !== null && movement(bounds) > 0),
  );
  const limit = hasReading ? `, matches and bulks ${asAWhole}` : '';
  const all =
    onAll === null
      ? isUnknown
        ? `No defect that can be weighed could move ${rates}`
        : `The numbers hold: no defect could move ${rates}`
      : onAll.by >= smallMovement || isUnknown
        ? couldMove(onAll)
        : `The numbers hold: no defect could move ${rates} by more than ${points(onAll.by)}${limit}`;
  return onGroup === null || onGroup.by <= (onAll?.by ?? 0) ? all : `${all}. ${couldMove(onGroup)}`;
};
