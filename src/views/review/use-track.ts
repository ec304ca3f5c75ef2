import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Choices } from '../../engine/analysis.ts';
import type { Workspace } from '../../engine/workspace.ts';
import type { TrackInput } from '../../metrics/review/track-review.ts';
import { useAgreed } from '../../queries/agreed.ts';
import { planFactsQuery } from '../../queries/plan-facts-query.ts';

/** The budgets that were set and what is to come against them, which is asked only where there is a budget, and after the rest. */
export const useTrack = (
  workspace: Workspace,
  dataId: number,
  choices: Choices,
  isTurn: boolean,
): { readonly input: TrackInput; readonly error: Error | null } => {
  const { budgets } = useAgreed().record;
  const { data, error } = useQuery({
    ...planFactsQuery(workspace, dataId, choices),
    enabled: isTurn && budgets.length > 0,
  });
  const input = useMemo(
    () => ({ budgets, basis: data === undefined ? ('counting' as const) : (data?.basis ?? null) }),
    [budgets, data],
  );
  return { input, error };
};
