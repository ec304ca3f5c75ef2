/** Random activities leave the histories as they were, and reach what section 7 distinguishes. */
import { describe, expect, it } from 'vitest';
import { attemptsOn } from '../support/naive/attempts.ts';
import { OFFICE_HOURS } from '../support/naive/business-clock.ts';
import { detailedJourneys } from '../support/naive/detailed-journeys.ts';
import { naiveHandovers } from '../support/naive/handovers.ts';
import { buildJourneysNaively } from '../support/naive/journeys.ts';
import { randomWorkedHistories } from '../support/naive/random-activities.ts';
import {
  RANDOM_AS_OF_DATE,
  RANDOM_EXPORT_AS_OF_DATE,
  randomHistories,
} from '../support/naive/random-histories.ts';
import { responseBucket } from '../support/naive/response-buckets.ts';
import { withDefaults } from '../support/naive/settings.ts';

const SETTINGS = withDefaults({
  as_of_date: RANDOM_AS_OF_DATE,
  export_as_of_date: RANDOM_EXPORT_AS_OF_DATE,
});
const WORKED = randomWorkedHistories(1, 300);

describe('random activities', () => {
  it('are the same for the same seed and change nothing of the histories', () => {
    expect(randomWorkedHistories(1, 300)).toEqual(WORKED);
    const plain = randomHistories(1, 300);
    expect(WORKED.stage_events).toEqual(plain.stage_events);
    expect(WORKED.leads.map((lead) => lead.lead_id)).toEqual(plain.leads.map((lead) => lead.lead_id));
    expect(buildJourneysNaively(WORKED, SETTINGS)).toEqual(buildJourneysNaively(plain, SETTINGS));
    const ids = WORKED.activities.map((activity) => activity.activity_id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('give the same rows in detail as without it', () => {
    const rows = detailedJourneys(WORKED, SETTINGS).map((journey) => journey.row);
    expect(rows).toEqual(buildJourneysNaively(WORKED, SETTINGS).journeys);
  });

  it('reach every status, flag, bucket and stop, dropped attempts, and as many handovers as cycles', () => {
    const journeys = detailedJourneys(WORKED, SETTINGS);
    const promise = { calendar: OFFICE_HOURS, sla_minutes: 60, sla_attempts: 6, sla_attempt_days: 7 };
    const late = naiveHandovers(journeys, promise, SETTINGS);
    expect(late.length).toBe(journeys.reduce((sum, journey) => sum + journey.row.mql_cycles, 0));
    const statuses = new Set(late.map((row) => row.status));
    const slow = naiveHandovers(journeys, { ...promise, sla_minutes: 4800 }, SETTINGS);
    for (const row of slow) statuses.add(row.status);
    expect(statuses).toEqual(new Set(['met', 'breached', 'pending', 'pending_met']));
    expect(new Set(late.map(responseBucket)).size).toBe(7);
    expect(late.some((row) => row.pre_handover && row.first_attempt_at === null)).toBe(true);
    expect(late.some((row) => row.attempts >= 6)).toBe(true);
    expect(late.some((row) => row.attempt_stop && row.attempts === 0)).toBe(true);
    expect(late.some((row) => !row.attempts_ok)).toBe(true);
    expect(late.some((row) => row.opportunity_by_deadline)).toBe(true);
    expect(late.some((row) => row.disqualified_by_deadline)).toBe(true);
    const calls = journeys.map((journey) => journey.activities.filter((one) => one.type === 'call'));
    expect(calls.some((own) => attemptsOn(own).length < own.length)).toBe(true);
  });
});
