/** The files of the bundled sample that are read, in `data/sample` each with `.gz` behind its name. */
export const sampleFiles = [
  'Lead.csv',
  'Opportunity.csv',
  'OpportunityHistory.csv',
  'EntityHistory.csv',
  'OpportunityContactRole.csv',
  'Task.csv',
  'CampaignCost.csv',
] as const;
