import { moneyShort } from '../format.ts';

/** The answer to "do we create enough pipeline?": the mean of the last weeks against what the plan takes. */
export const rateAnswer = (
  meanMinor: number | null,
  neededMinor: number | null,
  weeks: number,
  currency: string,
): string => {
  if (meanMinor === null) return 'No whole week yet in which pipeline was created';
  const seen = `${moneyShort(meanMinor, currency)} of pipeline a week over ${weeks === 1 ? 'one week' : `${weeks} weeks`}`;
  return neededMinor === null
    ? seen
    : `${seen}; the plan takes ${moneyShort(neededMinor, currency)} a week from its leads`;
};
