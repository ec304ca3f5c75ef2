import type { ActivityKnowledge } from '../metrics/sla-measurability.ts';
import { activityFacts, handoverFacts } from '../sql/questions/handover-facts.ts';
import { first, type QueryEngine } from './query-engine.ts';

/** What is known of handovers and activities, once handovers are built: whether response and attempts can be measured. */
export const slaKnowledge = async (engine: QueryEngine): Promise<ActivityKnowledge> => {
  const activities = await first(engine.ask(activityFacts));
  const handovers = await first(engine.ask(handoverFacts));
  return {
    handovers: handovers.handovers,
    dayOnlyHandovers: handovers.day_only_handovers,
    activities: activities.activities,
    withDirection: activities.with_direction,
    outbound: activities.outbound,
    humanOutbound: activities.human_outbound,
    attempts: handovers.attempts,
    dayOnlyAttempts: handovers.day_only_attempts,
  };
};
