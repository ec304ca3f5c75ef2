import { useQuery } from '@tanstack/react-query';
import { startTransition, useCallback, useState } from 'react';
import type { Analysis, Choices } from '../../engine/analysis.ts';
import type { DataQuality } from '../../engine/data-quality.ts';
import type { Workspace } from '../../engine/workspace.ts';
import type { Basis } from '../../metrics/channel-verdict.ts';
import { byMovement, type Defect } from '../../metrics/judge-defects.ts';
import { analysisQuery } from '../../queries/analysis-query.ts';
import { qualityQuery } from '../../queries/quality-query.ts';
import type { OpenData } from '../../queries/session.ts';
import { count, day } from '../../sentences/format.ts';
import { qualityHeadline } from '../../sentences/quality-headline.ts';
import { Block } from '../../ui/block.tsx';
import { useChoices } from '../use-choices.ts';
import type { ViewState } from '../view-state.ts';
import { CompletenessBlock } from './completeness-block.tsx';
import { DefectDrawer } from './defect-drawer.tsx';
import { DefectTable } from './defect-table.tsx';
import { NotFoundBlock } from './not-found-block.tsx';

interface QualityPageProps {
  readonly workspace: Workspace;
  readonly data: OpenData;
  readonly state: ViewState;
}

/** How far can I trust the numbers? Every defect with its count, its records, and how far it could move them. */
export function QualityPage({ workspace, data, state }: QualityPageProps) {
  const choices = useChoices(state);
  const analysis = useQuery(analysisQuery(workspace, data.id, choices));
  const quality = useQuery(qualityQuery(workspace, data, choices));
  const error = analysis.error ?? quality.error;
  if (error !== null) {
    return (
      <div className="grid">
        <Block span={12} level="page" answer="The defects could not be counted" definition={error.message} />
      </div>
    );
  }
  if (analysis.data === undefined || quality.data === undefined) {
    return (
      <div className="grid">
        <Block span={12} level="page" rule="none" question={question} answer="Looking for defects" />
      </div>
    );
  }
  return (
    <Judged
      workspace={workspace}
      data={data}
      state={state}
      choices={choices}
      analysis={analysis.data}
      quality={quality.data}
    />
  );
}

const question = 'How far could the data’s defects move the numbers?';

const basisWords = ({ windows, definitions }: Analysis, basis: Basis): string => {
  if (basis === 'toDate') return `L2O and O2D to ${day(definitions.asOf)}.`;
  const within = (days: number | null): string =>
    days === null ? 'not measured' : `within ${count(days)} days`;
  return `L2O ${within(windows.l2oDays)}, O2D ${within(windows.o2dDays)}.`;
};

function Judged({
  workspace,
  data,
  state,
  choices,
  analysis,
  quality,
}: QualityPageProps & {
  readonly choices: Choices;
  readonly analysis: Analysis;
  readonly quality: DataQuality;
}) {
  const basis = state.basis ?? 'windowed';
  const [open, setOpen] = useState<Defect | null>(null);
  const close = useCallback(() => setOpen(null), []);
  const show = useCallback((defect: Defect) => startTransition(() => setOpen(defect)), []);
  const found = byMovement(quality.defects, basis);
  const absent = quality.defects.filter((defect) => defect.count === 0);
  const reasons = Object.entries(analysis.notMeasurable).flatMap(([joint, reason]) =>
    joint === 'l2d' ? [] : [`${joint.toUpperCase()} is not measurable: ${reason}`],
  );
  return (
    <div className={open === null ? undefined : 'beside'}>
      <div className="grid">
        <Block
          span={12}
          level="page"
          rule="none"
          question={question}
          answer={qualityHeadline(quality.defects, basis)}
          definition={`${basisWords(analysis, basis)} The lowest and the highest each rate could be if one defect were put right in any way that its assumption allows, all else as it is. Ends are rounded outwards. ${reasons.join(' ')}`}
        >
          {found.length > 0 && <DefectTable defects={found} basis={basis} onOpen={show} />}
        </Block>
        <CompletenessBlock fields={quality.completeness} />
        <NotFoundBlock absent={absent} of={quality.defects.length} />
      </div>
      {open !== null && (
        <DefectDrawer workspace={workspace} data={data} choices={choices} defect={open} onClose={close} />
      )}
    </div>
  );
}
