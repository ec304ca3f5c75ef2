import type { Joint } from '../../metrics/metric.ts';
import { metrics } from '../../metrics/registry.ts';
import { count, percent, several } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { recordsOf, type ExploreModel } from './explore-model.ts';
import { HowComputed } from './how-computed.tsx';
import type { OpenRecords } from './open-records.ts';
import { windowWords } from './words.ts';

const joints: readonly Joint[] = ['l2o', 'o2d', 'l2d'];

/** The three numbers people argue about, each with its fraction, interval, records and computation. */
export function HeadlineNumbers({
  model,
  onOpen,
}: {
  readonly model: ExploreModel;
  readonly onOpen: (records: OpenRecords) => void;
}) {
  return (
    <div className="span-12 trio">
      {joints.map((joint) => (
        <HeadlineNumber key={joint} model={model} joint={joint} onOpen={onOpen} />
      ))}
    </div>
  );
}

function HeadlineNumber({
  model,
  joint,
  onOpen,
}: {
  readonly model: ExploreModel;
  readonly joint: Joint;
  readonly onOpen: (records: OpenRecords) => void;
}) {
  const { total } = model.byChannel;
  const metric = metrics[joint];
  const rate = total[joint]?.[model.basis];
  const reason = model.analysis.notMeasurable[joint];
  if (rate === undefined) {
    return (
      <Block
        question={metric.question}
        answer={<span className="big-number">–</span>}
        definition={`Not measurable. ${reason ?? ''}`}
        foot={<HowComputed model={model} joint={joint} />}
      />
    );
  }
  const interval =
    rate.low === null || rate.high === null
      ? ''
      : ` 95 % interval ${percent(rate.low)} to ${percent(rate.high)}.`;
  const records = recordsOf(model, joint, total, [], metric.label);
  return (
    <Block
      question={metric.question}
      answer={<span className="big-number">{rate.rate === null ? '–' : percent(rate.rate)}</span>}
      definition={`${count(rate.k)} of ${several(rate.n, metric.unit)}, ${windowWords(model.analysis, joint, model.basis)}.${interval}`}
      foot={
        <>
          {records !== null && rate.n > 0 && (
            <Button variant="link" onPress={() => onOpen(records)} label={`Records behind ${metric.label}`}>
              Records behind
            </Button>
          )}
          <HowComputed model={model} joint={joint} />
        </>
      }
    />
  );
}
