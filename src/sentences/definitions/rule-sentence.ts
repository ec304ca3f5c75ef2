import { blankGroup } from '../../domain/dimension.ts';
import type { StageRule } from '../../domain/stage-rule.ts';

type Acts = Extract<StageRule, { kind: 'acts' }>;

const listed = (values: readonly string[], word: 'and' | 'or'): string =>
  values.length < 2
    ? values.join('')
    : `${values.slice(0, -1).join(', ')} ${word} ${values[values.length - 1] ?? ''}`;

const valueWords = (value: string): string => (value === blankGroup ? 'empty' : value);

const actsClause = ({ types, direction, count }: Acts): string => {
  const way = direction === 'any' ? '' : `${direction} `;
  const kinds = types.length === 0 ? '' : ` (${listed(types, 'or')})`;
  return `it had at least ${count} ${way}${count === 1 ? 'activity' : 'activities'}${kinds}`;
};

const criteriaClause = (atLeast: number, of: readonly StageRule[]): string => {
  const parts = of.map((part) => (part.kind === 'criteria' ? `(${ruleClause(part)})` : ruleClause(part)));
  if (atLeast === of.length) return listed(parts, 'and');
  if (atLeast === 1) return listed(parts, 'or');
  return `at least ${atLeast} of these ${of.length} hold: ${parts.join('; ')}`;
};

/** When a lead reaches a stage, after "once": "its score is above 65 and it had at least 1 inbound activity (demo)". */
export const ruleClause = (rule: StageRule): string => {
  switch (rule.kind) {
    case 'status':
      return 'its status in the CRM says so';
    case 'score':
    case 'fit':
      return rule.is === 'above'
        ? `its ${rule.kind} is above ${rule.value}`
        : `its ${rule.kind} is ${rule.value} or more`;
    case 'channel':
    case 'segment':
      return `its ${rule.kind} is ${listed(rule.oneOf.map(valueWords), 'or')}`;
    case 'acts':
      return actsClause(rule);
    case 'criteria':
      return criteriaClause(rule.atLeast, rule.of);
  }
};
