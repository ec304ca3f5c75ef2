import { minimumSample } from '../../domain/definitions.ts';
import { DotIntervals } from '../../charts/dot-intervals.tsx';
import type { DotRow } from '../../charts/dot-frame.ts';
import type { SlaEvidence, SpeedEvidence } from '../../engine/sla-evidence.ts';
import { arrivalAssumptions, arrivalExperiment } from '../../metrics/arrival-experiment.ts';
import { conversionByResponse, selectionNote } from '../../metrics/conversion-by-response.ts';
import { slaEffectMetric } from '../../metrics/sla-effect.ts';
import { speedTrial } from '../../metrics/speed-trial.ts';
import { count, percent, percentTick, signedPoints } from '../../sentences/format.ts';
import {
  arrivalWords,
  bucketNames,
  publishedWords,
  speedAnswer,
  speedDefinition,
  trialWords,
} from '../../sentences/sla/speed-words.ts';
import { Block } from '../../ui/block.tsx';
import { MetricNote } from '../review/metric-note.tsx';

const bucketRows = ({ byResponse }: SpeedEvidence): readonly DotRow[] =>
  byResponse.map(({ response, rate }) => ({
    key: response,
    label: bucketNames[response],
    note: `${count(rate.k)} of ${count(rate.n)}`,
    value: rate.rate,
    low: rate.low,
    high: rate.high,
    isSettled: rate.n >= minimumSample.rank,
  }));

const differenceRows = ({ effect, arrivals }: SpeedEvidence): readonly DotRow[] => [
  {
    key: 'crude',
    label: 'As it was',
    note: 'adjusted for nothing',
    value: effect.crude,
    low: null,
    high: null,
    isSettled: false,
  },
  {
    key: 'adjusted',
    label: 'Within channel and segment',
    note: 'in time against late',
    value: effect.estimate?.effect ?? null,
    low: effect.estimate?.low ?? null,
    high: effect.estimate?.high ?? null,
    isSettled: effect.verdict === 'probably',
  },
  {
    key: 'arrivals',
    label: 'Arrived in hours',
    note: 'against out of hours',
    value: arrivals.estimate?.effect ?? null,
    low: arrivals.estimate?.low ?? null,
    high: arrivals.estimate?.high ?? null,
    isSettled: arrivals.verdict !== 'cannotTell',
  },
];

/** What do we know of speed? Crude and adjusted, arrivals out of hours, other people's figures, and a trial that would tell. */
export function SpeedBlock({ evidence }: { readonly evidence: SlaEvidence }) {
  const { speed, because } = evidence;
  const answer = speedAnswer(speed, because);
  return (
    <Block
      span={12}
      question="What do we know of speed?"
      answer={answer}
      definition={because ?? speedDefinition(speed)}
      foot={
        <>
          <MetricNote metric={conversionByResponse} />
          <MetricNote metric={slaEffectMetric} />
          <MetricNote metric={arrivalExperiment} />
          <MetricNote metric={speedTrial} />
        </>
      }
    >
      {because === null && (
        <div className="grid inner-grid">
          <div className="span-6">
            <h3>Opportunities by time to the first attempt</h3>
            <DotIntervals
              title="Share of leads that became opportunities, by time to the first attempt"
              summary={`${answer}. ${selectionNote}`}
              rows={bucketRows(speed)}
              rowTitle="First attempt, business time"
              words={{ value: 'Share', low: 'From', high: 'To', note: 'Leads' }}
              format={percent}
              formatTick={percentTick}
            />
            <p className="note">{selectionNote}</p>
          </div>
          <div className="span-6">
            <h3>Sooner against later, in percentage points</h3>
            <DotIntervals
              title="Difference in the share that became opportunities"
              summary={`${answer}. Points above zero: sooner went with more.`}
              rows={differenceRows(speed)}
              rowTitle="Compared"
              words={{ value: 'Difference', low: 'From', high: 'To', note: 'What' }}
              format={signedPoints}
              formatTick={signedPoints}
            />
            <p className="note">{arrivalWords(speed)}</p>
          </div>
          <div className="span-6">
            <h3>What must hold for arrivals to tell</h3>
            <ul className="plain-list">
              {arrivalAssumptions.map((assumption) => (
                <li key={assumption}>{assumption}</li>
              ))}
            </ul>
          </div>
          <div className="span-6">
            <h3>What would tell for sure</h3>
            <p>{trialWords(speed)}</p>
          </div>
        </div>
      )}
      <p className="note published">{publishedWords}</p>
    </Block>
  );
}
