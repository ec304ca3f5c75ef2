import type { DefinitionSet } from '../../domain/definition-set.ts';
import { ruledStages, type RuledStage, type StageRule } from '../../domain/stage-rule.ts';
import { namedStages, type NamedStage } from '../../domain/stage-words.ts';
import type { TeamCalendar } from '../../domain/team-calendar.ts';
import type { DefinitionGround } from '../../engine/definition-ground.ts';
import { definitionName } from '../definition-label.ts';
import { capitalised, count, day, several } from '../format.ts';
import { missingOf, type Exported } from './missing-words.ts';
import { ruleClause } from './rule-sentence.ts';
import { stageName } from './stage-name.ts';

/** What is counted of the leads, as far as the words of the stages need it. */
export type Ground = Pick<DefinitionGround, 'fields' | 'acts' | 'reach'>;

/** A stage as people say it: name, rule, how many leads came so far, and what cannot be known of it. */
export interface StageLine {
  readonly stage: NamedStage;
  readonly name: string;
  readonly rule: string;
  readonly reached: number;
  readonly missing: readonly string[];
}

const isRuled = (stage: NamedStage): stage is RuledStage => ruledStages.some((ruled) => ruled === stage);

/** What the export holds for the rule of a stage to look at. */
export const exportedFor = (stage: RuledStage, { fields, acts, reach }: Ground): Exported => ({
  hasScore: fields.scored > 0,
  hasFit: fields.fitted > 0,
  hasActs: acts.length > 0,
  hasStatus: reach[`own_${stage}`] > 0,
});

const fixedRule = (stage: NamedStage, set: DefinitionSet): string => {
  if (stage === 'lead')
    return `Somebody who showed interest. One that was closed and comes back after ${several(set.reentryDays, ['day', 'days'])} or more is a new lead.`;
  if (stage === 'deal') return 'An opportunity that was won.';
  const backdated = `It may be dated up to ${several(set.backdateDays, ['day', 'days'])} before the lead.`;
  const matched = `One that names only an account belongs to a lead of that account up to ${several(set.accountMatchDays, ['day', 'days'])} old.`;
  return [
    'An opportunity in the CRM that a lead led to.',
    ...(set.backdateDays > 0 ? [backdated] : []),
    ...(set.accountMatchDays > 0 ? [matched] : []),
  ].join(' ');
};

/** The six stages under a version of the definitions, in the order of the way. */
export const stageLines = (set: DefinitionSet, ground: Ground): readonly StageLine[] =>
  namedStages.map((stage) => {
    const rule: StageRule | null = isRuled(stage) ? set.stages[stage] : null;
    return {
      stage,
      name: stageName(stage, set.words),
      rule: rule === null ? fixedRule(stage, set) : `A lead, once ${ruleClause(rule)}.`,
      reached: ground.reach[stage],
      missing: rule !== null && isRuled(stage) ? missingOf(rule, exportedFor(stage, ground)) : [],
    };
  });

/** The answer of the page: how many leads became what marketing hands over, and by which rule. */
export const stagesAnswer = (set: DefinitionSet, { reach }: Ground): string => {
  const name = stageName('mql', set.words);
  const clause = ruleClause(set.stages.mql);
  if (reach.lead === 0) return `There are no leads yet; one becomes ${name} once ${clause}`;
  if (reach.mql === 0) return `No lead became ${name} yet: a lead does once ${clause}`;
  return `${count(reach.mql)} of ${count(reach.lead)} leads became ${name}: a lead does once ${clause}`;
};

/** Since when a version holds: "from the start", or the day. */
export const sinceWords = ({ validFrom }: Pick<DefinitionSet, 'validFrom'>): string =>
  validFrom === '1970-01-01' ? 'from the start' : `since ${day(validFrom)}`;

/** Name, day and owner of a version, on one line. */
export const versionLine = (set: DefinitionSet): string =>
  `${definitionName(set)}, in force ${sinceWords(set)}${set.owner === undefined ? ', no owner named' : `, owner ${set.owner}`}.`;

const anchorWords = { created: 'the creation of the lead', mql: 'the MQL' } as const;

const windowWords = (days: number | null): string =>
  days === null ? 'from the data' : several(days, ['day', 'days']);

/** A calendar and who works by it; alone it is that of everybody. */
const calendarLine = (
  { name, timeZone, owners = [] }: TeamCalendar,
  place: number,
  all: readonly TeamCalendar[],
): string => {
  const whose =
    place > 0
      ? ` for ${several(owners.length, ['owner', 'owners'])}`
      : all.length > 1
        ? ' for everybody else'
        : '';
  return `${name} (${timeZone})${whose}`;
};

const holidayLines = ({ holidayCountry, calendars }: DefinitionSet): readonly string[] => {
  const usual = holidayCountry === null ? [] : [`of ${holidayCountry}`];
  const own = calendars.flatMap(({ name, holidayCountry: country }) =>
    country === undefined || country === holidayCountry
      ? []
      : [country === null ? `none in ${name}` : `of ${country} in ${name}`],
  );
  return [...usual, ...own].length === 0 ? [] : [[...usual, ...own].join(', ')];
};

/** The rest of what was agreed, as pairs of a name and its words. */
export const agreedRest = (set: DefinitionSet): readonly (readonly [term: string, text: string])[] => {
  const { windows, sla } = set;
  return [
    [
      'Clock starts at',
      set.anchor === null ? 'the MQL where the data names one, else the creation' : anchorWords[set.anchor],
    ],
    [
      'Windows',
      `to opportunity ${windowWords(windows.l2oDays)}, to deal ${windowWords(windows.o2dDays)}, from lead to deal ${windowWords(windows.l2dDays)}`,
    ],
    [
      'Handed over to sales at',
      set.handoverSource === 'mql' ? stageName('mql', set.words) : stageName('sal', set.words),
    ],
    [
      'Limits',
      `qualified within ${several(sla.qualificationLimitDays, ['day', 'days'])}, neglected after ${several(sla.neglectedDays, ['day', 'days'])}, at most ${count(sla.repCap)} open leads a person`,
    ],
    [
      'Hours',
      set.calendars.length === 0
        ? 'Monday to Friday, 09:00 to 17:00'
        : capitalised(set.calendars.map(calendarLine).join(', ')),
    ],
    ['Public holidays', [...holidayLines(set), 'those written in the calendars'].join(', and ')],
  ];
};
