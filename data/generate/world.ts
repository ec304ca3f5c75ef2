import type { Person } from './people.ts';
import type { Channel, Segment, Team } from './plan.ts';

/** A user of the CRM. Reps have a team; the two users of marketing have none. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly team: Team | null;
}

/** Why a lead record exists. */
export type ArrivalKind = 'first' | 'duplicate' | 'return' | 'customer';

/** A lead as it comes in, before anything happens to it. `key` is unique in the world. */
export interface Arrival {
  readonly key: number;
  readonly kind: ArrivalKind;
  readonly channel: Channel;
  readonly segment: Segment;
  readonly owner: User & { readonly team: Team };
  readonly person: Person;
  readonly createdAt: number;
  /** The earlier lead of the same person, for a duplicate or a return. */
  readonly originalKey: number | null;
}

export type LeadStatus = 'New' | 'MQL' | 'Accepted' | 'Qualified' | 'Nurture' | 'Disqualified' | 'Spam';

/** A change of a lead's status. */
export interface StatusChange {
  readonly at: number;
  readonly from: LeadStatus;
  readonly to: LeadStatus;
}

/** A call or an e-mail. `done` is false for a task that is still planned. */
export interface Touch {
  readonly at: number;
  readonly type: 'Call' | 'Email';
  readonly manner: 'outbound' | 'inbound' | 'mass';
  readonly done: boolean;
}

/** Everything that happens to a lead. */
export interface Life {
  readonly createdAs: LeadStatus;
  readonly changes: readonly StatusChange[];
  readonly touches: readonly Touch[];
  readonly handedOverAt: number | null;
  readonly convertedAt: number | null;
  readonly getsOpportunity: boolean;
}

/** One save of an opportunity that its history keeps. */
export interface OpportunitySave {
  readonly at: number;
  readonly stage: Stage;
  readonly amount: number | null;
  readonly closeDay: number;
}

/** A stage of the sales process. */
export interface Stage {
  readonly name: string;
  readonly order: number;
  readonly probability: number;
  readonly forecast: string;
  readonly isClosed: boolean;
  readonly isWon: boolean;
}

/** A lead with its life, and with what the export will say wrongly or oddly about it. */
export interface Draft {
  readonly arrival: Arrival;
  readonly life: Life;
  readonly source: string;
  readonly email: string;
  readonly company: string;
  readonly description: string;
  readonly isDeleted: boolean;
  readonly survivorKey: number | null;
}

/** An opportunity before it has ids. `leadKey` is the lead that was converted into it. */
export interface Deal {
  readonly kind: 'sourced' | 'sales generated' | 'existing customer';
  readonly leadKey: number | null;
  readonly source: string;
  readonly segment: Segment;
  readonly owner: User;
  readonly company: string;
  readonly saves: readonly [OpportunitySave, ...OpportunitySave[]];
}

/** An opportunity as the export shows it. */
export interface Opportunity extends Deal {
  readonly id: string;
  readonly accountId: string;
  readonly contactId: string;
}

/** A lead as the export shows it. */
export interface Lead extends Draft {
  readonly id: string;
  readonly masterId: string | null;
  readonly converted: Conversion | null;
}

/** Where a lead went. */
export interface Conversion {
  readonly at: number;
  readonly accountId: string;
  readonly contactId: string;
  readonly opportunityId: string | null;
}

/** Everything the export is written from, each list in order of creation. */
export interface World {
  readonly seed: number;
  readonly leads: readonly Lead[];
  readonly opportunities: readonly Opportunity[];
  readonly blemishes: Blemishes;
}

/** Leads whose rows are written wrongly, by key, and how many rows of other tables are. */
export interface Blemishes {
  readonly repeatedRows: ReadonlySet<number>;
  readonly impossibleDates: ReadonlySet<number>;
  readonly tooWide: ReadonlySet<number>;
  readonly unorderedHistories: ReadonlySet<number>;
  readonly subjectsWithQuotes: number;
  readonly subjectsWithLineBreak: number;
}
