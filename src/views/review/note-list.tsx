import { useState, type FormEvent } from 'react';
import type { DatedNote } from '../../domain/decision.ts';
import { numberedNotes } from '../../domain/numbered-notes.ts';
import { day } from '../../sentences/format.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface NoteListProps {
  readonly notes: readonly DatedNote[];
  readonly onSave: (note: DatedNote) => void;
  readonly onRemove: (id: string) => void;
}

/** What else happened and when, the latest first, under the numbers by which charts call them. */
export function NoteList({ notes, onSave, onRemove }: NoteListProps) {
  if (notes.length === 0) return null;
  const latestFirst = numberedNotes(notes).toReversed();
  return (
    <>
      <h3 className="dated-notes-head">Notes on dates</h3>
      <ul className="dated-notes">
        {latestFirst.map(({ number, ...note }) => (
          <li key={note.id}>
            <span className="note-mark">{number}</span> <b className="nowrap">{day(note.date)}</b>{' '}
            <span>{note.text}</span>
            <FormDialog action="Edit" label={`Edit the note “${note.text}”`}>
              {(close) => (
                <NoteForm
                  start={note}
                  onSave={(changed) => {
                    onSave(changed);
                    close();
                  }}
                  onRemove={() => {
                    close();
                    onRemove(note.id);
                  }}
                />
              )}
            </FormDialog>
          </li>
        ))}
      </ul>
    </>
  );
}

interface NoteFormProps {
  readonly start: DatedNote;
  readonly onSave: (note: DatedNote) => void;
  /** Null for one that is not written down yet. */
  readonly onRemove: (() => void) | null;
}

/** One note and its day. */
export function NoteForm({ start, onSave, onRemove }: NoteFormProps) {
  const [draft, setDraft] = useState(start);
  const text = draft.text.trim();
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (text !== '') onSave({ ...draft, text });
  };
  return (
    <form className="form" onSubmit={save}>
      <TextField
        label="Note"
        value={draft.text}
        onChange={(changed) => setDraft({ ...draft, text: changed })}
        isRequired
        isFirst
      />
      <DateInput
        label="On"
        value={draft.date}
        onChange={(date) => setDraft({ ...draft, date: date ?? start.date })}
      />
      <div className="form-actions">
        <Button type="submit" disabled={text === ''}>
          Save
        </Button>
        {onRemove !== null && (
          <Button variant="link" onPress={onRemove}>
            Remove it
          </Button>
        )}
      </div>
    </form>
  );
}
