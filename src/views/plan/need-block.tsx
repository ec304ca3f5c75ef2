import { leadsNeededMetric } from '../../metrics/planner.ts';
import { needAnswer, needDefinition } from '../../sentences/plan/need-answer.ts';
import { quarterWithYear } from '../../sentences/plan/quarter-words.ts';
import { day } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { MetricNote } from '../review/metric-note.tsx';
import type { PlanOnScreen } from './use-plan.ts';

interface NeedBlockProps {
  readonly plan: PlanOnScreen;
  readonly currency: string;
  readonly asOf: string;
}

const question = 'What does the budget take?';

/** The answer of the page: leads a month, against the usual ones. */
export function NeedBlock({ plan: { plan, quarter, budgetMinor }, currency, asOf }: NeedBlockProps) {
  const name = quarterWithYear(quarter);
  if (plan === null)
    return (
      <Block
        span={12}
        level="page"
        question={question}
        answer="No lead can be planned with: no deal of a lead has an amount"
        definition="The opportunities of leads need an outcome and an amount column; some of them must be won."
      />
    );
  if (budgetMinor === 0)
    return (
      <Block
        span={12}
        level="page"
        question={question}
        answer={`Type in the budget of ${name} to see the leads it takes`}
        definition={`Counted back from the deals of ${day(asOf)}: what is won and expected is taken off, and the time that leads take to become deals is respected.`}
      />
    );
  return (
    <Block
      span={12}
      level="page"
      question={question}
      answer={needAnswer(plan, { minor: budgetMinor, quarter: name }, currency)}
      definition={needDefinition(plan, budgetMinor, currency)}
      foot={<MetricNote metric={leadsNeededMetric} />}
    />
  );
}
