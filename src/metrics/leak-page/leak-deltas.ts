import type { LeakLedger, LedgerLine } from '../leak-ledger.ts';
import { leakKey } from './leak-key.ts';

/** One step from what the leads could have brought to what they brought, in minor units. */
export interface LeakDelta {
  readonly key: string;
  /** Null for what is still in progress. */
  readonly line: LedgerLine | null;
  readonly minor: number;
}

/** The steps of the ledger: each leak takes its money away, then what is not decided yet. Added to the potential they give what was won. */
export const leakDeltas = ({ lines, inProgress }: LeakLedger): readonly LeakDelta[] => [
  ...lines.map((line) => ({ key: leakKey(line.leak, line.stage), line, minor: -line.minor })),
  { key: 'inProgress', line: null, minor: -inProgress.minor },
];
