import type { Rate } from '../domain/rate.ts';
import { funnelStages, type FunnelStage } from './funnel-stage.ts';
import { rateOf } from './rate-of.ts';

/**
 * Journeys of one group with the same order of first days. A place is the number of days that come before the stage's
 * own first day: equal for the same day, smaller for an earlier one, null without an event of the stage itself.
 */
export interface PlaceCounts extends Readonly<Record<`${FunnelStage}_place`, number | null>> {
  readonly row_group: string;
  /** How the journey stands: open, recycled, disqualified, lost or won. */
  readonly standing: string;
  readonly journeys: number;
}

/**
 * How a funnel counts.
 * - `strict`: a stage counts after every stage before it, each with its own day, no day before the one of the stage before;
 * - `loose`: a stage counts once it or any later stage was reached;
 * - `furthest`: each journey counts once, at the furthest stage it has reached.
 */
export type FunnelRule = 'strict' | 'loose' | 'furthest';

/** Why a journey that got to a stage or beyond is not counted there, and at which stage that was decided. */
export interface NotCounted {
  readonly reason: 'skipped' | 'outOfOrder' | 'movedOn';
  readonly stage: FunnelStage;
  readonly journeys: number;
}

/** One stage of a funnel. What is counted and what is not adds up to what the loose rule counts. */
export interface FunnelStep {
  readonly stage: FunnelStage;
  readonly reached: number;
  readonly notCounted: readonly NotCounted[];
  /** Counted though no event of the stage itself is known, because a later stage was reached. */
  readonly withoutOwnDay: number;
  /** Share of the first stage. */
  readonly ofFirst: Rate;
  /** The stage before and the share of it; null at the first stage, and under the furthest rule, where no stage holds another. */
  readonly ofPrevious: { readonly stage: FunnelStage; readonly rate: Rate } | null;
  /** How those counted here stand. */
  readonly standing: Readonly<Record<string, number>>;
}

export interface Funnel {
  readonly rule: FunnelRule;
  readonly steps: readonly FunnelStep[];
}

interface Verdict {
  readonly isCounted: boolean;
  readonly lost: Omit<NotCounted, 'journeys'> | null;
}

const counted: Verdict = { isCounted: true, lost: null };
const notThere: Verdict = { isCounted: false, lost: null };

const placeOf = (counts: PlaceCounts, stage: FunnelStage): number | null => counts[`${stage}_place`];

/** Where the strict rule gives up on the way to a stage; null where it does not. */
const strictFault = (counts: PlaceCounts, upTo: readonly FunnelStage[]): Verdict['lost'] => {
  let before = Number.NEGATIVE_INFINITY;
  for (const stage of upTo) {
    const place = placeOf(counts, stage);
    if (place === null) return { reason: 'skipped', stage };
    if (place < before) return { reason: 'outOfOrder', stage };
    before = place;
  }
  return null;
};

const judge = (
  rule: FunnelRule,
  counts: PlaceCounts,
  stages: readonly FunnelStage[],
  index: number,
): Verdict => {
  const furthest = stages.findLastIndex((stage) => placeOf(counts, stage) !== null);
  if (furthest < index) return notThere;
  if (rule === 'loose') return counted;
  if (rule === 'furthest') {
    const stage = stages[furthest];
    return furthest === index || stage === undefined
      ? counted
      : { isCounted: false, lost: { reason: 'movedOn', stage } };
  }
  const lost = strictFault(counts, stages.slice(0, index + 1));
  return { isCounted: lost === null, lost };
};

const total = (counts: readonly PlaceCounts[]): number =>
  counts.reduce((sum, { journeys }) => sum + journeys, 0);

const byStanding = (counts: readonly PlaceCounts[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...new Set(counts.map(({ standing }) => standing))]
      .toSorted()
      .map((standing) => [standing, total(counts.filter((one) => one.standing === standing))]),
  );

const losses = (
  judged: readonly { readonly counts: PlaceCounts; readonly verdict: Verdict }[],
): readonly NotCounted[] => {
  const found = new Map<string, NotCounted>();
  for (const { counts, verdict } of judged) {
    if (verdict.lost === null) continue;
    const key = `${verdict.lost.reason} ${verdict.lost.stage}`;
    const before = found.get(key)?.journeys ?? 0;
    found.set(key, { ...verdict.lost, journeys: before + counts.journeys });
  }
  return [...found.values()].toSorted(
    (a, b) => funnelStages.indexOf(a.stage) - funnelStages.indexOf(b.stage) || (a.reason < b.reason ? 1 : -1),
  );
};

/**
 * Counts a funnel over the given stages, which begin with `created` and keep the order of the pipe; a stage that is left
 * out is neither asked for nor counted. A missing group of counts is an empty funnel. Rates below five leads are null.
 */
export const funnel = (
  rule: FunnelRule,
  counts: readonly PlaceCounts[],
  stages: readonly FunnelStage[],
): Funnel => {
  const steps: FunnelStep[] = [];
  const all = total(counts);
  for (const [index, stage] of stages.entries()) {
    const judged = counts.map((one) => ({ counts: one, verdict: judge(rule, one, stages, index) }));
    const here = judged.filter(({ verdict }) => verdict.isCounted).map((one) => one.counts);
    const previous = steps.at(-1);
    steps.push({
      stage,
      reached: total(here),
      notCounted: losses(judged),
      withoutOwnDay: total(here.filter((one) => placeOf(one, stage) === null)),
      ofFirst: rateOf(total(here), all),
      ofPrevious:
        previous === undefined || rule === 'furthest'
          ? null
          : { stage: previous.stage, rate: rateOf(total(here), previous.reached) },
      standing: byStanding(here),
    });
  }
  return { rule, steps };
};

/** Whether any lead has an event of each stage. A stage that the CRM never records is no part of its funnel. */
export const recordedStages = (recorded: Readonly<Record<FunnelStage, boolean>>): readonly FunnelStage[] =>
  funnelStages.filter((stage) => stage === 'created' || recorded[stage]);
