import { rateDifference } from '../../metrics/rate-difference.ts';
import type { ScoreCell, ScoreGroup } from '../../metrics/score-matrix.ts';
import { percent } from '../format.ts';

/** How a third is called. */
export const groupWords: Readonly<Record<ScoreGroup, string>> = {
  low: 'low',
  middle: 'middle',
  high: 'high',
  unknown: 'not known',
};

const cellOf = (cells: readonly ScoreCell[], fit: ScoreGroup, interest: ScoreGroup): ScoreCell | undefined =>
  cells.find((cell) => cell.fit === fit && cell.interest === interest);

/** Whether fit without interest does better than interest without fit, in one sentence. */
export const matrixAnswer = (cells: readonly ScoreCell[]): string => {
  const fitting = cellOf(cells, 'high', 'low')?.l2o;
  const interested = cellOf(cells, 'low', 'high')?.l2o;
  if (fitting?.rate == null || interested?.rate == null)
    return 'Too few leads fit well without interest, or are interested without fit, to hold one against the other';
  const { verdict, direction } = rateDifference(interested, fitting);
  const rates = `${percent(fitting.rate)} against ${percent(interested.rate)}`;
  if (verdict === 'usual' || direction === 'none')
    return `Fit without interest and interest without fit become opportunities alike: ${rates}`;
  if (verdict === 'cannotTell')
    return `Whether fit without interest beats interest without fit cannot be told yet: ${rates}`;
  return direction === 'up'
    ? `Fit without interest probably beats interest without fit at becoming an opportunity: ${rates}`
    : `Interest without fit probably beats fit without interest at becoming an opportunity: ${percent(interested.rate)} against ${percent(fitting.rate)}`;
};
