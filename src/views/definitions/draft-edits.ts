import type { Weekday } from '../../domain/business-calendar.ts';
import { changedParts, type DefinitionSet } from '../../domain/definition-set.ts';
import { partsOfRule, ruledStages, type RuledStage, type StageRule } from '../../domain/stage-rule.ts';
import { namedStages, type NamedStage, type StageWords } from '../../domain/stage-words.ts';
import type { TeamCalendar } from '../../domain/team-calendar.ts';
import { isTimeZone } from '../../domain/time-zone.ts';
import type { DefinitionGround } from '../../engine/definition-ground.ts';

export type RuleKind = StageRule['kind'];

/** A single condition: no criteria of its own. */
export type Condition = Exclude<StageRule, { readonly kind: 'criteria' }>;

export type Criteria = Extract<StageRule, { readonly kind: 'criteria' }>;

/** What a new rule starts from: the values the data has. */
export type RuleGround = Pick<DefinitionGround, 'fields' | 'channels' | 'segments'>;

/** The same with the types of activities, for the fields of a condition. */
export type RuleGroundWithActs = RuleGround & Pick<DefinitionGround, 'acts'>;

const middleOf = (lowest: number | null, highest: number | null): number =>
  lowest === null || highest === null ? 50 : Math.round((lowest + highest) / 2);

/** A rule of a kind to start from: the middle of the scale, the most frequent value, one activity. */
export const newCondition = (kind: Condition['kind'], ground: RuleGround): Condition => {
  const { fields, channels, segments } = ground;
  switch (kind) {
    case 'status':
      return { kind };
    case 'score':
      return { kind, is: 'atLeast', value: middleOf(fields.lowest_score, fields.highest_score) };
    case 'fit':
      return { kind, is: 'atLeast', value: middleOf(fields.lowest_fit, fields.highest_fit) };
    case 'channel':
      return { kind, oneOf: channels.slice(0, 1).map(({ value }) => value) };
    case 'segment':
      return { kind, oneOf: segments.slice(0, 1).map(({ value }) => value) };
    case 'acts':
      return { kind, types: [], direction: 'inbound', count: 1 };
  }
};

/** A rule turned into another kind; criteria take in what was there. */
export const ruleOfKind = (kind: RuleKind, rule: StageRule, ground: RuleGround): StageRule => {
  if (kind === rule.kind) return rule;
  return kind === 'criteria' ? { kind, atLeast: 1, of: [rule] } : newCondition(kind, ground);
};

/** Criteria with other conditions; they never ask for more than there are. */
export const withConditions = (rule: Criteria, of: readonly StageRule[]): Criteria => ({
  ...rule,
  of,
  atLeast: Math.max(1, Math.min(rule.atLeast, of.length)),
});

/** What keeps a rule from being used; null where nothing does. */
export const ruleProblem = (rule: StageRule): string | null => {
  for (const part of partsOfRule(rule)) {
    if ((part.kind === 'channel' || part.kind === 'segment') && part.oneOf.length === 0)
      return `Choose at least one ${part.kind}.`;
    if (part.kind === 'criteria' && part.of.length === 0) return 'Add at least one condition.';
  }
  return null;
};

/** What keeps a draft from being looked at and saved; null where nothing does. */
export const draftProblem = (set: DefinitionSet): string | null => {
  const names = set.calendars.map(({ name }) => name.trim());
  if (names.includes('')) return 'A calendar has no name.';
  if (new Set(names).size < names.length) return 'Two calendars have the same name.';
  const lost = set.calendars.find(({ timeZone }) => !isTimeZone(timeZone));
  if (lost !== undefined) return `${lost.timeZone || 'Nothing'} is not a time zone such as Europe/Stockholm.`;
  const shut = set.calendars.find(({ hours }) =>
    Object.values(hours).some((day) => day.some(([open, close]) => open >= close)),
  );
  if (shut !== undefined) return `${shut.name} closes before it opens.`;
  return ruledStages.map((stage) => ruleProblem(set.stages[stage])).find((found) => found !== null) ?? null;
};

/** A draft with another rule of a stage. */
export const withRule = (set: DefinitionSet, stage: RuledStage, rule: StageRule): DefinitionSet => ({
  ...set,
  stages: { ...set.stages, [stage]: rule },
});

/** A draft with another word for a stage; an empty one takes the usual word again. */
export const withWord = (set: DefinitionSet, stage: NamedStage, word: string): DefinitionSet => ({
  ...set,
  words: { ...set.words, [stage]: word },
});

const usedWords = (words: StageWords | undefined): StageWords =>
  Object.fromEntries(
    namedStages.flatMap((stage) => {
      const word = words?.[stage]?.trim() ?? '';
      return word === '' ? [] : [[stage, word]];
    }),
  );

/** A calendar with the first opening of a weekday; null closes the day. Later openings of the day stay. */
export const withHours = (
  calendar: TeamCalendar,
  weekday: Weekday,
  opening: readonly [open: string, close: string] | null,
): TeamCalendar => {
  const { [weekday]: known = [], ...others } = calendar.hours;
  return {
    ...calendar,
    hours: opening === null ? others : { ...others, [weekday]: [opening, ...known.slice(1)] },
  };
};

/** Whether a draft says anything else than a version: its rules and terms, its words or its owner. */
export const isChanged = (from: DefinitionSet, draft: DefinitionSet): boolean =>
  changedParts(from, draft).length > 0 ||
  JSON.stringify(usedWords(from.words)) !== JSON.stringify(usedWords(draft.words));

/** What a version is saved with beside its rules. Empty words count as none. */
export interface Signature {
  readonly name: string;
  readonly owner: string;
  readonly validFrom: string;
}

/** The draft as a version to be saved, without its number: names trimmed, empty words and owners left out. */
export const signed = (
  draft: DefinitionSet,
  { name, owner, validFrom }: Signature,
): Omit<DefinitionSet, 'version'> => {
  const { version: _version, owner: _owner, words: _words, ...rest } = draft;
  const words = usedWords(draft.words);
  return {
    ...rest,
    name: name.trim() === '' ? draft.name : name.trim(),
    validFrom,
    calendars: draft.calendars.map((calendar) => ({ ...calendar, name: calendar.name.trim() })),
    ...(owner.trim() !== '' && { owner: owner.trim() }),
    ...(Object.keys(words).length > 0 && { words }),
  };
};
