import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DefinitionSet } from '../../domain/definition-set.ts';
import type { Analysis, Choices } from '../../engine/analysis.ts';
import type { DefinitionGround } from '../../engine/definition-ground.ts';
import type { DefinitionOverlap } from '../../engine/definition-overlap.ts';
import type { Workspace } from '../../engine/workspace.ts';
import type { OverlapPart } from '../../metrics/definition-diff.ts';
import { agreementShare } from '../../metrics/taken-leads.ts';
import { definitionOverlapQuery } from '../../queries/definition-overlap-query.ts';
import { missingOf } from '../../sentences/definitions/missing-words.ts';
import { exportedFor } from '../../sentences/definitions/stage-lines.ts';
import { disputedAnswer, takenAnswer, type SideNames } from '../../sentences/definitions/taken-answer.ts';
import { count, day, percent } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { RateCell } from '../../ui/rate-cell.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { MetricNote } from '../review/metric-note.tsx';
import {
  draftKey,
  sideNames,
  sideSets,
  stageOptions,
  usualSides,
  type Side,
  type SideSet,
} from './side-choices.ts';

interface TakenBlockProps {
  readonly workspace: Workspace;
  readonly dataId: number;
  readonly choices: Choices;
  readonly analysis: Analysis;
  readonly ground: DefinitionGround;
  readonly versions: readonly DefinitionSet[];
  /** The draft that was looked at; null where there is none. */
  readonly draft: DefinitionSet | null;
  readonly onDisputed: (overlap: DefinitionOverlap, names: SideNames) => void;
}

/** Do marketing and sales mean the same leads? Two definitions at once, and what became of the leads only one takes. */
export function TakenBlock(props: TakenBlockProps) {
  const { workspace, dataId, choices, analysis, ground, versions, draft, onDisputed } = props;
  const sets = sideSets(analysis.definitionSet, draft, versions);
  const usual = usualSides(draft !== null, ground);
  const [chosen, setChosen] = useState<readonly [Side | null, Side | null]>([null, null]);
  const [first, second] = [chosen[0] ?? usual[0], chosen[1] ?? usual[1]];
  const [fallback] = sets;
  const setOf = (side: Side) => sets.find(({ key }) => key === side.key) ?? fallback;
  const [firstSet, secondSet] = [setOf(first), setOf(second)];
  const overlap = useQuery({
    ...definitionOverlapQuery(
      workspace,
      dataId,
      firstSet === undefined || firstSet === fallback ? choices : { ...choices, agreed: [firstSet.set] },
      {
        first: first.stage,
        second: { stage: second.stage, set: secondSet === firstSet ? null : (secondSet?.set ?? null) },
      },
    ),
    enabled: firstSet !== undefined && secondSet !== undefined,
  });
  if (firstSet === undefined || secondSet === undefined) return null;
  const names = sideNames(firstSet, first.stage, secondSet, second.stage);
  // While another pair is being counted, the numbers of the last one would stand under the wrong names.
  const counted = overlap.isPlaceholderData ? undefined : overlap.data;
  const taken = counted?.taken;
  const missing = [
    ...new Set([...missingSide(first, firstSet, ground), ...missingSide(second, secondSet, ground)]),
  ];
  return (
    <Block
      span={12}
      question={agreementShare.question}
      answer={taken === undefined ? 'Counting…' : takenAnswer(taken, names)}
      definition={`All leads up to ${day(analysis.definitions.asOf)}, by an event of the stage itself. Rates to date, with their 95% interval.`}
      foot={
        <>
          {counted !== undefined && counted.disputed.length > 0 && (
            <Button variant="link" onPress={() => onDisputed(counted, names)}>
              Disputed leads
            </Button>
          )}
          <MetricNote metric={agreementShare} />
        </>
      }
    >
      <div className="controls">
        <SideFields
          name="One definition"
          sets={sets}
          side={first}
          set={firstSet}
          onChange={(side) => setChosen([side, chosen[1]])}
        />
        <SideFields
          name="The other"
          sets={sets}
          side={second}
          set={secondSet}
          onChange={(side) => setChosen([chosen[0], side])}
        />
      </div>
      {missing.map((words) => (
        <p key={words} className="note missing">
          {words}
        </p>
      ))}
      {overlap.error !== null && (
        <p className="note" role="alert">
          The two could not be compared: {overlap.error.message}
        </p>
      )}
      {taken !== undefined && taken.agreement.n > 0 && (
        <>
          {disputedAnswer(taken, names).map((words) => (
            <p key={words} className="said">
              {words}
            </p>
          ))}
          <PartsTable
            parts={[
              [`Only ${names.first}`, taken.onlyFirst],
              ['Both', taken.both],
              [`Only ${names.second}`, taken.onlySecond],
            ]}
          />
        </>
      )}
    </Block>
  );
}

const missingSide = (side: Side, { key, set }: SideSet, ground: DefinitionGround): readonly string[] =>
  key === draftKey ? [] : missingOf(set.stages[side.stage], exportedFor(side.stage, ground));

interface SideFieldsProps {
  readonly name: string;
  readonly sets: readonly SideSet[];
  readonly side: Side;
  readonly set: SideSet;
  readonly onChange: (side: Side) => void;
}

function SideFields({ name, sets, side, set, onChange }: SideFieldsProps) {
  return (
    <span className="control">
      <SelectField
        label={name}
        options={stageOptions(set.set)}
        selected={side.stage}
        onChange={(stage) => onChange({ ...side, stage })}
      />
      <SelectField
        label="by"
        options={sets.map(({ key, label }) => ({ value: key, label }))}
        selected={set.key}
        onChange={(key) => onChange({ ...side, key })}
      />
    </span>
  );
}

function PartsTable({ parts }: { readonly parts: readonly (readonly [name: string, part: OverlapPart])[] }) {
  const most = (pick: 'toOpportunity' | 'toDeal'): number =>
    Math.max(0.01, ...parts.map(([, part]) => part[pick].high ?? 0));
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">Taken by</th>
          <th scope="col" className="right">
            Leads
          </th>
          <th scope="col">Became opportunities</th>
          <th scope="col">Became deals</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(([name, part]) => (
          <tr key={name}>
            <th scope="row" className="written">
              {name}
            </th>
            <td className="right">{count(part.journeys)}</td>
            {(['toOpportunity', 'toDeal'] as const).map((pick) => (
              <td
                key={pick}
                className="full"
                data-label={pick === 'toOpportunity' ? 'Opportunities' : 'Deals'}
              >
                <RateCell
                  rate={part[pick]}
                  max={most(pick)}
                  average={null}
                  tone="settled"
                  label={`${name}, ${pick === 'toOpportunity' ? 'became opportunities' : 'became deals'}`}
                  formatPercent={percent}
                  formatCount={count}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
