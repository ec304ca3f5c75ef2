import { defaultRules, type Anchor, type Windows } from './definitions.ts';
import { defaultSlaTerms, type SlaTerms } from './sla.ts';
import type { HandoverEvent } from './handover.ts';
import { rulesByStatus, type StageRules } from './stage-rule.ts';
import type { StageWords } from './stage-words.ts';
import type { TeamCalendar } from './team-calendar.ts';

/**
 * Everything a company agrees on before it counts, as one dated version. Days are whole local days. The as-of day is no
 * part of it: that is a question put to the data, not an agreement.
 */
export interface DefinitionSet {
  readonly name: string;
  /** 1, 2, 3 …: a later version of the same agreement has a higher number. */
  readonly version: number;
  /** First local day `YYYY-MM-DD` on which it is in force. */
  readonly validFrom: string;
  /** Who answers for it; missing where nobody was named. */
  readonly owner?: string;
  /** What the company calls its stages; changes no number. */
  readonly words?: StageWords;
  readonly stages: StageRules;
  /** Null: the MQL where the data or a rule names one, else the creation. */
  readonly anchor: Anchor | null;
  /** Conversion windows; null: derived from the data, each for itself. */
  readonly windows: Windows;
  readonly reentryDays: number;
  readonly backdateDays: number;
  readonly accountMatchDays: number;
  readonly handoverSource: HandoverEvent;
  readonly sla: SlaTerms;
  /**
   * The first one is that of everybody who is named in no other. They hold for the whole history: whoever moved to another
   * zone is judged by the calendar of today throughout, as the data does not say when.
   */
  readonly calendars: readonly TeamCalendar[];
  /** Country of the public holidays of calendars that name none, ISO 3166-1 alpha-2; null: none. */
  readonly holidayCountry: string | null;
  /** Zone in which files are read; null: that of the mapping, else the default. Takes effect with the next import. */
  readonly reportTimeZone: string | null;
}

/** The definitions in force where nobody has agreed on others. */
export const standardDefinitions: DefinitionSet = {
  name: 'Standard',
  version: 1,
  validFrom: '1970-01-01',
  stages: rulesByStatus,
  anchor: null,
  windows: { l2oDays: null, o2dDays: null, l2dDays: null },
  ...defaultRules,
  handoverSource: 'mql',
  sla: defaultSlaTerms,
  calendars: [],
  holidayCountry: null,
  reportTimeZone: null,
};

/** Versions by the day from which they are valid, ascending; never empty. */
export type DefinitionHistory = readonly [DefinitionSet, ...DefinitionSet[]];

/** The version in force on a local day; null before the first. */
export const definitionInForce = (history: DefinitionHistory, day: string): DefinitionSet | null =>
  history.findLast(({ validFrom }) => validFrom <= day) ?? null;

/** What an agreement is made of, without its own name, dates, owner and words. */
export type DefinitionPart = Exclude<
  keyof DefinitionSet,
  'name' | 'version' | 'validFrom' | 'owner' | 'words'
>;

const definitionParts: readonly DefinitionPart[] = [
  'stages',
  'anchor',
  'windows',
  'reentryDays',
  'backdateDays',
  'accountMatchDays',
  'handoverSource',
  'sla',
  'calendars',
  'holidayCountry',
  'reportTimeZone',
];

/** A value as JSON whose keys are in order, so that equal values have equal texts. */
export const canonicalText = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** A day on which the definitions changed, at which charts are marked, and what changed. */
export interface DefinitionChange {
  readonly day: string;
  readonly from: DefinitionSet;
  readonly to: DefinitionSet;
  readonly parts: readonly DefinitionPart[];
}

/** The parts in which two sets differ; the order of keys makes no difference. */
export const changedParts = (from: DefinitionSet, to: DefinitionSet): readonly DefinitionPart[] =>
  definitionParts.filter((part) => canonicalText(from[part]) !== canonicalText(to[part]));

/** Every change of a history, oldest first. A version that only has another name changes nothing and is left out. */
export const definitionChanges = (history: DefinitionHistory): readonly DefinitionChange[] =>
  history.flatMap((to, index) => {
    const from = history[index - 1];
    if (from === undefined) return [];
    const parts = changedParts(from, to);
    return parts.length === 0 ? [] : [{ day: to.validFrom, from, to, parts }];
  });
