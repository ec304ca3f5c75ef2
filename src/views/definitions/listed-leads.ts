import type { DefinitionDiff } from '../../engine/definition-diff.ts';
import type { DisputedLead } from '../../engine/definition-overlap.ts';
import { waysWords } from '../../sentences/definitions/diff-answer.ts';
import type { SideNames } from '../../sentences/definitions/taken-answer.ts';
import { capitalised, day } from '../../sentences/format.ts';
import type { ListedLead } from './lead-list-drawer.tsx';

const outcomeWords: Readonly<Record<string, string>> = {
  opportunity: 'Opportunity',
  disqualified: 'Disqualified',
  open: 'Open',
  recycled: 'Open, in nurture',
  won: 'Won',
  associated_existing: 'Older opportunity',
};

const outcome = (name: string | null): string => (name === null ? '' : (outcomeWords[name] ?? name));

/** The leads that a draft moves, as they are listed. */
export const movedLeads = ({ journeys }: Pick<DefinitionDiff, 'journeys'>): readonly ListedLead[] =>
  journeys.map((journey) => {
    const days = [journey.anchor_before, journey.anchor_after].map((date) =>
      date === null ? 'not counted' : `counted from ${day(date)}`,
    );
    return {
      id: journey.id,
      crmId: journey.crm_id,
      outcome: outcome(journey.outcome_after ?? journey.outcome_before),
      why: `${capitalised(waysWords(journey.ways))}. In force ${days[0] ?? ''}, draft ${days[1] ?? ''}. ${journey.channel}.`,
    };
  });

/** The leads that only one of two definitions takes, as they are listed. */
export const disputedList = (leads: readonly DisputedLead[], names: SideNames): readonly ListedLead[] =>
  leads.map((lead) => ({
    id: `${lead.side} ${lead.id}`,
    crmId: lead.crm_id,
    outcome: outcome(lead.outcome),
    why: `Only ${lead.side === 'before' ? names.first : names.second} takes it. ${lead.channel}.`,
  }));
