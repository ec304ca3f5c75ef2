/** What the files say of handovers and of the activities that answer them, as counts. */
export interface ActivityKnowledge {
  readonly handovers: number;
  readonly dayOnlyHandovers: number;
  readonly activities: number;
  readonly withDirection: number;
  readonly outbound: number;
  readonly humanOutbound: number;
  /** Attempts to reach persons who were handed over. */
  readonly attempts: number;
  readonly dayOnlyAttempts: number;
}

const isMostly = (part: number, whole: number): boolean => part * 2 > whole;

/**
 * Why response and attempts cannot be measured and which column is needed, in the reader's words; null where they can.
 * What the files do not tell is not a breach: without activities no attainment is shown, not 0 %.
 */
export const responseNotMeasurable = (known: ActivityKnowledge): string | null => {
  if (known.handovers === 0)
    return 'No lead is named an MQL with a date, so nothing says when it was handed over. Add the history of the lead status or a column with the date of the MQL.';
  if (isMostly(known.dayOnlyHandovers, known.handovers))
    return 'Most handovers have a day but no time of day, so minutes of response cannot be told. Export the MQL date with its time.';
  if (known.activities === 0)
    return 'No calls, mails or meetings are among these files. Add the file that lists them, with their time, direction, and lead or contact.';
  if (known.withDirection === 0)
    return 'No activity says whether it went out or came in. Name the column with the direction.';
  if (known.outbound === 0) return 'No activity among these files went out to a lead; all came in.';
  if (known.humanOutbound === 0)
    return 'Every outbound activity is marked as automated, so nobody can be seen to have answered a lead.';
  if (known.attempts === 0)
    return 'No outbound activity names a lead that was handed over. Name the column with the id of the lead or of its contact.';
  if (isMostly(known.dayOnlyAttempts, known.attempts))
    return 'Most activities have a day but no time of day, so minutes of response cannot be told. Export their time.';
  return null;
};

/** Why nothing can be due by calendars, by name, that are never open, and what to change, in the reader's words. */
export const neverOpenWords = (calendars: readonly string[]): string => {
  const names = calendars.map((name) => `“${name}”`).join(', ');
  return calendars.length === 1
    ? `The calendar ${names} is not open on any day of the data, so nothing can ever be due by it. Give it a weekday with hours, or take holidays out of it, on the page of definitions.`
    : `The calendars ${names} are not open on any day of the data, so nothing can ever be due by them. Give them a weekday with hours, or take holidays out of them, on the page of definitions.`;
};
