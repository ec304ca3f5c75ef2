import { itemAt } from './draws.ts';
import type { Arrival, Draft, Life, LeadStatus } from './world.ts';

/** A lead as it would be exported if nothing were wrong with it. */
export const draftOf = (arrival: Arrival, life: Life): Draft => ({
  arrival,
  life,
  source: arrival.channel.name,
  email: arrival.person.email,
  company: arrival.person.company,
  description: '',
  isDeleted: false,
  survivorKey: null,
});

/** The status a lead has at the export. */
export const statusOf = ({ createdAs, changes }: Life): LeadStatus => changes.at(-1)?.to ?? createdAs;

/** Whether the lead has become MQL by the export. */
export const isMql = ({ changes }: Life): boolean => changes.some(({ to }) => to === 'MQL');

const RATINGS = ['Warm', 'Cold', 'Hot'];

/** The rating a rep has given. It says nothing about what becomes of the lead. */
export const ratingOf = ({ key }: Arrival): string => itemAt(RATINGS, key % RATINGS.length);
