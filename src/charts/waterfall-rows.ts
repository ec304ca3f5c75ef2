/** One change between start and end. */
export interface WaterfallDelta {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** `main` changes are dark, `other` ones are grey. */
  readonly kind: 'main' | 'other';
}

/** A value at an end of a waterfall. */
export interface WaterfallEnd {
  readonly label: string;
  readonly value: number;
}

/** A change with the values before and after it. */
export interface WaterfallStep extends WaterfallDelta {
  readonly from: number;
  readonly to: number;
}

/** Adds the changes up from the start. */
export function waterfallSteps(start: number, deltas: readonly WaterfallDelta[]): readonly WaterfallStep[] {
  let sum = start;
  return deltas.map((delta) => {
    const from = sum;
    sum += delta.value;
    return { ...delta, from, to: sum };
  });
}
