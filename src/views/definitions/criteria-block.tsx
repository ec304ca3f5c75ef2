import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { completeQuarters } from '../../domain/complete-quarters.ts';
import { addDays, addMonths } from '../../domain/local-date.ts';
import type { StageRule } from '../../domain/stage-rule.ts';
import type { Analysis, Choices } from '../../engine/analysis.ts';
import type { CriteriaFound } from '../../engine/count-criteria.ts';
import type { DefinitionGround } from '../../engine/definition-ground.ts';
import type { Workspace } from '../../engine/workspace.ts';
import { criteriaShare } from '../../metrics/criteria-answer.ts';
import { criteriaQuery } from '../../queries/criteria-query.ts';
import {
  becameSentences,
  criteriaSentence,
  unknownWords,
} from '../../sentences/definitions/criteria-words.ts';
import { missingOf } from '../../sentences/definitions/missing-words.ts';
import { ruleClause } from '../../sentences/definitions/rule-sentence.ts';
import { exportedFor } from '../../sentences/definitions/stage-lines.ts';
import { count, percent, several } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { RateCell } from '../../ui/rate-cell.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { MetricNote } from '../review/metric-note.tsx';
import { CriteriaFields } from './criteria-fields.tsx';
import { newCondition, ruleProblem, type Criteria } from './draft-edits.ts';

interface CriteriaBlockProps {
  readonly workspace: Workspace;
  readonly dataId: number;
  readonly choices: Choices;
  readonly analysis: Analysis;
  readonly ground: DefinitionGround;
  /** Takes the criteria over as the rule of an MQL in a draft. */
  readonly onTakeOver: (rule: StageRule) => void;
}

const quartersShown = 6;

const periodsOf = (asOf: string) => [
  ...completeQuarters(asOf, quartersShown).map(({ name, from, to }) => ({
    value: name,
    label: name,
    from,
    to,
  })),
  {
    value: 'the last 12 months',
    label: 'the last 12 months',
    from: addDays(addMonths(asOf, -12), 1),
    to: asOf,
  },
];

const usualCriteria = (ground: DefinitionGround): Criteria => ({
  kind: 'criteria',
  atLeast: 1,
  of: [newCondition(ground.fields.scored > 0 ? 'score' : 'segment', ground)],
});

/** How many of last quarter's leads meet the criteria, and what became of those that do and those that do not. */
export function CriteriaBlock(props: CriteriaBlockProps) {
  const { workspace, dataId, choices, analysis, ground, onTakeOver } = props;
  const periods = periodsOf(analysis.definitions.asOf);
  const [rule, setRule] = useState<Criteria>(() => usualCriteria(ground));
  const [periodName, setPeriodName] = useState(periods[0]?.value ?? '');
  const period = periods.find(({ value }) => value === periodName) ?? periods[0];
  const problem = ruleProblem(rule);
  const [from, to] = [period?.from ?? null, period?.to ?? null];
  const asked = useQuery({
    ...criteriaQuery(workspace, dataId, choices, { filter: { from, to, values: {} }, rule }),
    enabled: problem === null,
  });
  const found = asked.data?.found;
  // The words are those of the numbers at hand, until the next ones are counted.
  const counted = asked.data?.request;
  const shownRule = counted?.rule ?? rule;
  const shownPeriod = periods.find(
    (one) => one.from === counted?.filter.from && one.to === counted.filter.to,
  );
  const { l2oDays, o2dDays } = analysis.windows;
  return (
    <Block
      span={12}
      question="How many of last quarter’s leads meet such criteria?"
      answer={found === undefined ? 'Counting…' : criteriaSentence(found.answer, shownPeriod?.label ?? '')}
      definition={`Leads created in ${(shownPeriod ?? period)?.label ?? ''} that meet, before any opportunity: ${ruleClause(shownRule)}. ${windowLine(l2oDays, o2dDays)}`}
      foot={
        <>
          <Button variant="link" disabled={problem !== null} onPress={() => onTakeOver(simplest(rule))}>
            Draft the MQL by these criteria
          </Button>
          <MetricNote metric={criteriaShare} />
        </>
      }
    >
      <div className="controls criteria-controls">
        <SelectField label="Leads of" options={periods} selected={periodName} onChange={setPeriodName} />
        <CriteriaFields name="Criterion" rule={rule} ground={ground} hasStatus={false} onChange={setRule} />
      </div>
      {problem !== null && <p className="note">{problem}</p>}
      {missingOf(rule, exportedFor('mql', ground)).map((words) => (
        <p key={words} className="note missing">
          {words}
        </p>
      ))}
      {asked.error !== null && (
        <p className="note" role="alert">
          The criteria could not be counted: {asked.error.message}
        </p>
      )}
      {found !== undefined && (
        <div aria-busy={asked.isPlaceholderData}>
          <Became rule={shownRule} found={found} />
        </div>
      )}
    </Block>
  );
}

/** One condition stands alone; several stay together. */
const simplest = (rule: Criteria): StageRule => (rule.of.length === 1 ? (rule.of[0] ?? rule) : rule);

const windowLine = (l2oDays: number | null, o2dDays: number | null): string => {
  const [l2o, o2d] = [l2oDays, o2dDays].map((days) =>
    days === null ? 'not measurable' : `within ${several(days, ['day', 'days'])}`,
  );
  return `To opportunity ${l2o ?? ''} of creation, to deal ${o2d ?? ''} of the opportunity, among those that have had as long.`;
};

function Became({ rule, found }: { readonly rule: StageRule; readonly found: CriteriaFound }) {
  const { answer } = found;
  const parts = [
    ['Meet the criteria', answer.meets],
    ['Do not', answer.others],
  ] as const;
  const most = (joint: 'l2o' | 'o2d'): number =>
    Math.max(0.01, ...parts.map(([, part]) => part[joint].high ?? 0));
  return (
    <>
      {becameSentences(answer).map((words) => (
        <p key={words} className="said">
          {words}
        </p>
      ))}
      <table className="table table-cards">
        <thead>
          <tr>
            <th scope="col">Leads that</th>
            <th scope="col" className="right">
              Leads
            </th>
            <th scope="col">Became opportunities</th>
            <th scope="col">Opportunities became deals</th>
            <th scope="col" className="right">
              With a deal by now
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map(([name, part]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="right">{count(part.leads)}</td>
              {(['l2o', 'o2d'] as const).map((joint) => (
                <td key={joint} className="full" data-label={joint === 'l2o' ? 'Opportunities' : 'Deals'}>
                  <RateCell
                    rate={part[joint]}
                    max={most(joint)}
                    average={null}
                    tone="settled"
                    label={`${name}, ${joint === 'l2o' ? 'became opportunities' : 'opportunities became deals'}`}
                    formatPercent={percent}
                    formatCount={count}
                  />
                </td>
              ))}
              <td className="right" data-label="With a deal by now">
                {count(part.withDeal)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {unknownWords(rule, found).map((words) => (
        <p key={words} className="note">
          {words}
        </p>
      ))}
    </>
  );
}
