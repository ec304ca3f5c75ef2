import { EXPORT_AT } from './calendar.ts';
import { between, chance, exponential, itemAt, logNormal, wholeBetween } from './draws.ts';
import { CLOSING } from './plan.ts';
import type { Segment } from './plan.ts';
import type { Rng } from './prng.ts';
import { LOST, OPEN_STAGES, WON } from './stages.ts';
import { DAY, HOUR, localDay } from './stockholm-time.ts';
import { atWork } from './working-hours.ts';
import type { OpportunitySave, Stage } from './world.ts';

type Saves = readonly [OpportunitySave, ...OpportunitySave[]];

const AMOUNT_EDIT_SHARE = 0.35;
const CLOSE_DAY_EDIT_SHARE = 0.3;
const START_LATER_SHARE = 0.3;

/** Every save of an opportunity up to the export, the first being its creation. */
export function opportunitySaves(rng: Rng, createdAt: number, segment: Segment, wins: boolean): Saves {
  const closes = wins || !chance(rng, CLOSING.neverClosedShareOfLosers);
  const endsAt = closes ? closingInstant(rng, createdAt) : EXPORT_AT;
  const enteredAt = chance(rng, CLOSING.enteredLateShare) ? endsAt + wholeBetween(rng, 1, 6) * DAY : endsAt;
  const path = stagePath(rng, wins);
  const amount = segmentAmount(rng, segment);
  const early = chance(rng, AMOUNT_EDIT_SHARE) ? roundMoney(amount * between(rng, 0.7, 1.35)) : amount;
  const guess = localDay(createdAt) + wholeBetween(rng, 45, 120);
  const first: OpportunitySave = { at: createdAt, stage: itemAt(path, 0), amount: early, closeDay: guess };

  const moments = path
    .slice(1)
    .map(() => atBetween(rng, createdAt, endsAt))
    .toSorted((a, b) => a - b);
  const edits: { at: number; edit: (save: OpportunitySave) => OpportunitySave }[] = path
    .slice(1)
    .map((stage, index) => ({ at: itemAt(moments, index), edit: (save) => ({ ...save, stage }) }));
  if (early !== amount) {
    edits.push({ at: atBetween(rng, createdAt, endsAt), edit: (save) => ({ ...save, amount }) });
  }
  if (chance(rng, CLOSE_DAY_EDIT_SHARE)) {
    const later = guess + wholeBetween(rng, 10, 40);
    edits.push({ at: atBetween(rng, createdAt, endsAt), edit: (save) => ({ ...save, closeDay: later }) });
  }
  if (closes) {
    const stage = wins ? WON : LOST;
    edits.push({ at: enteredAt, edit: (save) => ({ ...save, stage, amount, closeDay: localDay(endsAt) }) });
  }
  return withoutOpenAmount(rng, replay(first, edits));
}

/** An opportunity's amount: log-normal around the mean of its segment. */
function segmentAmount(rng: Rng, segment: Segment): number {
  const sigma = CLOSING.amountSigma;
  return roundMoney(logNormal(rng, segment.meanDeal * Math.exp((-sigma * sigma) / 2), sigma));
}

const roundMoney = (amount: number): number => Math.round(amount / 50) * 50;

const atBetween = (rng: Rng, from: number, to: number): number =>
  Math.round(from + (to - from) * between(rng, 0.02, 0.98));

function closingInstant(rng: Rng, createdAt: number): number {
  const mean = chance(rng, CLOSING.quickShare) ? CLOSING.quickMeanDays : CLOSING.slowMeanDays;
  return Math.max(atWork(rng, createdAt + exponential(rng, mean * DAY)), createdAt + HOUR);
}

function stagePath(rng: Rng, wins: boolean): readonly Stage[] {
  const from = chance(rng, START_LATER_SHARE) ? 1 : 0;
  const to = wins ? OPEN_STAGES.length - 1 : wholeBetween(rng, from, OPEN_STAGES.length - 1);
  const path = OPEN_STAGES.slice(from, to + 1);
  if (path.length < 3 || !chance(rng, CLOSING.backwardShare)) return path;
  const turn = wholeBetween(rng, 1, path.length - 1);
  return [...path.slice(0, turn + 1), ...path.slice(turn - 1)];
}

function replay(
  first: OpportunitySave,
  edits: readonly { at: number; edit: (save: OpportunitySave) => OpportunitySave }[],
): Saves {
  const saves: [OpportunitySave, ...OpportunitySave[]] = [first];
  for (const { at, edit } of edits.toSorted((a, b) => a.at - b.at)) {
    if (at >= EXPORT_AT) break;
    saves.push({ ...edit(saves[saves.length - 1] ?? first), at });
  }
  return saves;
}

function withoutOpenAmount(rng: Rng, saves: Saves): Saves {
  const [first, ...rest] = saves;
  const isOpen = saves.at(-1)?.stage.isClosed === false;
  if (!isOpen || !chance(rng, CLOSING.openWithoutAmountShare)) return saves;
  return [unpriced(first), ...rest.map(unpriced)];
}

const unpriced = ({ at, stage, closeDay }: OpportunitySave): OpportunitySave => ({
  at,
  stage,
  amount: null,
  closeDay,
});
