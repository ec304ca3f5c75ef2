import { useQuery } from '@tanstack/react-query';
import { noFilter } from '../../domain/filter.ts';
import type { Workspace } from '../../engine/workspace.ts';
import { analysisQuery } from '../../queries/analysis-query.ts';
import { cubeQuery } from '../../queries/cube-query.ts';
import { planFactsQuery } from '../../queries/plan-facts-query.ts';
import type { OpenData } from '../../queries/session.ts';
import { Block } from '../../ui/block.tsx';
import { useChoices } from '../use-choices.ts';
import type { ViewState } from '../view-state.ts';
import { Planned } from './planned.tsx';

interface PlanPageProps {
  readonly workspace: Workspace;
  readonly data: OpenData;
  readonly state: ViewState;
}

/** The plan: back from a sales budget to leads, and what leads are worth and cost. The engine is asked once. */
export function PlanPage({ workspace, data, state }: PlanPageProps) {
  const choices = useChoices(state);
  const analysis = useQuery(analysisQuery(workspace, data.id, choices));
  const cube = useQuery(cubeQuery(workspace, data.id, choices, noFilter, 'channel', 'segment'));
  const facts = useQuery(planFactsQuery(workspace, data.id, choices));
  const error = analysis.error ?? cube.error ?? facts.error;
  if (error !== null) return <Sole answer="The plan could not be computed" words={error.message} />;
  if (analysis.data === undefined || cube.data === undefined || facts.data === undefined) return null;
  const { notMeasurable, currency, currencies } = analysis.data;
  if (facts.data === null)
    return (
      <Sole
        answer="No plan can be made of these files"
        words={notMeasurable.l2o ?? notMeasurable.o2d ?? notMeasurable.l2d ?? ''}
      />
    );
  if (currency === null)
    return (
      <Sole
        answer="No plan can be made: amounts are not added up"
        words={
          currencies.length > 1
            ? `Opportunities have amounts in ${currencies.length} currencies, and there is no table of rates. Convert the amount column to one currency and name it in the currency column.`
            : 'No currency is named. Opportunities need an amount and a currency column.'
        }
      />
    );
  return <Planned analysis={analysis.data} cube={cube.data} facts={facts.data} currency={currency} />;
}

function Sole({ answer, words }: { readonly answer: string; readonly words: string }) {
  return (
    <div className="grid">
      <Block
        span={12}
        level="page"
        question="What does the budget take?"
        answer={answer}
        definition={words}
      />
    </div>
  );
}
