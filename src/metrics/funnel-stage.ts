/** The stages of the pipe from the first record of a lead to its first deal, in their order. */
export const funnelStages = ['created', 'mql', 'sal', 'sql', 'opportunity', 'won'] as const;

export type FunnelStage = (typeof funnelStages)[number];

/** What a share of a stage is a share of, as the end of "12 of 340 …". */
export const stageDenominators: Readonly<Record<FunnelStage, string>> = {
  created: 'leads created',
  mql: 'leads that reached MQL',
  sal: 'leads that reached SAL',
  sql: 'leads that reached SQL',
  opportunity: 'leads that reached an opportunity',
  won: 'leads that reached a deal',
};
