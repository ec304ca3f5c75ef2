import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { joinRecords, noDecisions, type DecisionRecord } from '../domain/decision.ts';
import type { Decisions } from '../queries/decisions.ts';
import type { KeepingControl } from './use-keeping.ts';
import { messageOf } from './work-steps.ts';

/**
 * The decisions of one page. Those of the sample are apart and never kept; the others are kept where the data on screen
 * is, and then joined once with those that were kept before.
 */
export const useDecisionRecord = (
  { keeping, keptDecisions, saveDecisions }: KeepingControl,
  isSample: boolean,
  setProblem: (problem: string) => void,
): Decisions => {
  const [ofSample, setOfSample] = useState<DecisionRecord>(noDecisions);
  const [own, setOwn] = useState<DecisionRecord>(noDecisions);
  const latest = useRef(own);
  const isJoined = useRef(false);
  const isKept = !isSample && keeping.isKept && keeping.isShown && !keeping.isElsewhere;
  const canRead = !isSample && keeping.isKept && keeping.isShown;

  const show = useCallback((record: DecisionRecord) => {
    latest.current = record;
    setOwn(record);
  }, []);

  useEffect(() => {
    if (!canRead) return;
    const join = async (): Promise<void> => {
      const kept = isJoined.current ? null : await keptDecisions();
      isJoined.current = true;
      const joined = joinRecords(kept ?? noDecisions, latest.current);
      show(joined);
      if (isKept && joined.decisions.length + joined.notes.length > 0) await saveDecisions(joined);
    };
    join().catch((cause: unknown) => setProblem(messageOf(cause)));
  }, [canRead, isKept, keptDecisions, saveDecisions, show, setProblem]);

  const change = useCallback(
    (record: DecisionRecord) => {
      if (isSample) return setOfSample(record);
      show(record);
      if (isKept) saveDecisions(record).catch((cause: unknown) => setProblem(messageOf(cause)));
    },
    [isSample, isKept, saveDecisions, show, setProblem],
  );

  const record = isSample ? ofSample : own;
  return useMemo(() => ({ record, change, isKept }), [record, change, isKept]);
};
