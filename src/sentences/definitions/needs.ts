const needs = {
  score:
    'No lead has a score. Needed: a column with the score of each lead, as it was when the lead was judged.',
  fit: 'No lead has a fit. Needed: a column with a number that says how well each lead fits.',
  acts: 'No human activities are exported. Needed: calls, mails and meetings with their day, type, direction and lead.',
  status:
    'No lead has an event of this stage. Needed: the history of the lead status, or the status of each lead, with the words that mean this stage.',
} as const;

/** What cannot be known, and the column that would be needed. */
export const asNeed = (what: keyof typeof needs): string => needs[what];
