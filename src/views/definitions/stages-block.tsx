import type { DefinitionSet } from '../../domain/definition-set.ts';
import { ruleSince } from '../../domain/rule-since.ts';
import type { Analysis } from '../../engine/analysis.ts';
import type { DefinitionGround } from '../../engine/definition-ground.ts';
import { metrics } from '../../metrics/registry.ts';
import type { Joint } from '../../metrics/metric.ts';
import { definitionLabel, definitionName } from '../../sentences/definition-label.ts';
import {
  agreedRest,
  sinceWords,
  stageLines,
  stagesAnswer,
  versionLine,
} from '../../sentences/definitions/stage-lines.ts';
import { count, day, percent } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { RateCell } from '../../ui/rate-cell.tsx';

const joints: readonly Joint[] = ['l2o', 'o2d', 'l2d'];

interface StagesBlockProps {
  readonly analysis: Analysis;
  readonly ground: DefinitionGround;
  readonly versions: readonly DefinitionSet[];
}

/** The common language: every stage in the company's own words, its rule, and what the rules give. */
export function StagesBlock({ analysis, ground, versions }: StagesBlockProps) {
  const set = analysis.definitionSet;
  return (
    <>
      <Block
        span={12}
        level="page"
        rule="none"
        question="What do we call what?"
        answer={stagesAnswer(set, ground)}
        definition={`${versionLine(set)} All leads up to ${day(analysis.definitions.asOf)}; a lead that passed a stage by counts as having reached it.`}
        foot={
          <Disclosure summary="What else was agreed">
            <dl className="definition-list">
              {agreedRest(set).map(([term, text]) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </Disclosure>
        }
      >
        <table className="table table-cards">
          <thead>
            <tr>
              <th scope="col">We say</th>
              <th scope="col">when</th>
              <th scope="col" className="right">
                So far
              </th>
              <th scope="col">Rule in force</th>
            </tr>
          </thead>
          <tbody>
            {stageLines(set, ground).map(({ stage, name, rule, reached, missing }) => {
              const since = ruleSince(stage, set, versions);
              return (
                <tr key={stage}>
                  <th scope="row" className="stage-word">
                    {name}
                  </th>
                  <td className="full written">
                    {rule}
                    {missing.map((words) => (
                      <span key={words} className="note missing">
                        {words}
                      </span>
                    ))}
                  </td>
                  <td className="right" data-label="So far">
                    {count(reached)}
                  </td>
                  <td className="quiet" data-label="In force">
                    {sinceWords(since)}, {definitionName(since)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Block>
      <div className="span-12 trio">
        {joints.map((joint) => (
          <Headline key={joint} joint={joint} analysis={analysis} ground={ground} />
        ))}
      </div>
    </>
  );
}

function Headline({
  joint,
  analysis,
  ground,
}: {
  readonly joint: Joint;
  readonly analysis: Analysis;
  readonly ground: DefinitionGround;
}) {
  const rates = ground.total[joint];
  const metric = metrics[joint];
  return (
    <section className="block block-soft" data-joint={joint}>
      <p className="question">{metric.label}</p>
      <RateCell
        rate={rates?.windowed ?? null}
        max={Math.max(0.01, (rates?.windowed.high ?? 1) * 1.2)}
        average={null}
        tone="settled"
        layout="stack"
        label={metric.label}
        formatPercent={percent}
        formatCount={count}
        {...(analysis.notMeasurable[joint] !== undefined && {
          notMeasurable: analysis.notMeasurable[joint],
        })}
      />
      <p className="note">{definitionLabel(joint, 'windowed', analysis)}</p>
    </section>
  );
}
