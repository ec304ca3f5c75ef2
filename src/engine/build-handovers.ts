import type { BusinessCalendar } from '../domain/business-calendar.ts';
import type { Definitions } from '../domain/definitions.ts';
import type { HandoverRules } from '../domain/handover.ts';
import { addDays, toEpochDay } from '../domain/local-date.ts';
import { offsetsSince, zoneClock } from '../domain/time-zone.ts';
import {
  forgetHandoverRules,
  handoverInputStatements,
  handoverModel,
  handoverRules,
  keepHandoverRules,
} from '../sql/model/handover-model.ts';
import { firstHandoverDay } from '../sql/questions/handover-facts.ts';
import { openingRows } from './opening-rows.ts';
import { first, type QueryEngine } from './query-engine.ts';

/** A day that no activity which counts, and no calendar's clock, lies before. */
const marginDays = 3;

const numbered = ({
  usual,
  byOwner,
}: HandoverRules['calendars']): readonly [readonly BusinessCalendar[], ReadonlyMap<string, number>] => {
  const calendars = [...new Set([usual, ...byOwner.values()])];
  return [calendars, new Map([...byOwner].map(([owner, calendar]) => [owner, calendars.indexOf(calendar)]))];
};

/**
 * Builds `handover` from the journeys built last and the activities: one row for each time a lead was handed to sales,
 * judged at the end of the as-of day in the reporting zone. Definitions must be those the journeys were built under. Where
 * handovers of these journeys under the same rules are there, they stay: building takes seconds for a million leads.
 */
export const buildHandovers = async (
  engine: QueryEngine,
  definitions: Definitions,
  reportTimeZone: string,
  { source, terms, bySegment = [], calendars }: HandoverRules,
): Promise<void> => {
  const { asOf } = definitions;
  const [different, calendarOfOwner] = numbered(calendars);
  const rules = JSON.stringify([
    asOf,
    reportTimeZone,
    source,
    terms,
    bySegment,
    different,
    [...calendarOfOwner],
  ]);
  const [known] = await engine.ask(handoverRules);
  if (known?.rules === rules) return;
  await engine.run([forgetHandoverRules]);
  const { first_day: firstDay } = await first(engine.ask(firstHandoverDay));
  const fromDate = addDays(firstDay ?? asOf, -marginDays);
  const asOfSeconds = zoneClock(reportTimeZone).instantOf((toEpochDay(asOf) + 1) * 86_400);
  const longest = Math.max(...[terms, ...bySegment].map(({ responseMinutes }) => responseMinutes));
  await engine.run(
    handoverInputStatements({
      source,
      terms,
      bySegment,
      asOfSeconds,
      openings: different.map((calendar) =>
        openingRows(calendar, fromDate, asOf, asOfSeconds * 1000, longest),
      ),
      calendarOfOwner,
      offsets: offsetsSince(reportTimeZone, toEpochDay(fromDate) * 86_400),
    }),
  );
  await engine.run([...handoverModel.statements, keepHandoverRules(rules)]);
};
