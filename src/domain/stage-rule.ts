/** The stages that a rule can give a lead. Recycled and disqualified are always what the CRM says. */
export type RuledStage = 'mql' | 'sal' | 'sql';

export const ruledStages: readonly RuledStage[] = ['mql', 'sal', 'sql'];

/**
 * When a lead reaches a stage. Every kind gives a lead at most one day, its arrival:
 *
 * - `status`: when it first took a status that the mapping gives the stage;
 * - `score`, `fit`: that number is `above` the value (strictly) or `atLeast` it. An unknown number is neither;
 * - `channel`, `segment`: the field is one of these values; `(blank)` is the empty field;
 * - `acts`: the `count`-th activity of one of these types (none named: any type) in this direction. Automatic ones do
 *   not count, and none is dated before the lead;
 * - `criteria`: the day on which `atLeast` of the conditions have become true: 1 means any of them, their number all.
 *
 * Numbers and fields are known only as exported, without the day they were set: they are true from the lead's creation.
 *
 * `status` alone keeps every status event, so that a lead can come back. Under any other rule a lead arrives once; where
 * the rule names the status somewhere, the lead's later status events (all but its first) are returns and stay.
 */
export type StageRule =
  | { readonly kind: 'status' }
  | { readonly kind: 'score' | 'fit'; readonly is: 'above' | 'atLeast'; readonly value: number }
  | { readonly kind: 'channel' | 'segment'; readonly oneOf: readonly string[] }
  | {
      readonly kind: 'acts';
      readonly types: readonly string[];
      readonly direction: 'inbound' | 'outbound' | 'any';
      readonly count: number;
    }
  | { readonly kind: 'criteria'; readonly atLeast: number; readonly of: readonly StageRule[] };

/** A rule for each stage. */
export type StageRules = Readonly<Record<RuledStage, StageRule>>;

/** Every stage as the statuses of the CRM say. */
export const rulesByStatus: StageRules = {
  mql: { kind: 'status' },
  sal: { kind: 'status' },
  sql: { kind: 'status' },
};

/** A rule and everything it is made of, down to the single conditions. */
export const partsOfRule = (rule: StageRule): readonly StageRule[] =>
  rule.kind === 'criteria' ? [rule, ...rule.of.flatMap(partsOfRule)] : [rule];

/** Whether a rule rests on numbers or fields that are known only as exported; its label says so. */
export const readsExportedFields = (rule: StageRule): boolean =>
  partsOfRule(rule).some(({ kind }) => kind !== 'status' && kind !== 'acts' && kind !== 'criteria');
