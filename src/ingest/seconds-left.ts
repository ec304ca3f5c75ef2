/** How far an import is: bytes read of all files together, since somebody looked at the clock, and how long that took. */
export interface ReadSoFar {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly milliseconds: number;
}

const tooSoonMs = 1500;

/**
 * Seconds until all files are read, at the speed so far; null while too little was read to tell, and at the end. Rounded to what can be
 * meant seriously: single seconds below ten, fives below a minute, tens above.
 */
export const secondsLeft = ({ bytes, totalBytes, milliseconds }: ReadSoFar): number | null => {
  if (milliseconds < tooSoonMs || bytes <= 0 || bytes >= totalBytes) return null;
  const seconds = ((totalBytes - bytes) * milliseconds) / bytes / 1000;
  const step = seconds < 10 ? 1 : seconds < 60 ? 5 : 10;
  return Math.ceil(seconds / step) * step;
};
