import type { AnswerOf } from '../../sql/question.ts';
import type { joinHits } from '../../sql/questions/join-hits.ts';

/** One join: how many of the records that name another one find it. */
export interface JoinLine {
  readonly label: string;
  readonly found: number;
  readonly of: number;
}

/** The joins there is something to say of. */
export const joinLines = (hits: AnswerOf<typeof joinHits>[number]): readonly JoinLine[] =>
  [
    { label: 'Links to their opportunity', found: hits.links_with_opportunity, of: hits.links },
    { label: 'Links to their lead', found: hits.links_with_lead, of: hits.links },
    { label: 'Opportunities to a link', found: hits.opportunities_with_link, of: hits.opportunities },
    { label: 'Stage changes to their lead', found: hits.stage_events_with_lead, of: hits.stage_events },
    { label: 'Activities to their lead', found: hits.activities_with_lead, of: hits.activities },
    { label: 'Merged leads to the lead that stays', found: hits.merged_with_survivor, of: hits.merged },
  ].filter(({ of }) => of > 0);
