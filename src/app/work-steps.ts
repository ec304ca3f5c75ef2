import type { TimedProgress } from '../ingest/ingest-client.ts';
import type { Work } from '../queries/session.ts';
import { count, megabytes } from '../sentences/format.ts';
import { timeLeft } from '../sentences/time-left.ts';

/** The progress of reading files. */
export const progressWork = ({ file, rows, bytes, totalBytes, secondsLeft }: TimedProgress): Work => ({
  label: `Reading ${file}`,
  detail: [`${count(rows)} rows`, `${megabytes(bytes)} of ${megabytes(totalBytes)}`, timeLeft(secondsLeft)]
    .filter((part) => part !== '')
    .join(', '),
  value: totalBytes === 0 ? 1 : bytes / totalBytes,
  cancellable: true,
});

/** A step whose length is not known. */
export const step = (label: string, detail: string, cancellable: boolean): Work => ({
  label,
  detail,
  value: null,
  cancellable,
});

/** What went wrong, in words. */
export const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
