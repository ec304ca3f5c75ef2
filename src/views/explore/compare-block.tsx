import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Workspace } from '../../engine/workspace.ts';
import { comparison } from '../../metrics/comparison.ts';
import { sliceCube } from '../../metrics/cube/cube.ts';
import { cubeQuery } from '../../queries/cube-query.ts';
import { comparisonHeadline } from '../../sentences/comparison-words.ts';
import { fieldWords } from '../../sentences/field-words.ts';
import { Block } from '../../ui/block.tsx';
import { useChoices } from '../use-choices.ts';
import { pivotFieldsOf, type ViewChange, type ViewState } from '../view-state.ts';
import { CompareControls } from './compare-controls.tsx';
import { CompareTable, type ComparedJoint } from './compare-table.tsx';
import {
  comparableGroups,
  comparedGroups,
  comparedPeriods,
  groupSides,
  periodSides,
  withoutDays,
} from './compared-sides.ts';
import type { ExploreModel } from './explore-model.ts';
import { windowWords } from './words.ts';

interface CompareBlockProps {
  readonly workspace: Workspace;
  readonly dataId: number;
  readonly state: ViewState;
  readonly model: ExploreModel;
  readonly onChange: (change: ViewChange) => void;
}

/** A against B: the difference, what is left of it at the same mix, and its largest causes. */
export function CompareBlock({ workspace, dataId, state, model, onChange }: CompareBlockProps) {
  const { rows, columns } = pivotFieldsOf(state);
  const { filter, chosen } = model;
  const isPeriods = state.compare === 'periods';
  const { data, error } = useQuery(
    cubeQuery(workspace, dataId, useChoices(state), filter, rows, columns, chosen),
  );
  const cube = data?.rows === rows && data.columns === columns ? data : undefined;
  const { a, b, aFrom, aTo, bFrom, bTo } = state;
  const found = useMemo(() => {
    if (cube === undefined) return null;
    const slice = sliceCube(cube, isPeriods ? withoutDays(filter) : filter);
    const groups = comparableGroups(slice);
    const positions = comparedGroups(slice, groups, { a, b });
    const periods = comparedPeriods(slice, { aFrom, aTo, bFrom, bTo });
    const sides = isPeriods
      ? periodSides(slice, periods)
      : groupSides(slice, groups[positions.a] ?? '', groups[positions.b] ?? '');
    const jointOf = (joint: 'l2o' | 'o2d'): ComparedJoint => {
      const { a: first, b: second, standard } = sides.sidesOf(joint);
      return {
        joint,
        names: sides.names,
        phrases: {
          a: `${sides.preposition} ${sides.names.a}`,
          b: `${sides.preposition} ${sides.names.b}`,
          joint,
        },
        result: comparison(first, second, standard),
      };
    };
    return {
      groups,
      positions,
      periods,
      sides,
      windows: cube.windows,
      l2o: jointOf('l2o'),
      o2d: jointOf('o2d'),
    };
  }, [cube, filter, isPeriods, a, b, aFrom, aTo, bFrom, bTo]);
  const analysis = found === null ? model.analysis : { ...model.analysis, windows: found.windows };
  const { notMeasurable } = analysis;
  const shown =
    found === null ? [] : [found.l2o, found.o2d].filter(({ joint }) => notMeasurable[joint] === undefined);
  const isAlone = found !== null && !isPeriods && found.groups.length < 2;
  const isSame = found !== null && found.sides.names.a === found.sides.names.b;
  const [first] = shown.toSorted(
    (one, other) =>
      Number(other.result.difference.verdict === 'probably') -
      Number(one.result.difference.verdict === 'probably'),
  );
  return (
    <Block
      span={12}
      question={
        isPeriods
          ? 'Did it change between two periods?'
          : `How do two ${fieldWords[rows].many.toLowerCase()} differ?`
      }
      answer={
        found === null
          ? 'Counting…'
          : isAlone
            ? `There is only one ${fieldWords[rows].one.toLowerCase()} in this period`
            : first === undefined
              ? 'It cannot be told from these files'
              : isSame
                ? 'A and B are the same'
                : comparisonHeadline(first.result, first.phrases)
      }
      definition={`Opportunities ${windowWords(analysis, 'l2o', 'windowed')}, deals ${windowWords(analysis, 'o2d', 'windowed')}, of those that have had the whole window. Difference: B less A, with its 95 % interval (Newcombe). At the same mix: both with the ${found === null ? 'groups' : fieldWords[found.sides.by].many.toLowerCase()} of ${isPeriods ? 'both periods together' : 'all'}.`}
    >
      {error !== null && <p role="alert">The sides could not be counted: {error.message}</p>}
      {found !== null && (
        <>
          <CompareControls
            isPeriods={isPeriods}
            fieldName={fieldWords[rows].many}
            groups={found.groups}
            positions={found.positions}
            periods={found.periods}
            asOf={analysis.definitions.asOf}
            firstDay={analysis.firstDay}
            onChange={onChange}
          />
          {!isAlone && <CompareTable joints={shown} by={found.sides.by} />}
          {!isAlone && shown.length > 0 && (
            <p className="note">
              All effects add up to the difference: the mix for another share of the{' '}
              {fieldWords[found.sides.by].one.toLowerCase()}, the rate for another conversion within it. The
              three largest are named; groups under 30 on either side are one, “other (small)”.
            </p>
          )}
        </>
      )}
    </Block>
  );
}
