import type { SlaEvidence } from '../../engine/sla-evidence.ts';
import { goodhartGuard } from '../../metrics/goodhart-guard.ts';
import { verdictLabels } from '../../metrics/verdict.ts';
import { guardAnswer, guardDefinition, guardLines } from '../../sentences/sla/guard-words.ts';
import { Block } from '../../ui/block.tsx';
import { MetricNote } from '../review/metric-note.tsx';

interface GuardBlockProps {
  readonly evidence: SlaEvidence;
  /** Whether the day in the middle is the start of an agreement. */
  readonly isSigned: boolean;
}

/** Does anything look good while it is bad? Each check with its verdict and the sentence it bears. */
export function GuardBlock({ evidence, isSigned }: GuardBlockProps) {
  const { because, guard, knowsContact, since } = evidence;
  const lines = because === null ? guardLines(guard, knowsContact) : [];
  return (
    <Block
      span={6}
      question="Does anything look good while it is bad?"
      answer={
        because === null
          ? guardAnswer(lines)
          : 'Whether promises are kept in their letter alone cannot be told'
      }
      definition={because ?? guardDefinition(since, isSigned)}
      foot={<MetricNote metric={goodhartGuard} />}
    >
      <dl className="checks">
        {lines.map(({ id, name, verdict, sentence }) => (
          <div key={id}>
            <dt>
              {name}{' '}
              <span className={verdict === 'probably' ? 'check-found' : 'quiet'}>
                {verdictLabels[verdict]}
              </span>
            </dt>
            <dd>{sentence}</dd>
          </div>
        ))}
      </dl>
    </Block>
  );
}
