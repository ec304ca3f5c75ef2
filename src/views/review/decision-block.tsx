import { useMemo, useState } from 'react';
import {
  joinRecords,
  withEntry,
  type DatedNote,
  type Decision,
  type DecisionRecord,
} from '../../domain/decision.ts';
import { decisionsText, parseDecisions } from '../../ingest/decision-file.ts';
import { ImportError } from '../../ingest/ledger.ts';
import type { Cube } from '../../metrics/cube/cube.ts';
import { decisionReviews, type DecisionInput } from '../../metrics/review/decision-review.ts';
import { useDecisions } from '../../queries/decisions.ts';
import { decisionsAnswer, decisionsDefinition } from '../../sentences/review/decision-answer.ts';
import { reviewQuestions } from '../../sentences/review/review-agenda.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { saveText } from '../data/save-text.ts';
import { DecisionForm } from './decision-form.tsx';
import { DecisionTable } from './decision-table.tsx';
import { newId } from './new-id.ts';
import { NoteForm, NoteList } from './note-list.tsx';

const keptWords = 'Kept on this computer with the data, in this browser only.';
const inMemoryWords =
  'In memory only: gone when this page closes, unless they are saved as a file, or your data is kept on the Data page.';

interface DecisionBlockProps {
  readonly cube: Cube;
  readonly input: DecisionInput;
  /** Where a new decision or note begins: a local date. */
  readonly asOf: string;
}

/** What did we decide, and did it work? Written by hand, measured by the weeks before and after. */
export function DecisionBlock({ cube, input, asOf }: DecisionBlockProps) {
  const { record, change, isKept } = useDecisions();
  const [problem, setProblem] = useState<string | null>(null);
  const reviews = useMemo(() => decisionReviews(record.decisions, cube, input), [record, cube, input]);
  const isEmpty = record.decisions.length + record.notes.length === 0;
  const saveDecision = (decision: Decision): void =>
    change({ ...record, decisions: withEntry(record.decisions, decision) });
  const saveNote = (note: DatedNote): void => change({ ...record, notes: withEntry(record.notes, note) });
  const openFile = async (file: File): Promise<void> => {
    try {
      change(joinRecords(record, parseDecisions(file.name, await file.text())));
      setProblem(null);
    } catch (cause) {
      if (!(cause instanceof ImportError)) throw cause;
      setProblem(cause.message);
    }
  };
  return (
    <Block
      span={8}
      id="decisions"
      question={reviewQuestions.decisions}
      answer={decisionsAnswer(reviews, input.currency)}
      definition={decisionsDefinition(reviews)}
      foot={
        <>
          <FormDialog action="Write down a decision">
            {(close) => (
              <DecisionForm
                start={newDecision(asOf)}
                onSave={(decision) => {
                  saveDecision(decision);
                  close();
                }}
                onRemove={null}
              />
            )}
          </FormDialog>
          <FormDialog action="Write a note on a date">
            {(close) => (
              <NoteForm
                start={{ id: newId(), date: asOf, text: '' }}
                onSave={(note) => {
                  saveNote(note);
                  close();
                }}
                onRemove={null}
              />
            )}
          </FormDialog>
          {!isEmpty && <SaveDecisions record={record} />}
          <FileButton accept={['.json']} onFile={(file) => void openFile(file)}>
            Open a file of decisions
          </FileButton>
        </>
      }
    >
      {reviews.length > 0 && (
        <DecisionTable
          reviews={reviews}
          currency={input.currency}
          onSave={saveDecision}
          onRemove={(removed) =>
            change({ ...record, decisions: record.decisions.filter(({ id }) => id !== removed) })
          }
        />
      )}
      <NoteList
        notes={record.notes}
        onSave={saveNote}
        onRemove={(removed) => change({ ...record, notes: record.notes.filter(({ id }) => id !== removed) })}
      />
      {problem !== null && (
        <p className="note" role="alert">
          {problem}
        </p>
      )}
      {!isEmpty && <p className="note kept-note">{isKept ? keptWords : inMemoryWords}</p>}
    </Block>
  );
}

const newDecision = (decidedOn: string): Decision => ({
  id: newId(),
  text: '',
  owner: null,
  decidedOn,
  dueOn: null,
  measure: 'l2oFast',
  state: 'open',
});

function SaveDecisions({ record }: { readonly record: DecisionRecord }) {
  return (
    <Button
      variant="link"
      onPress={() => saveText('throughline-decisions.json', decisionsText(record), 'application/json')}
    >
      Save as a file
    </Button>
  );
}
