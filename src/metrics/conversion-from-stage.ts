import { stagePlace, type LeadStage } from '../domain/funnel-stage.ts';
import { fitBetaBinomial } from '../stats/beta-binomial.ts';
import { inGroups, totalOf } from './in-groups.ts';
import { journeysOf, type LeakCounts } from './leak-counts.ts';

interface Seen {
  readonly converted: number;
  readonly entered: number;
}

const seenIn = (rows: readonly LeakCounts[], stage: LeadStage): Seen => {
  const entered = rows.filter((row) => stagePlace(row.stage) >= stagePlace(stage));
  return {
    converted: totalOf(entered, (row) => row.converted),
    entered: journeysOf(entered),
  };
};

const strengthOf = (groups: readonly Seen[]): number =>
  fitBetaBinomial(groups.map(({ converted, entered }) => ({ k: converted, n: entered })))?.strength ?? 0;

/** Posterior mean; the plain rate where there was nothing to fit, and `mean` for a group that nobody entered. */
const drawnTo = ({ converted, entered }: Seen, mean: number, strength: number): number =>
  entered === 0 ? mean : (converted + strength * mean) / (entered + strength);

/**
 * How many of the leads that come to a stage become an opportunity in the end, by channel and segment. Shrunken twice, as
 * the value of a lead is: channels towards all of them, then each segment of a channel towards that channel, with the
 * strength fitted over all of these cells (fewer than three groups: not shrunken). `development` takes the windowed share
 * to the final one. A cell that no lead entered the stage in has the rate of its channel. Null where no lead at all
 * entered the stage, and for a channel and segment that is not in the rows.
 */
export const conversionFromStage = (
  rows: readonly LeakCounts[],
  stage: LeadStage,
  development: number,
): ((channel: string, segment: string) => number | null) => {
  const all = seenIn(rows, stage);
  if (all.entered === 0) return () => null;
  const channels = inGroups(rows, ({ channel }) => channel).map(([channel, own]) => ({
    channel,
    seen: seenIn(own, stage),
    segments: inGroups(own, ({ segment }) => segment).map(
      ([segment, cell]) => [segment, seenIn(cell, stage)] as const,
    ),
  }));
  const channelStrength = strengthOf(channels.map(({ seen }) => seen));
  const cellStrength = strengthOf(channels.flatMap(({ segments }) => segments.map(([, seen]) => seen)));
  const rates = new Map(
    channels.map(({ channel, seen, segments }) => {
      const own = drawnTo(seen, all.converted / all.entered, channelStrength);
      return [
        channel,
        new Map(segments.map(([segment, cell]) => [segment, drawnTo(cell, own, cellStrength)])),
      ] as const;
    }),
  );
  return (channel, segment) => {
    const rate = rates.get(channel)?.get(segment);
    return rate === undefined ? null : Math.min(1, rate * development);
  };
};
