import { useQuery } from '@tanstack/react-query';
import { startTransition, Suspense, useCallback, useMemo, useState } from 'react';
import type { Analysis } from '../../engine/analysis.ts';
import type { LeakFacts } from '../../engine/leak-facts.ts';
import type { Workspace } from '../../engine/workspace.ts';
import { leakGap } from '../../metrics/leak-ledger.ts';
import { leakPage, type LeakDetail } from '../../metrics/leak-page/leak-page.ts';
import { analysisQuery } from '../../queries/analysis-query.ts';
import { useAgreed } from '../../queries/agreed.ts';
import { leakFactsQuery, type Asked } from '../../queries/leak-facts-query.ts';
import type { OpenData } from '../../queries/session.ts';
import { count, day } from '../../sentences/format.ts';
import {
  leakRules,
  untoldWords,
  leaksAnswer,
  leaksDefinition,
  ownerName,
} from '../../sentences/leaks/ledger-words.ts';
import { leakName } from '../../sentences/review/leak-answer.ts';
import { Block } from '../../ui/block.tsx';
import { LeakWaterfall } from '../charts-on-demand.ts';
import { MetricNote } from '../review/metric-note.tsx';
import { PageLink } from '../page-link.tsx';
import { useChoices } from '../use-choices.ts';
import type { ViewState } from '../view-state.ts';
import { AgeingBlock } from './ageing-block.tsx';
import { EngagementBlock } from './engagement-block.tsx';
import { LeadDrawer, type OpenCount } from './lead-drawer.tsx';
import { LeakParts } from './leak-parts.tsx';
import { LeakTable } from './leak-table.tsx';
import { LoadBlock } from './load-block.tsx';
import { NoShowBlock } from './no-show-block.tsx';
import { openCount, type CountOpened } from './open-counts.ts';
import { PersistenceBlock } from './persistence-block.tsx';
import { SecondLifeBlock } from './second-life-block.tsx';
import { SpeedBlock } from './speed-block.tsx';
import { UntriedBlock } from './untried-block.tsx';

interface LeaksPageProps {
  readonly workspace: Workspace;
  readonly data: OpenData;
  readonly state: ViewState;
}

const question = 'Where do we lose money we could keep?';

/** Where do we lose money we could keep? Every leak with its size, money, trend, owners and what goes with it. */
export function LeaksPage({ workspace, data, state }: LeaksPageProps) {
  const choices = useChoices(state);
  const { agreements } = useAgreed().record;
  const asked: Asked = { workspace, dataId: data.id, choices, agreements };
  const analysis = useQuery(analysisQuery(workspace, data.id, choices));
  const facts = useQuery({
    ...leakFactsQuery(asked.workspace, asked.dataId, asked.choices, asked.agreements),
    enabled: analysis.data !== undefined,
  });
  const error = analysis.error ?? facts.error;
  if (error !== null)
    return <OnlyAnswer answer="The leaks could not be computed" definition={error.message} />;
  if (analysis.data === undefined || facts.data === undefined)
    return (
      <OnlyAnswer
        answer="Counting the handovers"
        definition="The numbers stand here as soon as they are counted."
      />
    );
  return <Counted asked={asked} analysis={analysis.data} facts={facts.data} />;
}

function OnlyAnswer({ answer, definition }: { readonly answer: string; readonly definition: string }) {
  return (
    <div className="grid">
      <Block span={12} level="page" rule="none" question={question} answer={answer} definition={definition} />
    </div>
  );
}

interface CountedProps {
  readonly asked: Asked;
  readonly analysis: Analysis;
  readonly facts: LeakFacts;
}

/** What is open: a count, and of a leak also the leak and the owner that was picked. */
interface Opened {
  readonly count: OpenCount;
  readonly leak: { readonly line: LeakDetail; readonly owner: string | null } | null;
}

function Counted({ asked, analysis, facts }: CountedProps) {
  const { currency } = analysis;
  const { leaks, terms } = facts.page;
  const page = useMemo(() => leakPage(facts.page, currency !== null), [facts.page, currency]);
  const [open, setOpen] = useState<Opened | null>(null);
  const close = useCallback(() => setOpen(null), []);
  const show = (opened: Opened): void => startTransition(() => setOpen(opened));
  const openList = (opened: CountOpened): void => show({ count: openCount(opened), leak: null });
  const openLeak = (line: LeakDetail, owner: LeakDetail['owners'][number] | null = null): void =>
    show({
      count: openCount({
        name: owner === null ? leakName(line) : `${leakName(line)}, ${ownerName(owner.owner)}`,
        heading: `${count((owner ?? line).journeys)} of ${count((owner ?? line).rate.n)} leads`,
        leads: (owner ?? line).journeys,
        rule: leakRules[line.leak],
        list: { kind: 'standing', leads: facts.request, standings: line.standings },
        ...(owner !== null && { owner: owner.owner }),
      }),
      leak: { line, owner: owner?.owner ?? null },
    });
  const period = `from ${day(leaks.from)} to ${day(leaks.to)}`;
  const blocks = { facts, period, onOpen: openList };
  const money = page?.hasMoney === true ? currency : null;
  const untold = untoldWords(analysis.notMeasurable.l2o ?? null);
  const answer = page === null ? untold.why : leaksAnswer(page, currency);
  return (
    <div className={open === null ? undefined : 'beside'}>
      <div className="grid">
        <Block
          span={12}
          level="page"
          rule="none"
          question={question}
          answer={answer}
          definition={
            page === null ? untold.needs : leaksDefinition(page, { from: leaks.from, to: leaks.to, currency })
          }
          foot={
            <>
              <PageLink to="/">To the weekly review</PageLink>
              <MetricNote metric={leakGap} />
            </>
          }
        >
          {facts.because !== null && (
            <p className="note gap-note">Late and missing attempts are not told apart: {facts.because}</p>
          )}
          {page !== null && money !== null && (
            <Suspense fallback={<div className="chart-place" />}>
              <LeakWaterfall page={page} currency={money} summary={answer} />
            </Suspense>
          )}
        </Block>
        {page !== null && page.lines.length > 0 && (
          <Block
            span={12}
            question="Which leaks, whose, since when, and what goes with them?"
            answer={addsUp(page.lines.length, money)}
            definition="A lead stands under the first leak that applies: opportunities first, then what sales did not do, then where it stands. Trend: whole months that had their time, the last against the usual range. Owners and circumstances: only differences beyond chance, after correction for all that were looked at."
          >
            <LeakTable page={page} terms={terms} currency={money} onOpen={(line) => openLeak(line)} />
          </Block>
        )}
        <SpeedBlock {...blocks} />
        <PersistenceBlock {...blocks} />
        <LoadBlock {...blocks} />
        <AgeingBlock {...blocks} />
        <UntriedBlock {...blocks} />
        <NoShowBlock {...blocks} />
        <SecondLifeBlock {...blocks} page={page} currency={currency} />
        <EngagementBlock {...blocks} />
      </div>
      {open !== null && (
        <LeadDrawer asked={asked} currency={currency} open={open.count} onClose={close}>
          {open.leak !== null && (
            <LeakParts
              line={open.leak.line}
              owner={open.leak.owner}
              currency={money}
              onOwner={(owner) => open.leak !== null && openLeak(open.leak.line, owner)}
            />
          )}
        </LeadDrawer>
      )}
    </div>
  );
}

const addsUp = (leaks: number, money: string | null): string =>
  `${leaks === 1 ? 'One leak holds' : `${count(leaks)} leaks hold`} every lost lead${money === null ? '' : ' and all of the lost value'}, each once`;
