import type { Option } from '../../ui/option.ts';
import type { Condition, RuleKind } from './draft-edits.ts';

/** The kinds of a single condition, as they are called. */
export const conditionOptions: readonly Option<Condition['kind']>[] = [
  { value: 'status', label: 'Status in the CRM' },
  { value: 'score', label: 'Score' },
  { value: 'fit', label: 'Fit' },
  { value: 'channel', label: 'Channel' },
  { value: 'segment', label: 'Segment' },
  { value: 'acts', label: 'Activities' },
];

/** The kinds of a rule, as they are called. */
export const ruleOptions: readonly Option<RuleKind>[] = [
  ...conditionOptions,
  { value: 'criteria', label: 'Several conditions' },
];
