/** Something that costs, and brings. */
export interface CostAndGain {
  readonly cost: number;
  readonly gain: number;
}

/**
 * Those that nothing beats: no other one brings as much for less, or more for as much. Ascending in both; of equal ones the
 * first.
 */
export const paretoFront = <Option extends CostAndGain>(options: readonly Option[]): readonly Option[] => {
  const front: Option[] = [];
  for (const option of options.toSorted((a, b) => a.cost - b.cost || b.gain - a.gain)) {
    const best = front.at(-1);
    if (best === undefined || option.gain > best.gain) front.push(option);
  }
  return front;
};
