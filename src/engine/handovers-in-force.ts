import type { HandoverRules } from '../domain/handover.ts';
import { toEpochDay } from '../domain/local-date.ts';
import { agreementInForce, type Agreement } from '../metrics/agreement.ts';
import { lastWholeWeek } from '../metrics/review/last-whole-week.ts';
import type { Analysis } from './analysis.ts';
import { ownerCalendars } from './owner-calendars.ts';

/** How handovers are judged, and the agreement that says so; null where the definitions in force do. */
export interface HandoversInForce {
  readonly agreement: Agreement | null;
  readonly rules: HandoverRules;
}

/** The agreement that the last whole week is measured by, with what was frozen in it, else the definitions in force. */
export const handoversInForce = async (
  analysis: Analysis,
  agreements: readonly Agreement[],
): Promise<HandoversInForce> => {
  const { definitions, definitionSet } = analysis;
  const week = lastWholeWeek(toEpochDay(definitions.asOf));
  const agreement = agreementInForce(agreements, week.end);
  const frozen = agreement?.definitions ?? definitionSet;
  const { bySegment = [], attainment: _, ...promised } = agreement?.sales ?? { attainment: null };
  return {
    agreement,
    rules: {
      source: frozen.handoverSource,
      terms: { ...frozen.sla, ...promised },
      bySegment,
      calendars: await ownerCalendars(analysis, agreement),
    },
  };
};
