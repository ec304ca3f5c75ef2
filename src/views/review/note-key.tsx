import type { NumberedNote } from '../../domain/numbered-notes.ts';
import { day } from '../../sentences/format.ts';

/** The notes that stand under the charts; all of them stand in the list. */
const shownNotes = 4;

/** What the numbers over the charts mean, the latest first. */
export function NoteKey({ notes }: { readonly notes: readonly NumberedNote[] }) {
  if (notes.length === 0) return null;
  const shown = notes.slice(-shownNotes).toReversed();
  return (
    <p className="note-key">
      Notes:{' '}
      {shown.map(({ number, date, text }, place) => (
        <span key={number}>
          {place > 0 && '; '}
          <b>{number}</b>, {day(date)}, <bdi>{text}</bdi>
        </span>
      ))}
      {notes.length > shown.length ? '; the earlier ones stand under the decisions.' : '.'}
    </p>
  );
}
