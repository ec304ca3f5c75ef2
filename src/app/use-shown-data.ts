import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState, type RefObject } from 'react';
import type { ImportAbout } from '../engine/data-import.ts';
import { laterWorkspace } from '../engine/later-workspace.ts';
import type { Workspace } from '../engine/workspace.ts';
import type { OpenData } from '../queries/session.ts';
import { openData } from './open-data.ts';
import { fetchSampleCounts } from './sample.ts';

/** The data on screen and how to put other data there. */
export interface ShownData {
  readonly workspace: Workspace | null;
  readonly data: OpenData | null;
  /** The same as `data`, at once. */
  readonly shown: RefObject<OpenData | null>;
  readonly show: (opened: Workspace, imports: readonly ImportAbout[]) => void;
  /** Shows what was counted of the sample beforehand, until the engine has it; nothing where data is shown already. */
  readonly showAhead: (ready: Promise<Workspace>) => Promise<void>;
}

/** Holds the data on screen. Every data set gets an `id`; the sample keeps its own when the engine has counted it again. */
export const useShownData = (): ShownData => {
  const client = useQueryClient();
  const [workspace, setWorkspace] = useState<Workspace | null>(null);
  const [data, setData] = useState<OpenData | null>(null);
  const shown = useRef<OpenData | null>(null);
  const generation = useRef(0);
  const isAhead = useRef(false);

  const show = useCallback((opened: Workspace, imports: readonly ImportAbout[]) => {
    if (!isAhead.current || !imports.every(({ isSample }) => isSample)) generation.current += 1;
    isAhead.current = false;
    shown.current = { id: generation.current, ...openData(imports) };
    setWorkspace(opened);
    setData(shown.current);
  }, []);

  const showAhead = useCallback(
    async (ready: Promise<Workspace>) => {
      const [counts, { seedCounts }] = await Promise.all([fetchSampleCounts(), import('./seed-counts.ts')]);
      if (counts === null || shown.current !== null) return;
      const later = laterWorkspace(ready);
      seedCounts(client, later, generation.current + 1, counts);
      show(later, [{ ...counts.about, knownAt: Date.now(), downloads: [] }]);
      isAhead.current = true;
    },
    [client, show],
  );

  return { workspace, data, shown, show, showAhead };
};
