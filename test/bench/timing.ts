/** Seconds that a piece of work takes. */
export const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const repeats = 3;

/** Seconds of the same work on both sides. */
export interface Timed {
  readonly ours: number;
  readonly native: number;
}

/** Two ways of doing the same, in turn: one run of each to warm up, then the median seconds of three. */
export const inTurn = async (
  ours: () => Promise<unknown>,
  native: () => Promise<unknown>,
): Promise<Timed> => {
  await ours();
  await native();
  const measured: Timed[] = [];
  for (let run = 0; run < repeats; run += 1)
    measured.push({ ours: await secondsOf(ours), native: await secondsOf(native) });
  return {
    ours: median(measured.map((each) => each.ours)),
    native: median(measured.map((each) => each.native)),
  };
};

/** The most memory this process has held so far, in megabytes. */
export const peakMegabytes = (): number => Math.round(process.resourceUsage().maxRSS / 1024);
