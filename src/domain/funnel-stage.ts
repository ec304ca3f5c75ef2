/** The stages of the way to a deal, in order. Every journey has been at the first; `opportunity` ends with the deal. */
export const funnelStages = ['created', 'mql', 'sal', 'sql', 'opportunity'] as const;

export type FunnelStage = (typeof funnelStages)[number];

/** The stages of a lead, before there is an opportunity. */
export type LeadStage = Exclude<FunnelStage, 'opportunity'>;

/** Place of a stage on the way, from 0; -1 for a name that is none. */
export const stagePlace = (stage: string): number => funnelStages.findIndex((name) => name === stage);
