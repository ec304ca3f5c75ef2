import { createContext, useContext } from 'react';
import type { AgreedRecord } from '../metrics/agreement.ts';

/** What was agreed beside the data on screen, and where it is. */
export interface Agreed {
  readonly record: AgreedRecord;
  readonly change: (record: AgreedRecord) => void;
  /** Whether every change is also kept on this computer. */
  readonly isKept: boolean;
}

export const AgreedContext = createContext<Agreed | null>(null);

/** What was agreed, on this page. Throws outside its provider. */
export const useAgreed = (): Agreed => {
  const agreed = useContext(AgreedContext);
  if (agreed === null) throw new Error('useAgreed needs an AgreedContext above it.');
  return agreed;
};
