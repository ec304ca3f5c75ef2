import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KeepingControl, LoadKept } from './use-keeping.ts';
import { messageOf } from './work-steps.ts';

/** A kind of record that people write beside the data. */
export interface RecordKind<Content> {
  readonly nothing: Content;
  readonly isEmpty: (content: Content) => boolean;
  readonly join: (earlier: Content, later: Content) => Content;
  readonly load: LoadKept<Content>;
}

/** A record as it is on this page. */
export interface RecordOnPage<Content> {
  readonly record: Content;
  readonly change: (record: Content) => void;
  /** Whether every change is also kept on this computer. */
  readonly isKept: boolean;
}

/**
 * A record of one page. That of the sample is apart and never kept; the other is kept where the data on screen is, and
 * then joined once with what was kept before. The kind is the same at every call.
 */
export const useRecord = <Content>(
  { nothing, isEmpty, join, load }: RecordKind<Content>,
  { keeping, readRecord, saveRecord }: KeepingControl,
  isSample: boolean,
  setProblem: (problem: string) => void,
): RecordOnPage<Content> => {
  const [ofSample, setOfSample] = useState<Content>(nothing);
  const [own, setOwn] = useState<Content>(nothing);
  const latest = useRef(own);
  const isJoined = useRef(false);
  const isKept = !isSample && keeping.isKept && keeping.isShown && !keeping.isElsewhere;
  const canRead = !isSample && keeping.isKept && keeping.isShown;

  const show = useCallback((record: Content) => {
    latest.current = record;
    setOwn(record);
  }, []);

  useEffect(() => {
    if (!canRead) return;
    const joinKept = async (): Promise<void> => {
      const kept = isJoined.current ? null : await readRecord(load);
      isJoined.current = true;
      const joined = join(kept ?? nothing, latest.current);
      show(joined);
      if (isKept && !isEmpty(joined)) await saveRecord(load, joined);
    };
    joinKept().catch((cause: unknown) => setProblem(messageOf(cause)));
  }, [canRead, isKept, readRecord, saveRecord, nothing, isEmpty, join, load, show, setProblem]);

  const change = useCallback(
    (record: Content) => {
      if (isSample) return setOfSample(record);
      show(record);
      if (isKept) saveRecord(load, record).catch((cause: unknown) => setProblem(messageOf(cause)));
    },
    [isSample, isKept, saveRecord, load, show, setProblem],
  );

  const record = isSample ? ofSample : own;
  return useMemo(() => ({ record, change, isKept }), [record, change, isKept]);
};
