/** Hand-made histories for examples: one inbound lead, its stages and what was done on it. */
import type { ActivityRecord, Histories, StageName } from './histories.ts';

/** An outbound human call; `more` says what differs. */
export function call(at: string, more: Partial<ActivityRecord> = {}): ActivityRecord {
  return {
    activity_id: `${at} ${JSON.stringify(more)}`,
    lead_id: 'L1',
    contact_id: null,
    event_at: at,
    direction: 'outbound',
    type: 'call',
    reached: false,
    is_automated: false,
    actor_id: 'Ada',
    ...more,
  };
}

/** One lead `L1` of Ada, with stages as `[stage, instant]` and an opportunity day if it has one. */
export function oneLead(
  stages: [StageName, string][],
  activities: ActivityRecord[] = [],
  opportunityDay: string | null = null,
): Histories {
  return {
    leads: [
      {
        lead_id: 'L1',
        created_at: '2026-05-04T06:00:00Z',
        channel: 'website',
        segment: 'SMB',
        owner_id: 'Ada',
        contact_id: 'C1',
      },
    ],
    stage_events: stages.map(([stage, at]) => ({ lead_id: 'L1', stage, at })),
    opportunities:
      opportunityDay === null
        ? []
        : [
            {
              opportunity_id: 'O1',
              created_at: opportunityDay,
              outcome: 'open',
              closed_at: null,
              amount: 100,
            },
          ],
    links: opportunityDay === null ? [] : [{ lead_id: 'L1', opportunity_id: 'O1', type: 'converted' }],
    activities,
  };
}
