/** Section 3.5, end: Kaplan-Meier for one kind of event, with Greenwood's variance and the log-log interval. */

const Z = 1.959963984540054;

/** A duration that ended, or was still going when last seen. */
export interface Duration {
  time: number;
  ended: boolean;
}

/** One row a time at which something ended. */
export interface KaplanMeierRow {
  time: number;
  at_risk: number;
  ended: number;
  survival: number;
  se: number;
  lower: number | null;
  upper: number | null;
}

/** The curve, by definition; no row where nothing ended. The interval is undefined once nobody is left. */
export function kaplanMeier(durations: Duration[]): KaplanMeierRow[] {
  const times = [...new Set(durations.filter((one) => one.ended).map((one) => one.time))];
  return times
    .toSorted((a, b) => a - b)
    .map((time) => {
      let survival = 1;
      let greenwood = 0;
      for (const earlier of times.filter((other) => other <= time)) {
        const atRisk = durations.filter((one) => one.time >= earlier).length;
        const ended = durations.filter((one) => one.time === earlier && one.ended).length;
        survival *= 1 - ended / atRisk;
        greenwood += ended / (atRisk * (atRisk - ended));
      }
      const theta = (Z * Math.sqrt(greenwood)) / Math.log(survival);
      const isDefined = survival > 0 && survival < 1;
      return {
        time,
        at_risk: durations.filter((one) => one.time >= time).length,
        ended: durations.filter((one) => one.time === time && one.ended).length,
        survival,
        se: survival === 0 ? 0 : survival * Math.sqrt(greenwood),
        lower: isDefined ? survival ** Math.exp(-theta) : null,
        upper: isDefined ? survival ** Math.exp(theta) : null,
      };
    });
}

/** The first time by which the share q has ended; null if that is not reached. */
export function kaplanMeierQuantile(durations: Duration[], share: number): number | null {
  return kaplanMeier(durations).find((row) => row.survival <= 1 - share)?.time ?? null;
}
