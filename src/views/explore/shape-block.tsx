import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { horizonCapDays } from '../../domain/definitions.ts';
import type { Workspace } from '../../engine/workspace.ts';
import { sliceCube } from '../../metrics/cube/cube.ts';
import { conversionDays } from '../../metrics/cube/conversion-days.ts';
import { groupCurves } from '../../metrics/cube/group-curves.ts';
import { cohortTriangleQuery } from '../../queries/cohort-triangle-query.ts';
import { cubeQuery } from '../../queries/cube-query.ts';
import { dwellQuery } from '../../queries/dwell-query.ts';
import { funnelsQuery } from '../../queries/funnels-query.ts';
import { fieldWords } from '../../sentences/field-words.ts';
import {
  curveHeadline,
  dwellHeadline,
  funnelHeadline,
  movesHeadline,
  parentWords,
  triangleHeadline,
} from '../../sentences/shape-words.ts';
import { Block } from '../../ui/block.tsx';
import { SegmentedSwitch } from '../../ui/segmented-switch.tsx';
import { useChoices } from '../use-choices.ts';
import { pivotFieldsOf, type Shape, type ViewChange, type ViewState } from '../view-state.ts';
import type { ExploreModel } from './explore-model.ts';
import { ShapeCurves } from './shape-curves.tsx';
import { ShapeDwell } from './shape-dwell.tsx';
import { ShapeFunnel } from './shape-funnel.tsx';
import { ShapeMoves } from './shape-moves.tsx';
import { ShapeTriangle } from './shape-triangle.tsx';
import { createdWords } from './words.ts';

interface ShapeBlockProps {
  readonly workspace: Workspace;
  readonly dataId: number;
  readonly state: ViewState;
  readonly model: ExploreModel;
  readonly onChange: (change: ViewChange) => void;
}

const shapeOptions: readonly { readonly value: Shape; readonly label: string }[] = [
  { value: 'curves', label: 'Curves' },
  { value: 'multiples', label: 'Small multiples' },
  { value: 'triangle', label: 'Months by age' },
  { value: 'dwell', label: 'Time in stage' },
  { value: 'funnel', label: 'Funnels' },
  { value: 'moves', label: 'Moves' },
];

const jointOptions = [
  { value: 'l2o', label: 'Leads to opportunities' },
  { value: 'o2d', label: 'Opportunities to deals' },
] as const;

const ofOneJoint: ReadonlySet<Shape> = new Set(['curves', 'multiples', 'triangle']);

/** How records get on: by age, by month and age, by stage. What the cube does not hold is asked for when it is looked at. */
export function ShapeBlock(props: ShapeBlockProps) {
  const { state, onChange } = props;
  const shape = state.shape ?? 'curves';
  const controls = (
    <div className="controls">
      <SegmentedSwitch
        label="Shown as"
        options={shapeOptions}
        selected={shape}
        onChange={(chosen) => onChange({ shape: chosen === 'curves' ? undefined : chosen })}
      />
      {ofOneJoint.has(shape) && (
        <SegmentedSwitch
          label="Joint"
          options={jointOptions}
          selected={state.joint ?? 'l2o'}
          onChange={(joint) => onChange({ joint: joint === 'l2o' ? undefined : joint })}
        />
      )}
    </div>
  );
  if (shape === 'triangle') return <Triangle {...props}>{controls}</Triangle>;
  if (shape === 'dwell') return <Dwell {...props}>{controls}</Dwell>;
  if (shape === 'funnel' || shape === 'moves')
    return (
      <Ways {...props} isMoves={shape === 'moves'}>
        {controls}
      </Ways>
    );
  return (
    <Curves {...props} isMultiples={shape === 'multiples'}>
      {controls}
    </Curves>
  );
}

interface ShapeProps extends ShapeBlockProps {
  readonly children: ReactNode;
}

