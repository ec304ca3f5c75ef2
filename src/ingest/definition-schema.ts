import * as v from 'valibot';
import type { StageRule } from '../domain/stage-rule.ts';
import { isTimeZone } from '../domain/time-zone.ts';
import { day, text, thing } from './file-parts.ts';

const texts = v.array(text, 'must be a list of texts');
/** A finite number. */
export const number = v.pipe(v.number('must be a number'), v.finite('must be a number'));
/** A whole number that is not below `least`. */
export const wholeFrom = (least: number) => {
  const words = `must be a whole number, ${least} or more`;
  return v.pipe(v.number(words), v.safeInteger(words), v.minValue(least, words));
};
const zone = v.pipe(text, v.check(isTimeZone, 'must be a time zone such as Europe/Stockholm'));
const windowDays = v.nullable(wholeFrom(1));

const threshold = { is: v.picklist(['above', 'atLeast'], 'must be above or atLeast'), value: number };
const oneOf = { oneOf: v.pipe(texts, v.minLength(1, 'must name at least one value')) };

const criteria = v.pipe(
  thing({
    kind: v.literal('criteria'),
    atLeast: wholeFrom(1),
    of: v.pipe(
      v.array(v.lazy((): v.GenericSchema<StageRule> => rule)),
      v.minLength(1, 'must name at least one condition'),
    ),
  }),
  v.check(
    ({ atLeast, of }) => atLeast <= of.length,
    ({ input }) => `asks for ${input.atLeast} conditions of ${input.of.length}, which nothing can fulfil`,
  ),
);

const rule: v.GenericSchema<StageRule> = v.variant(
  'kind',
  [
    thing({ kind: v.literal('status') }),
    thing({ kind: v.literal('score'), ...threshold }),
    thing({ kind: v.literal('fit'), ...threshold }),
    thing({ kind: v.literal('channel'), ...oneOf }),
    thing({ kind: v.literal('segment'), ...oneOf }),
    thing({
      kind: v.literal('acts'),
      types: texts,
      direction: v.picklist(['inbound', 'outbound', 'any'], 'must be inbound, outbound or any'),
      count: wholeFrom(1),
    }),
    criteria,
  ],
  'must be one of status, score, fit, channel, segment, acts, criteria',
);

const openHours = v.pipe(
  v.strictTuple(
    [
      v.pipe(text, v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time from 00:00 to 23:59')),
      v.pipe(text, v.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time from 00:00 to 24:00')),
    ],
    'must be an opening and a closing time',
  ),
  v.check(([open, close]) => open < close, 'must close after it opens'),
);

const hoursOfDay = v.exactOptional(v.array(openHours, 'must be a list of opening hours'));

const country = v.nullable(
  v.pipe(text, v.regex(/^[A-Z]{2}$/, 'must be a country code of two capitals such as SE, or null')),
);

const hoursEntries = {
  name: text,
  timeZone: zone,
  hours: thing({
    1: hoursOfDay,
    2: hoursOfDay,
    3: hoursOfDay,
    4: hoursOfDay,
    5: hoursOfDay,
    6: hoursOfDay,
    7: hoursOfDay,
  }),
  holidays: v.array(day),
};

/** When people work. */
export const calendarEntries = thing(hoursEntries);

const teamCalendar = thing({
  ...hoursEntries,
  holidayCountry: v.exactOptional(country),
  owners: v.exactOptional(texts),
});

const word = v.exactOptional(text);

/** One dated version of the definitions. */
export const definitionEntries = thing({
  name: text,
  version: wholeFrom(1),
  validFrom: day,
  owner: v.exactOptional(text),
  words: v.exactOptional(
    thing({ lead: word, mql: word, sal: word, sql: word, opportunity: word, deal: word }),
  ),
  stages: thing({ mql: rule, sal: rule, sql: rule }),
  anchor: v.nullable(v.picklist(['created', 'mql'], 'must be created, mql or null')),
  windows: thing({ l2oDays: windowDays, o2dDays: windowDays, l2dDays: windowDays }),
  reentryDays: wholeFrom(1),
  backdateDays: wholeFrom(0),
  accountMatchDays: wholeFrom(0),
  handoverSource: v.picklist(['mql', 'sal'], 'must be mql or sal'),
  sla: thing({
    responseMinutes: wholeFrom(0),
    attempts: wholeFrom(1),
    attemptDays: wholeFrom(1),
    qualificationLimitDays: wholeFrom(0),
    neglectedDays: wholeFrom(0),
    repCap: wholeFrom(1),
  }),
  calendars: v.pipe(
    v.array(teamCalendar),
    v.check(
      (calendars) => new Set(calendars.map(({ name }) => name)).size === calendars.length,
      'must not name two calendars alike',
    ),
    v.check((calendars) => {
      const owners = calendars.flatMap(({ owners: own = [] }) => own);
      return new Set(owners).size === owners.length;
    }, 'must not name an owner twice'),
  ),
  holidayCountry: country,
  reportTimeZone: v.nullable(zone),
});
