import { useMemo, useState } from 'react';
import { ThresholdPanels } from '../../charts/threshold-panels.tsx';
import type { StageRule } from '../../domain/stage-rule.ts';
import type { Analysis } from '../../engine/analysis.ts';
import type { ScoreHistory } from '../../engine/score-history.ts';
import {
  outcomeAt,
  presentThreshold,
  shownOutcomes,
  unsupportedRange,
} from '../../metrics/threshold-choice.ts';
import { scoreQuality, thresholdOutcomes, thresholdRecall } from '../../metrics/threshold-what-if.ts';
import { asNeed } from '../../sentences/definitions/needs.ts';
import {
  aucWords,
  supportWords,
  thresholdAnswer,
  thresholdDetail,
} from '../../sentences/definitions/threshold-words.ts';
import { count, day, several } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { MetricNote } from '../review/metric-note.tsx';
import { thresholdSeries } from './threshold-series.ts';

const question = 'What would another score threshold have taken?';

/** Thresholds drawn at most. */
const mostShown = 60;

interface ThresholdBlockProps {
  readonly analysis: Analysis;
  readonly history: ScoreHistory;
  readonly onTakeOver: (rule: StageRule) => void;
}

/** The what-if on the MQL threshold; where no lead has a score, what would be needed. */
export function ThresholdBlock(props: ThresholdBlockProps) {
  if (props.history.scores.length > 0) return <Thresholds {...props} />;
  return (
    <Block
      span={12}
      question={question}
      answer="What a score threshold takes cannot be known"
      definition={asNeed('score')}
    />
  );
}

function Thresholds({ analysis, history, onTakeOver }: ThresholdBlockProps) {
  const { definitionSet, definitions, windows } = analysis;
  const { scores, reps } = history;
  const rule = definitionSet.stages.mql;
  const present = presentThreshold(rule, scores);
  const outcomes = useMemo(
    () => thresholdOutcomes(scores, { present, reps, repCap: definitionSet.sla.repCap }),
    [scores, present, reps, definitionSet],
  );
  const shown = useMemo(() => shownOutcomes(outcomes, mostShown), [outcomes]);
  const [typed, setTyped] = useState<number | null>(null);
  const wanted = typed ?? present ?? shown[Math.floor(shown.length / 2)]?.threshold ?? 0;
  const chosen = outcomeAt(outcomes, wanted);
  const inForce = present === null ? null : outcomeAt(outcomes, present);
  const [low, high] = [shown[0]?.threshold ?? 0, shown.at(-1)?.threshold ?? 0];
  const pair = chosen === null ? null : { chosen, present: inForce };
  const isUnsupported = unsupportedRange(outcomes) !== null;
  return (
    <Block
      span={12}
      question={question}
      answer={pair === null ? `No lead has a score of ${wanted} or more` : thresholdAnswer(pair)}
      definition={`Leads with a score, created up to ${day(definitions.asOf)} and old enough for the window of ${windows.l2oDays === null ? 'no' : several(windows.l2oDays, ['day', 'days'])}; opportunities within it, deals of the opportunities within theirs. Band: 95% interval. ${supportWords(outcomes, present)}`}
      foot={
        <>
          <Button variant="link" onPress={() => onTakeOver({ kind: 'score', is: 'atLeast', value: wanted })}>
            {`Draft the MQL from ${wanted} on`}
          </Button>
          <MetricNote metric={thresholdRecall} />
        </>
      }
    >
      <div className="controls">
        <NumberInput
          label="Score from"
          value={wanted}
          min={low}
          max={high}
          isWhole={false}
          onChange={setTyped}
          isSet={typed !== null}
        />
        <span className="control">
          {count(low)} to {count(high)} in the data
        </span>
      </div>
      {pair !== null && <p className="said">{thresholdDetail(pair)}</p>}
      <ThresholdPanels
        series={thresholdSeries(shown)}
        present={present}
        presentLabel={present === null ? '' : `in force ${present}`}
        chosen={wanted}
        unsupportedBelow={isUnsupported ? present : null}
        unsupportedLabel="not supported by data"
        xTitle="Score from which on leads are taken"
        title={question}
        summary={pair === null ? 'No lead has such a score.' : `${thresholdAnswer(pair)}.`}
        emptyText="No lead with a score has had the window yet."
        formatAt={String}
      />
      <p className="note">{aucWords(scoreQuality(scores))}</p>
    </Block>
  );
}
