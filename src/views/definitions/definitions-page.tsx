import { useQuery } from '@tanstack/react-query';
import { startTransition, useCallback, useState } from 'react';
import type { DefinitionSet } from '../../domain/definition-set.ts';
import type { StageRule } from '../../domain/stage-rule.ts';
import type { Analysis, Choices } from '../../engine/analysis.ts';
import type { DefinitionGround } from '../../engine/definition-ground.ts';
import type { Workspace } from '../../engine/workspace.ts';
import { withDefinitions } from '../../metrics/agreement.ts';
import { useAgreed } from '../../queries/agreed.ts';
import { useDefinitionDraft } from '../../queries/definition-draft.ts';
import { definitionGroundQuery } from '../../queries/definition-ground-query.ts';
import { scoreHistoryQuery } from '../../queries/score-history-query.ts';
import type { OpenData } from '../../queries/session.ts';
import { asNeed } from '../../sentences/definitions/needs.ts';
import { count } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { ReviewBar } from '../review/review-bar.tsx';
import { useChoices } from '../use-choices.ts';
import type { ViewChange, ViewState } from '../view-state.ts';
import { CriteriaBlock } from './criteria-block.tsx';
import { DraftBlock } from './draft-block.tsx';
import { isChanged, signed, withRule, type Signature } from './draft-edits.ts';
import { EditorDrawer } from './editor-drawer.tsx';
import { HistoryBlock } from './history-block.tsx';
import { LeadListDrawer, type ListedLead } from './lead-list-drawer.tsx';
import { disputedList, movedLeads } from './listed-leads.ts';
import { MatrixBlock } from './matrix-block.tsx';
import { ProfileBlock } from './profile-block.tsx';
import { StagesBlock } from './stages-block.tsx';
import { TakenBlock } from './taken-block.tsx';
import { ThresholdBlock } from './threshold-block.tsx';

interface DefinitionsPageProps {
  readonly workspace: Workspace;
  readonly data: OpenData;
  readonly state: ViewState;
  readonly onChange: (change: ViewChange) => void;
}

/** The common language of both teams: what a lead, an MQL, an opportunity is, what the rules give, and a draft of others. */
export function DefinitionsPage({ workspace, data, state, onChange }: DefinitionsPageProps) {
  const choices = useChoices(state);
  const { data: known, error } = useQuery(definitionGroundQuery(workspace, data.id, choices));
  if (error !== null)
    return (
      <div className="grid">
        <Block
          span={12}
          level="page"
          answer="The definitions could not be looked at"
          definition={error.message}
        />
      </div>
    );
  if (known === undefined) return null;
  return (
    <Defined
      workspace={workspace}
      dataId={data.id}
      choices={choices}
      analysis={known.analysis}
      ground={known.ground}
      state={state}
      onChange={onChange}
    />
  );
}

interface DefinedProps {
  readonly workspace: Workspace;
  readonly dataId: number;
  readonly choices: Choices;
  readonly analysis: Analysis;
  readonly ground: DefinitionGround;
  readonly state: ViewState;
  readonly onChange: (change: ViewChange) => void;
}

/** What lies beside the page: the editor, or leads behind a number. */
type Panel =
  | { readonly kind: 'editor' }
  | {
      readonly kind: 'leads';
      readonly heading: string;
      readonly kicker: string;
      readonly definition: string;
      readonly leads: readonly ListedLead[];
    };

