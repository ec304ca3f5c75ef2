import type { Dimension } from '../domain/dimension.ts';

/** What the values of a field are called, one and several. */
export const fieldWords: Readonly<Record<Dimension, { readonly one: string; readonly many: string }>> = {
  channel: { one: 'Channel', many: 'Channels' },
  segment: { one: 'Segment', many: 'Segments' },
  owner: { one: 'Owner', many: 'Owners' },
  campaign: { one: 'Campaign', many: 'Campaigns' },
};
