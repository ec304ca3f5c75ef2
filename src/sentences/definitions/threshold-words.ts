import type { Support, ThresholdOutcome } from '../../metrics/threshold-what-if.ts';
import { count, percent, several } from '../format.ts';

/** What is told of a threshold: the one looked at, and the one in force where there is one. */
export interface ThresholdPair {
  readonly chosen: ThresholdOutcome;
  readonly present: ThresholdOutcome | null;
}

const shareWords = (rate: number | null): string => (rate === null ? 'too few to say' : percent(rate));

/** What the threshold looked at would have selected, held against the one in force. */
export const thresholdAnswer = ({ chosen, present }: ThresholdPair): string => {
  const { l2o } = chosen;
  const start = `From a score of ${chosen.threshold} on`;
  if (present === null)
    return `${start}: ${several(l2o.n, ['lead', 'leads'])}, ${shareWords(l2o.rate)} of them opportunities`;
  if (present.threshold === chosen.threshold)
    return `The threshold in force, ${chosen.threshold}, takes ${several(l2o.n, ['lead', 'leads'])}; ${shareWords(l2o.rate)} become opportunities`;
  return `${start} instead of ${present.threshold}: ${several(l2o.n, ['lead', 'leads'])} instead of ${count(present.l2o.n)}, ${shareWords(l2o.rate)} instead of ${shareWords(present.l2o.rate)} of them opportunities`;
};

const loadWords = ({ openPerRep, load }: ThresholdOutcome): string =>
  openPerRep === null || load === null
    ? 'nobody owns an open lead, so the load is not known'
    : `${count(Math.round(openPerRep))} open leads a person, ${percent(load)} of the cap`;

/** Deals, conversions let through and load of the threshold looked at. */
export const thresholdDetail = ({ chosen, present }: ThresholdPair): string => {
  const instead = (value: string): string => (present === null ? '' : ` instead of ${value}`);
  const recall =
    chosen.recall === null
      ? 'no lead converted within the window'
      : `${percent(chosen.recall)}${present === null || present.recall === null ? '' : instead(percent(present.recall))} of all conversions are let through`;
  return `${several(chosen.deals, ['deal', 'deals'])}${instead(present === null ? '' : count(present.deals))} came of them by now; ${recall}; ${loadWords(chosen)}.`;
};

const supportSentences: Readonly<Record<Support, (present: number | null) => string>> = {
  supported: () =>
    'Leads below the threshold in force were worked as well: history supports lower thresholds.',
  notSupported: (present) =>
    `Below ${present ?? ''} leads were worked less than half as often as above: what they became is a lower bound, not supported by data (hatched).`,
  unknown: (present) =>
    present === null
      ? 'No single score threshold is in force, so it cannot be said which leads were left unworked because of one.'
      : 'No attempts at these leads are exported, so it cannot be said whether those below the threshold were worked. Needed: activities.',
};

/** Whether history can tell what a lower threshold does. */
export const supportWords = (outcomes: readonly ThresholdOutcome[], present: number | null): string => {
  if (present === null) return supportSentences.unknown(null);
  const below = outcomes.filter(({ threshold }) => threshold < present);
  if (below.length === 0) return 'No lead has a lower score than the threshold in force.';
  return supportSentences[below[0]?.support ?? 'unknown'](present);
};

/** How well the score tells converting leads from others, as of a hundred pairs; a coin makes 50. */
export const aucWords = (auc: number | null): string => {
  if (auc === null)
    return 'How well the score tells leads apart is not known: no lead, or every lead, converted within the window.';
  const times = Math.round(auc * 100);
  const judged =
    times > 52 ? '' : times < 48 ? ' It puts them the wrong way round.' : ' That is no better than a coin.';
  return `Of a hundred pairs of one lead that converted and one that did not, the score puts the right one first ${times} times (AUC ${auc.toFixed(2)}; a coin makes 50).${judged}`;
};