function Defined({ workspace, dataId, choices, analysis, ground, state, onChange }: DefinedProps) {
  const { record, change, isKept } = useAgreed();
  const inForce = analysis.definitionSet;
  const [draft, setDraft] = useDefinitionDraft();
  const [asked, setAsked] = useState<DefinitionSet | null>(null);
  const [panel, setPanel] = useState<Panel | null>(null);
  const close = useCallback(() => setPanel(null), []);
  const history = useQuery(scoreHistoryQuery(workspace, dataId, choices));
  const versions = record.definitions;
  const replace = (definitions: readonly DefinitionSet[]): void => change({ ...record, definitions });
  const differs = draft !== null && isChanged(inForce, draft);
  const openEditor = (set: DefinitionSet): void => {
    setDraft(set);
    setPanel({ kind: 'editor' });
  };
  const takeOver = (rule: StageRule): void => openEditor(withRule(draft ?? inForce, 'mql', rule));
  const discard = (): void => {
    setDraft(null);
    setAsked(null);
    setPanel(null);
  };
  const save = (signature: Signature): void => {
    if (draft === null) return;
    replace(withDefinitions(versions, signed(draft, signature)));
    discard();
  };
  const listLeads = (leads: Omit<Extract<Panel, { kind: 'leads' }>, 'kind'>): void =>
    startTransition(() => setPanel({ kind: 'leads', ...leads }));
  return (
    <>
      <ReviewBar analysis={analysis} state={state} onChange={onChange}>
        <span className="push">
          <Button variant="ghost" onPress={() => openEditor(draft ?? inForce)}>
            {draft === null ? 'Edit the definitions' : 'Edit the draft'}
          </Button>
        </span>
      </ReviewBar>
      <div className={panel === null ? undefined : 'beside'}>
        <div className="grid">
          <StagesBlock analysis={analysis} ground={ground} versions={versions} />
          {draft !== null && differs && (
            <DraftBlock
              workspace={workspace}
              dataId={dataId}
              choices={choices}
              analysis={analysis}
              draft={draft}
              asked={asked}
              versions={versions}
              isKept={isKept}
              onLook={() => setAsked(draft)}
              onEdit={() => openEditor(draft)}
              onMoved={(diff) =>
                listLeads({
                  heading: `${count(diff.moved.moved)} leads that moved`,
                  kicker: 'Under the draft',
                  definition:
                    diff.journeys.length < diff.moved.moved
                      ? `The first ${count(diff.journeys.length)} of them, by id.`
                      : 'All of them, by id.',
                  leads: movedLeads(diff),
                })
              }
              onSave={save}
              onDiscard={discard}
            />
          )}
          <TakenBlock
            workspace={workspace}
            dataId={dataId}
            choices={choices}
            analysis={analysis}
            ground={ground}
            versions={versions}
            draft={differs ? asked : null}
            onDisputed={({ taken, disputed }, names) =>
              listLeads({
                heading: `${count(taken.onlyFirst.journeys + taken.onlySecond.journeys)} disputed leads`,
                kicker: `${names.first} and ${names.second}`,
                definition:
                  disputed.length < taken.onlyFirst.journeys + taken.onlySecond.journeys
                    ? `${count(disputed.length)} of them: the first of each side, by id.`
                    : 'All of them, by id.',
                leads: disputedList(disputed, names),
              })
            }
          />
          <CriteriaBlock
            workspace={workspace}
            dataId={dataId}
            choices={choices}
            analysis={analysis}
            ground={ground}
            onTakeOver={takeOver}
          />
          {history.error !== null && (
            <p className="span-12 note" role="alert">
              The history of scores could not be counted: {history.error.message}
            </p>
          )}
          {history.data !== undefined && (
            <>
              <ThresholdBlock analysis={analysis} history={history.data} onTakeOver={takeOver} />
              <ProfileBlock
                analysis={analysis}
                attributes={history.data.attributes}
                span={history.data.fitAndInterest === null ? 12 : 6}
              />
              {history.data.fitAndInterest !== null && (
                <MatrixBlock cells={history.data.fitAndInterest} currency={analysis.currency} />
              )}
              {ground.fields.scored > 0 && ground.fields.fitted === 0 && (
                <p className="span-12 note">
                  Fit and interest are not held against each other. {asNeed('fit')}
                </p>
              )}
            </>
          )}
          <HistoryBlock versions={versions} inForce={inForce} onReplace={replace} onDraft={openEditor} />
        </div>
        {panel?.kind === 'editor' && draft !== null && (
          <EditorDrawer
            analysis={analysis}
            ground={ground}
            draft={draft}
            isChanged={differs}
            onChange={setDraft}
            onLook={() => {
              setAsked(draft);
              setPanel(null);
            }}
            onClose={close}
          />
        )}
        {panel?.kind === 'leads' && <LeadListDrawer {...panel} onClose={close} />}
      </div>
    </>
  );
}
