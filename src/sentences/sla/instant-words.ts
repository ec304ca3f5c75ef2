/** An instant, in milliseconds since 1970-01-01T00:00Z, as day and time of the clock on the wall of a zone. */
export const instantWords = (atMs: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(atMs);
