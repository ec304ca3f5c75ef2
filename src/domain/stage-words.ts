/** The steps of the way that a company may have words of its own for. */
export const namedStages = ['lead', 'mql', 'sal', 'sql', 'opportunity', 'deal'] as const;

export type NamedStage = (typeof namedStages)[number];

/** What the company calls a stage; a stage without a word of its own keeps the usual one. */
export type StageWords = Readonly<Partial<Record<NamedStage, string>>>;
