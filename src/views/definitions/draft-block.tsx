import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { changedParts, type DefinitionSet } from '../../domain/definition-set.ts';
import type { Analysis, Choices } from '../../engine/analysis.ts';
import type { DefinitionDiff } from '../../engine/definition-diff.ts';
import type { Workspace } from '../../engine/workspace.ts';
import { definitionDiffQuery } from '../../queries/definition-diff-query.ts';
import { definitionName } from '../../sentences/definition-label.ts';
import { diffAnswer, diffLines, movedWords, rankWords } from '../../sentences/definitions/diff-answer.ts';
import { partWords } from '../../sentences/definitions/part-words.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import type { Signature } from './draft-edits.ts';
import { SaveForm } from './save-form.tsx';

interface DraftBlockProps {
  readonly workspace: Workspace;
  readonly dataId: number;
  readonly choices: Choices;
  readonly analysis: Analysis;
  readonly draft: DefinitionSet;
  /** The draft that was asked about last; null where none was. */
  readonly asked: DefinitionSet | null;
  readonly versions: readonly DefinitionSet[];
  readonly isKept: boolean;
  readonly onLook: () => void;
  readonly onEdit: () => void;
  readonly onMoved: (diff: DefinitionDiff) => void;
  readonly onSave: (signature: Signature) => void;
  readonly onDiscard: () => void;
}

/** What the draft would change; takes the focus where somebody asks. */
export function DraftBlock(props: DraftBlockProps) {
  const { asked } = props;
  const part = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asked !== null) part.current?.focus();
  }, [asked]);
  return (
    <section className="span-12 draft-part" ref={part} tabIndex={-1} aria-label="The draft">
      <Draft {...props} />
    </section>
  );
}

/** Every headline number before and after; only then can the draft be saved. */
function Draft(props: DraftBlockProps) {
  const { workspace, dataId, choices, draft, asked, analysis, onLook, onEdit, onDiscard } = props;
  const diff = useQuery({
    ...definitionDiffQuery(workspace, dataId, choices, asked ?? draft),
    enabled: asked !== null,
  });
  const question = 'What does the draft change?';
  const parts = changedParts(analysis.definitionSet, draft).map((part) => partWords[part]);
  const differs = parts.length === 0 ? 'It differs in words alone.' : `It differs in ${parts.join(', ')}.`;
  if (asked !== draft || diff.data === undefined) {
    const isLooking = asked === draft && diff.isFetching;
    return (
      <Block
        question={question}
        answer={isLooking ? 'Counting under both definitions…' : 'Not looked at yet'}
        definition={`${differs} Every number is counted under both before anything is saved.`}
      >
        {diff.error !== null && (
          <p className="note" role="alert">
            The draft could not be counted: {diff.error.message}
          </p>
        )}
        <div className="form-actions draft-actions">
          <Button onPress={onLook} disabled={isLooking} label="Show what the draft changes">
            Show what the draft changes
          </Button>
          <Button variant="link" onPress={onEdit}>
            Edit it
          </Button>
          <Button variant="link" onPress={onDiscard}>
            Discard the draft
          </Button>
        </div>
      </Block>
    );
  }
  return <Compared {...props} diff={diff.data} differs={differs} />;
}

interface ComparedProps extends DraftBlockProps {
  readonly diff: DefinitionDiff;
  readonly differs: string;
}

function Compared({
  diff,
  differs,
  analysis,
  draft,
  versions,
  isKept,
  onMoved,
  onEdit,
  onSave,
  onDiscard,
}: ComparedProps) {
  const ranks = rankWords(diff.table.groups);
  return (
    <Block
      question="What does the draft change?"
      answer={diffAnswer(diff)}
      definition={`${differs} The same leads are counted in another way: none did better or worse.`}
    >
      <div className="draft-grid">
        <div>
          <table className="table table-cards table-diff">
            <thead>
              <tr>
                <th scope="col">Number</th>
                <th scope="col" className="right">
                  {definitionName(analysis.definitionSet)}
                </th>
                <th scope="col" className="right">
                  Draft
                </th>
              </tr>
            </thead>
            <tbody>
              {diffLines(diff.table, diff.answered).map(({ label, before, after, isChanged }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td className="right full" data-label="In force">
                    {before}
                  </td>
                  <td className="right full" data-label="Draft">
                    {isChanged ? <b>{after}</b> : <span className="quiet">{after}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="note">
            {movedWords(diff.moved)} {ranks}
          </p>
          <div className="form-actions">
            {diff.moved.moved > 0 && (
              <Button variant="link" onPress={() => onMoved(diff)}>
                Leads that moved
              </Button>
            )}
            <Button variant="link" onPress={onEdit}>
              Edit it further
            </Button>
          </div>
        </div>
        <SaveForm
          draft={draft}
          asOf={analysis.definitions.asOf}
          versions={versions}
          isKept={isKept}
          onSave={onSave}
          onDiscard={onDiscard}
        />
      </div>
    </Block>
  );
}
