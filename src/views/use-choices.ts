import { useMemo } from 'react';
import type { Choices } from '../engine/analysis.ts';
import { agreedHistory } from '../metrics/agreement.ts';
import { useAgreed } from '../queries/agreed.ts';
import { choicesOf, type ViewState } from './view-state.ts';

/** What a page asks under: what its address says, and the definitions that the company agreed on. */
export const useChoices = (state: ViewState): Choices => {
  const { record } = useAgreed();
  return useMemo(() => choicesOf(state, agreedHistory(record)), [state, record]);
};
