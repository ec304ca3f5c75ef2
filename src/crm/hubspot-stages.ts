import type { RowRule } from './crm-format.ts';

/** The pipeline of lifecycle stages, as its name stands in headers. */
const pipelines = ['Lifecycle Stage Pipeline', 'Pipeline de etapa del ciclo de vida'] as const;

interface LifecycleStage {
  readonly stage: 'mql' | 'sal' | 'sql' | 'recycled' | 'disqualified';
  /** Names that the stage goes by; all but those of MQL and SQL are stages that a company added. */
  readonly names: readonly string[];
  /** Names of the property in which HubSpot keeps the date, by generation. */
  readonly properties: readonly string[];
}

const stages: readonly LifecycleStage[] = [
  {
    stage: 'mql',
    names: ['Marketing Qualified Lead', 'MQL'],
    properties: [
      'hs_v2_date_entered_marketingqualifiedlead',
      'hs_date_entered_marketingqualifiedlead',
      'hs_lifecyclestage_marketingqualifiedlead_date',
    ],
  },
  { stage: 'sal', names: ['Sales Accepted Lead', 'SAL', 'Sales Accepted'], properties: [] },
  {
    stage: 'sql',
    names: ['Sales Qualified Lead', 'SQL'],
    properties: [
      'hs_v2_date_entered_salesqualifiedlead',
      'hs_date_entered_salesqualifiedlead',
      'hs_lifecyclestage_salesqualifiedlead_date',
    ],
  },
  { stage: 'recycled', names: ['Recycled', 'Nurture', 'Nurturing'], properties: [] },
  { stage: 'disqualified', names: ['Disqualified', 'Unqualified'], properties: [] },
];

const article = (name: string): string => (/^[AEIOU]/.test(name) ? 'an' : 'a');

/** Every header that holds the day a stage was entered, the newer generation first: it also knows of moves by hand. */
const headersOf = ({ names, properties }: LifecycleStage): readonly string[] => [
  ...names.flatMap((name) => pipelines.map((pipeline) => `Date entered "${name} (${pipeline})"`)),
  ...properties.filter((property) => property.startsWith('hs_v2') || property.startsWith('hs_date')),
  ...names.map((name) => `Became ${article(name)} ${name} Date`),
  ...properties.filter((property) => property.startsWith('hs_lifecyclestage')),
];

/** One stage event for each stage whose date is filled. */
export const hubspotStageDates: readonly RowRule[] = stages.map((stage) => {
  const columns = headersOf(stage);
  return {
    into: 'stage_event',
    when: [{ anyFilled: columns }],
    columns: {
      lead_id: 'Record ID',
      stage: { constant: stage.stage },
      event_at: { firstOf: columns },
    },
  };
});
