import { useQuery } from '@tanstack/react-query';
import { startTransition, Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { noFilter } from '../../domain/filter.ts';
import type { Analysis, Choices } from '../../engine/analysis.ts';
import type { Workspace } from '../../engine/workspace.ts';
import { groupsOf, type Cube } from '../../metrics/cube/cube.ts';
import { chosenWindows, type ChosenWindows } from '../../metrics/chosen-windows.ts';
import { metrics } from '../../metrics/registry.ts';
import { analysisQuery } from '../../queries/analysis-query.ts';
import { cubeQuery } from '../../queries/cube-query.ts';
import type { OpenData } from '../../queries/session.ts';
import { channelHeadline, surestWay } from '../../sentences/channel-headline.ts';
import { count } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { ChannelPicture } from '../charts-on-demand.ts';
import { useChoices } from '../use-choices.ts';
import { filterOf, type GroupNames, type ViewChange, type ViewState } from '../view-state.ts';
import {
  BenchmarkBlock,
  CompareBlock,
  ConsoleOpener,
  PivotBlock,
  ReconcileBlock,
  ShapeBlock,
  ViewsBar,
} from './blocks-on-demand.ts';
import { ChannelTable } from './channel-table.tsx';
import { exploreModel, recordsOf } from './explore-model.ts';
import { FilterBar } from './filter-bar.tsx';
import { HeadlineNumbers } from './headline-numbers.tsx';
import { HowComputed } from './how-computed.tsx';
import type { OpenRecords } from './open-records.ts';
import { RecordDrawer } from './record-drawer.tsx';
import { periodWords, windowWords } from './words.ts';

interface ExplorePageProps {
  readonly workspace: Workspace;
  readonly data: OpenData;
  readonly state: ViewState;
  readonly onChange: (change: ViewChange) => void;
}

const namesOf = (cube: Cube): GroupNames => {
  const sorted = (values: readonly string[]) => values.toSorted((a, b) => a.localeCompare(b, 'en'));
  return { channel: sorted(groupsOf(cube, 'row')), segment: sorted(groupsOf(cube, 'column')) };
};

/** Under a filter of one's own there is no other time to hold the channels against. */
const noTails: readonly never[] = [];

/** The analyst's page: how many leads become opportunities and deals, by channel and segment. */
export function ExplorePage({ workspace, data, state, onChange }: ExplorePageProps) {
  const choices = useChoices(state);
  const analysis = useQuery(analysisQuery(workspace, data.id, choices));
  const { l2oDays, o2dDays } = state;
  const chosen = useMemo(() => chosenWindows(l2oDays, o2dDays), [l2oDays, o2dDays]);
  const all = useQuery(cubeQuery(workspace, data.id, choices, noFilter, 'channel', 'segment', chosen));
  const windows = all.data?.windows;
  // The numbers on screen are those of the cube at hand, and so are the windows named beside them.
  const windowed = useMemo(
    () => analysis.data && windows && { ...analysis.data, windows },
    [analysis.data, windows],
  );
  const error = analysis.error ?? all.error;
  if (error !== null) {
    return (
      <div className="grid">
        <Block span={12} level="page" answer="The numbers could not be computed" definition={error.message} />
      </div>
    );
  }
  if (windowed === undefined || all.data === undefined) return null;
  return (
    <Explored
      workspace={workspace}
      data={data}
      state={state}
      onChange={onChange}
      choices={choices}
      analysis={windowed}
      chosen={chosen}
      cube={all.data}
    />
  );
}

interface ExploredProps extends ExplorePageProps {
  readonly choices: Choices;
  readonly analysis: Analysis;
  readonly chosen: ChosenWindows;
  readonly cube: Cube;
}

function Explored({ workspace, data, state, onChange, choices, analysis, chosen, cube }: ExploredProps) {
  const names = useMemo(() => namesOf(cube), [cube]);
  const filter = useMemo(() => filterOf(state, names), [state, names]);
  const [open, setOpen] = useState<OpenRecords | null>(null);
  const close = useCallback(() => setOpen(null), []);
  const openRecords = useCallback(
    (records: OpenRecords | null) => startTransition(() => setOpen(records)),
    [],
  );
  const latest = useMemo(
    () => exploreModel(analysis, cube, filter, state.basis ?? 'windowed', chosen),
    [analysis, cube, filter, state.basis, chosen],
  );
  // The tables are large: they are drawn in slices, so that the controls above never wait for them.
  const model = useDeferredValue(latest);
  const openChannel = (group: string): void => {
    const source = model.byChannel.groups.find((entry) => entry.group === group);
    if (source !== undefined)
      openRecords(
        recordsOf(
          model,
          'o2d',
          source,
          [{ dimension: 'channel', group }],
          `${group}, ${metrics.o2d.label.toLowerCase()}`,
        ),
      );
  };
  const leads = count(model.byChannel.total.journeys);
  const basis = `Opportunity ${windowWords(analysis, 'l2o', model.basis)}, deal ${windowWords(analysis, 'o2d', model.basis)}.`;
  const hasBothRates = model.verdicts.length > 0;
  return (
    <>
      <FilterBar analysis={analysis} names={names} state={state} onChange={onChange} />
      <Suspense fallback={<div className="views-bar" />}>
        <ViewsBar state={state} names={names} onChange={onChange} />
      </Suspense>
      <div className={open === null ? undefined : 'beside'}>
        <div className="grid">
          {hasBothRates && (
            <Block
              span={12}
              level="page"
              rule="none"
              question="Which channels make deals, not only opportunities?"
              answer={channelHeadline(model.verdicts, model.average.o2d)}
              definition={`${periodWords(analysis, filter)}, n = ${leads}. ${basis} Area: leads. Cross: 95 % interval. Ring: not settled, an interval covers the average.`}
            >
              <Suspense fallback={<div className="picture-frame" />}>
                <ChannelPicture model={model} tails={noTails} onSelect={openChannel} />
              </Suspense>
            </Block>
          )}
          <HeadlineNumbers model={model} onOpen={openRecords} />
          <Block
            span={12}
            question="How do the channels compare?"
            answer={surestWay(model.verdicts)}
            definition={`${periodWords(analysis, filter)}, n = ${leads}. ${basis} The channel with the highest certain share of deals first. Bar: 95 % interval; tick: average of all. Grey and hollow: fewer than 30, or the interval covers the average.`}
            foot={<HowComputed model={model} joint="o2d" />}
          >
            <ChannelTable model={model} onOpen={openRecords} />
          </Block>
          <Suspense fallback={null}>
            <PivotBlock
              workspace={workspace}
              dataId={data.id}
              state={state}
              model={model}
              onChange={onChange}
              onOpen={openRecords}
            />
            <ShapeBlock
              workspace={workspace}
              dataId={data.id}
              state={state}
              model={model}
              onChange={onChange}
            />
            <CompareBlock
              workspace={workspace}
              dataId={data.id}
              state={state}
              model={model}
              onChange={onChange}
            />
            <ReconcileBlock model={model} />
            <BenchmarkBlock model={model} onChange={onChange} />
            <ConsoleOpener workspace={workspace} dataId={data.id} choices={choices} />
          </Suspense>
        </div>
        {open !== null && (
          <RecordDrawer
            workspace={workspace}
            dataId={data.id}
            choices={choices}
            open={open}
            onClose={close}
          />
        )}
      </div>
    </>
  );
}