function Curves({
  workspace,
  dataId,
  state,
  model,
  children,
  isMultiples,
}: ShapeProps & { readonly isMultiples: boolean }) {
  const joint = state.joint ?? 'l2o';
  const { rows, columns } = pivotFieldsOf(state);
  const { data, error } = useQuery(
    cubeQuery(workspace, dataId, useChoices(state), model.filter, rows, columns, model.chosen),
  );
  const cube = data?.rows === rows && data.columns === columns ? data : undefined;
  const found = useMemo(() => {
    if (cube === undefined) return null;
    const slice = sliceCube(cube, model.filter);
    return { curves: groupCurves(slice, joint), times: conversionDays(slice, joint) };
  }, [cube, model.filter, joint]);
  const reason = model.analysis.notMeasurable[joint];
  const window = model.analysis.windows[`${joint}Days`] ?? 90;
  const what = joint === 'l2o' ? 'leads become opportunities' : 'opportunities become deals';
  return (
    <Block
      span={12}
      question={`How soon do ${what}?`}
      answer={
        reason !== undefined
          ? 'It cannot be told from these files'
          : found === null
            ? 'Counting…'
            : curveHeadline(found.times, joint)
      }
      definition={`${reason ?? ''} Share converted by day, by ${fieldWords[rows].one.toLowerCase()}, over the last 24 months of starts, whatever the period above; open ones count as long as they were followed (Aalen-Johansen). Band: 95 % interval of all. ${found === null ? '' : parentWords(found.curves.groups)}`}
    >
      {children}
      {error !== null && <p role="alert">The curves could not be counted: {error.message}</p>}
      {found !== null && reason === undefined && (
        <ShapeCurves
          curves={found.curves}
          isMultiples={isMultiples}
          days={Math.min(horizonCapDays[joint], window * 4, found.curves.all.horizonDays ?? window * 4)}
          title={`Share of ${what.split(' become')[0]} converted by day, by ${fieldWords[rows].one.toLowerCase()}`}
          since={joint === 'l2o' ? 'since the lead started' : 'since the opportunity was created'}
        />
      )}
    </Block>
  );
}

function Triangle({ workspace, dataId, state, model, children }: ShapeProps) {
  const joint = state.joint ?? 'l2o';
  const { data, error } = useQuery(
    cohortTriangleQuery(workspace, dataId, useChoices(state), model.filter, joint),
  );
  const reason = model.analysis.notMeasurable[joint];
  const age = joint === 'l2o' ? 30 : 90;
  return (
    <Block
      span={12}
      question="Do the months get better?"
      answer={
        reason !== undefined
          ? 'It cannot be told from these files'
          : data === undefined
            ? 'Counting…'
            : triangleHeadline(data, age, joint)
      }
      definition={`${reason ?? ''} Each month of start at the same ages: converted by then, of those that are that old. Hatched with ~: not the whole month is that old yet. The latest 15 months of the period.`}
    >
      {children}
      {error !== null && <p role="alert">The months could not be counted: {error.message}</p>}
      {data !== undefined && reason === undefined && (
        <ShapeTriangle
          cohorts={data}
          title="Share converted by month of start and age"
          sizeTitle={joint === 'l2o' ? 'Leads' : 'Opportunities'}
        />
      )}
    </Block>
  );
}

function Dwell({ workspace, dataId, state, model, children }: ShapeProps) {
  const { data, error } = useQuery(dwellQuery(workspace, dataId, useChoices(state), model.filter));
  return (
    <Block
      span={12}
      question="Where do leads wait?"
      answer={data === undefined ? 'Counting…' : dwellHeadline(data)}
      definition="Days from entering a stage to going on, being disqualified or recycled; leads that are still there count with the days they have waited (Kaplan-Meier). The period is that of entering the stage. Skipped stages are left out."
    >
      {children}
      {error !== null && <p role="alert">The stages could not be counted: {error.message}</p>}
      {data !== undefined && <ShapeDwell stages={data} />}
    </Block>
  );
}

function Ways({
  workspace,
  dataId,
  state,
  model,
  children,
  isMoves,
}: ShapeProps & { readonly isMoves: boolean }) {
  const { data, error } = useQuery(funnelsQuery(workspace, dataId, useChoices(state), model.filter));
  const answer =
    data === undefined
      ? 'Counting…'
      : isMoves
        ? movesHeadline(data.total.transitions)
        : funnelHeadline(data.total.strict, data.total.loose);
  return (
    <Block
      span={12}
      question={isMoves ? 'Which ways did leads really go?' : 'How far do leads get?'}
      answer={answer}
      definition={`${createdWords(model.analysis, model.filter)}, to date. Stages that no lead has an event of are left out.`}
    >
      {children}
      {error !== null && <p role="alert">The ways could not be counted: {error.message}</p>}
      {data !== undefined &&
        (isMoves ? (
          <ShapeMoves moves={data.total.transitions} stages={data.stages} />
        ) : (
          <ShapeFunnel views={data.total} />
        ))}
    </Block>
  );
}
