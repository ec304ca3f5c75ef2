import { createContext, useContext } from 'react';
import type { DecisionRecord } from '../domain/decision.ts';

/** What was decided and noted beside the data on screen, and where it is. */
export interface Decisions {
  readonly record: DecisionRecord;
  readonly change: (record: DecisionRecord) => void;
  /** Whether every change is also kept on this computer. */
  readonly isKept: boolean;
}

export const DecisionsContext = createContext<Decisions | null>(null);

/** The decisions of this page. Throws outside its provider. */
export const useDecisions = (): Decisions => {
  const decisions = useContext(DecisionsContext);
  if (decisions === null) throw new Error('useDecisions needs a DecisionsContext above it.');
  return decisions;
};
