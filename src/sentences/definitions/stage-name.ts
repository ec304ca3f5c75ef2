import type { NamedStage, StageWords } from '../../domain/stage-words.ts';

const usual: Readonly<Record<NamedStage, string>> = {
  lead: 'Lead',
  mql: 'MQL',
  sal: 'Accepted by sales',
  sql: 'Sales-qualified',
  opportunity: 'Opportunity',
  deal: 'Deal',
};

/** What a stage is called: the company's own word, else the usual one. */
export const stageName = (stage: NamedStage, words: StageWords | undefined): string =>
  words?.[stage] ?? usual[stage];
