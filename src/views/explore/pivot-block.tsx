import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Workspace } from '../../engine/workspace.ts';
import { pivot as pivotOf, pivotTotal } from '../../metrics/cube/pivot.ts';
import { sliceCube } from '../../metrics/cube/cube.ts';
import { cubeQuery } from '../../queries/cube-query.ts';
import { clockWords } from '../../sentences/clock-words.ts';
import { fieldWords } from '../../sentences/field-words.ts';
import { pivotHeadline } from '../../sentences/pivot-headline.ts';
import { Block } from '../../ui/block.tsx';
import { useChoices } from '../use-choices.ts';
import { pivotFieldsOf, type ViewChange, type ViewState } from '../view-state.ts';
import type { ExploreModel } from './explore-model.ts';
import { HowComputed } from './how-computed.tsx';
import { recordsShown, type OpenRecords } from './open-records.ts';
import { PivotControls } from './pivot-controls.tsx';
import { PivotTable, type OpenPivotNumber } from './pivot-table.tsx';
import { periodWords, windowWords } from './words.ts';

interface PivotBlockProps {
  readonly workspace: Workspace;
  readonly dataId: number;
  readonly state: ViewState;
  readonly model: ExploreModel;
  readonly onChange: (change: ViewChange) => void;
  readonly onOpen: (records: OpenRecords) => void;
}

const legend =
  'Bar: 95 % interval; tick: all together. A triangle marks a cell of 30 or more that differs from all others together, after correction for the number of cells looked at. Grey: fewer than 30.';

const seenWords = {
  windowed: 'Seen: how many of those that started have had the window.',
  toDate: 'Seen: which share of the final conversions is expected to be in.',
  period: '',
} as const;

/** Any two fields against each other, both joints in every cell, with the clock that is looked through. */
export function PivotBlock({ workspace, dataId, state, model, onChange, onOpen }: PivotBlockProps) {
  const { rows, columns } = pivotFieldsOf(state);
  const { filter, basis, chosen } = model;
  const clock = state.clock === 'period' ? 'period' : basis;
  const query = useQuery(cubeQuery(workspace, dataId, useChoices(state), filter, rows, columns, chosen));
  const { data } = query;
  const cube = data?.rows === rows && data.columns === columns ? data : undefined;
  const analysis = cube === undefined ? model.analysis : { ...model.analysis, windows: cube.windows };
  const { notMeasurable } = analysis;
  const found = useMemo(() => {
    if (cube === undefined) return null;
    const slice = sliceCube(cube, filter);
    return {
      pivot: pivotOf(slice, clock, notMeasurable),
      cohort: pivotTotal(slice, basis, notMeasurable),
      period: pivotTotal(slice, 'period', notMeasurable),
    };
  }, [cube, filter, clock, basis, notMeasurable]);
  const open: OpenPivotNumber = (joint, { rate }, groups, name) =>
    onOpen({
      name,
      rate,
      request: {
        joint,
        windowDays: basis === 'windowed' ? analysis.windows[`${joint}Days`] : null,
        filter,
        groups,
        limit: recordsShown,
      },
    });
  const lines =
    clock === 'period'
      ? 'Upper line: opportunities created for 100 leads that started. Lower line: won of the opportunities that closed.'
      : `Upper line: leads become opportunities ${windowWords(analysis, 'l2o', basis)}. Lower line: opportunities become deals ${windowWords(analysis, 'o2d', basis)}.`;
  return (
    <Block
      span={12}
      question={`And by ${fieldWords[rows].one.toLowerCase()} and ${fieldWords[columns].one.toLowerCase()}?`}
      answer={found === null ? 'Counting…' : pivotHeadline(found.pivot)}
      definition={`${periodWords(analysis, filter)}. ${lines} ${found?.pivot.notMeasurable.l2o ?? ''}`}
      foot={<HowComputed model={model} joint="l2o" />}
    >
      <PivotControls state={state} onChange={onChange} />
      {query.error !== null && <p role="alert">The fields could not be counted: {query.error.message}</p>}
      {found !== null && (
        <>
          <p className="note">{clockWords(found.cohort, found.period)}</p>
          {found.pivot.cells.length > 0 && (
            <PivotTable
              pivot={found.pivot}
              rows={rows}
              columns={columns}
              onOpen={clock === 'period' ? null : open}
            />
          )}
          <p className="note">
            {legend} {seenWords[clock]}
          </p>
        </>
      )}
    </Block>
  );
}
