import type { DefinitionPart } from '../../domain/definition-set.ts';

/** What a part of the definitions is called, in the middle of a sentence. */
export const partWords: Readonly<Record<DefinitionPart, string>> = {
  stages: 'the rules of the stages',
  anchor: 'the anchor',
  windows: 'the windows',
  reentryDays: 'the days until a re-entry',
  backdateDays: 'the days an opportunity may be dated back',
  accountMatchDays: 'the days of account matching',
  handoverSource: 'the handover',
  sla: 'the SLA terms',
  calendars: 'the calendars',
  holidayCountry: 'the country of the holidays',
  reportTimeZone: 'the time zone',
};
