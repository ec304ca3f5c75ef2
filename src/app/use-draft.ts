import { useCallback, useMemo, useRef, useState } from 'react';
import { startIngest } from '../ingest/ingest-client.ts';
import type { Draft, Seen, Session } from '../queries/session.ts';
import type { Dropped } from './dropped.ts';
import { loadEngine } from './load-engine.ts';
import { previewer } from './previewer.ts';

/** The files dropped last, as long as they are at hand. */
export interface DraftControl {
  readonly draft: Draft | null;
  readonly filesAtHand: () => Dropped['files'];
  /** Notes files that were read; `importId` is what they became, null where nothing is shown of them. */
  readonly note: (found: Dropped, seen: Seen, isSample: boolean, importId: string | null) => void;
  readonly preview: Session['preview'];
}

/** Holds on to the files dropped last, so that they can be read again under another mapping. */
export const useDraft = (): DraftControl => {
  const [draft, setDraft] = useState<Draft | null>(null);
  const atHand = useRef<Dropped | null>(null);
  const [previews] = useState(() => previewer(startIngest, loadEngine));
  const filesAtHand = useCallback(() => atHand.current?.files ?? [], []);
  const note = useCallback<DraftControl['note']>((found, seen, isSample, importId) => {
    atHand.current = found;
    const { mappings } = found;
    setDraft((last) => ({
      id: (last?.id ?? 0) + 1,
      isSample,
      mappings,
      seen,
      importId,
      isShown: importId !== null,
    }));
  }, []);
  const preview = useCallback<Session['preview']>(
    (mappings, signal) => previews(filesAtHand(), mappings, signal),
    [previews, filesAtHand],
  );
  return useMemo(() => ({ draft, filesAtHand, note, preview }), [draft, filesAtHand, note, preview]);
};
