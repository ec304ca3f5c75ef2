import type { OverdueList } from '../../engine/sla-lists.ts';
import { count, moneyShort, several } from '../format.ts';
import { waitWords } from './wait-words.ts';

/** The answer to "who is on the list?". */
export const overdueAnswer = ({ because, owners, currency }: OverdueList): string => {
  if (because !== null) return 'Who is on the list cannot be told from these files';
  const leads = owners.reduce((sum, owner) => sum + owner.leads, 0);
  if (leads === 0) return 'Nobody is on the list: every open lead was called as promised';
  const value = owners.reduce((sum, owner) => sum + owner.value_minor, 0);
  const worth =
    currency === null || value === 0 ? '' : `, worth ${moneyShort(value, currency)} by the rate card`;
  const held = owners.length === 1 ? 'of one owner' : `of ${count(owners.length)} owners`;
  return leads === 1
    ? `One open lead is overdue${worth}`
    : `${count(leads)} open leads ${held} are overdue${worth}`;
};

/** The rule of the list in one line. */
export const overdueDefinition = ({ rules }: Pick<OverdueList, 'rules'>): string => {
  const { responseMinutes, attempts, attemptDays } = rules.terms;
  const isAroundTheClock = rules.calendars.usual.name === 'Always open';
  return `Open leads not called by a person within ${waitWords(responseMinutes)}${isAroundTheClock ? ', nights and weekends counted' : ' of opening hours'}, or with fewer than ${several(attempts, ['attempt', 'attempts'])} after ${several(attemptDays, ['day', 'days'])}. The most valuable first.`;
};

/** Why a lead is on the list. */
export const overdueReason = (
  { is_uncalled, is_short, attempts }: OverdueList['leads'][number],
  owed: number,
): string => {
  const few = `${count(attempts)} of ${count(owed)} attempts`;
  if (is_uncalled) return is_short ? `not called, ${few}` : 'not called';
  return few;
};
