import { useState } from 'react';
import { numberedNotes } from '../../domain/numbered-notes.ts';
import type { WrittenWords } from '../../exports/review/written-to-blocks.ts';
import { decisionReviews, type DecisionInput } from '../../metrics/review/decision-review.ts';
import { useDecisions } from '../../queries/decisions.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { MenuButton, type MenuAction } from '../../ui/menu-button.tsx';
import { saveFile } from '../data/save-file.ts';
import type { ReviewedWeek, TakeAlongKind } from './take-along-file.ts';

type Taken = TakeAlongKind | 'print';

const actions: readonly MenuAction<Taken>[] = [
  { id: 'print', label: 'Print or PDF', note: 'A4 landscape, fit for black and white' },
  { id: 'slides', label: 'Slides', note: 'PPTX, one for each question, charts can be edited' },
  { id: 'workbook', label: 'Workbook', note: 'XLSX, every table with its numbers' },
  { id: 'markdown', label: 'Copy as Markdown', note: 'For a chat or a mail' },
  { id: 'html', label: 'HTML page', note: 'Aggregates only, opens anywhere' },
  { id: 'snapshot', label: 'Snapshot', note: 'Aggregates only, to compare with later weeks' },
];

/** Puts a text on the clipboard; false where the browser forbids it. */
const copied = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

/** Writes the week as asked, and says what became of it. */
const take = async (
  kind: TakeAlongKind,
  week: ReviewedWeek,
  written: WrittenWords | null,
): Promise<string> => {
  const { takeAlongFile, takeAlongName } = await import('./take-along-file.ts');
  const file = await takeAlongFile(kind, week, written);
  if (kind === 'markdown' && (await copied(await file.text()))) return 'Copied';
  const name = takeAlongName(week.review, kind);
  saveFile(name, file);
  return `Saved as ${name}`;
};

interface TakeAlongProps {
  readonly week: ReviewedWeek;
  /** What decisions are measured from. */
  readonly input: DecisionInput;
}

/**
 * Takes the review along: on paper, as slides, workbook, text, page or snapshot. What people wrote may name anybody, so it
 * goes into files only where that is ticked; paper shows the page as it is.
 */
export function TakeAlong({ week, input }: TakeAlongProps) {
  const { record } = useDecisions();
  const hasWritten = record.decisions.length + record.notes.length > 0;
  const [isWrittenTaken, setWrittenTaken] = useState(false);
  const [said, setSaid] = useState('');
  const [isWriting, setIsWriting] = useState(false);
  const write = async (kind: TakeAlongKind): Promise<void> => {
    setIsWriting(true);
    try {
      const written =
        hasWritten && isWrittenTaken
          ? {
              decisions: decisionReviews(record.decisions, week.cube, input),
              notes: numberedNotes(record.notes),
            }
          : null;
      setSaid(await take(kind, week, written));
    } catch (error) {
      setSaid(`Not written: ${error instanceof Error ? error.message : String(error)}`);
    }
    setIsWriting(false);
  };
  const choose = (kind: Taken): void => {
    setSaid('');
    // The menu has closed, and gives the focus back, before the page is printed.
    if (kind === 'print') setTimeout(() => window.print());
    else void write(kind);
  };
  return (
    <div className="take-along">
      <output className="note">{isWriting ? 'Writing' : said}</output>
      {hasWritten && (
        <CheckField label="With decisions and notes" selected={isWrittenTaken} onChange={setWrittenTaken} />
      )}
      <MenuButton label="Take along" actions={actions} onChoose={choose} disabled={isWriting} />
    </div>
  );
}
