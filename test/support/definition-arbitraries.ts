import fc from 'fast-check';
import { standardDefinitions, type DefinitionHistory } from '../../src/domain/definition-set.ts';
import { addDays } from '../../src/domain/local-date.ts';
import type { StageRule } from '../../src/domain/stage-rule.ts';

const name = fc.string({ minLength: 1, maxLength: 12 });
const value = fc.double({ noNaN: true, noDefaultInfinity: true });

const leaf: fc.Arbitrary<StageRule> = fc.oneof(
  fc.constant<StageRule>({ kind: 'status' }),
  fc.record({
    kind: fc.constantFrom('score', 'fit'),
    is: fc.constantFrom('above', 'atLeast'),
    value,
  }),
  fc.record({
    kind: fc.constantFrom('channel', 'segment'),
    oneOf: fc.array(name, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('acts' as const),
    types: fc.array(name, { maxLength: 2 }),
    direction: fc.constantFrom('inbound', 'outbound', 'any'),
    count: fc.integer({ min: 1, max: 9 }),
  }),
);

const criteria = (parts: fc.Arbitrary<StageRule>): fc.Arbitrary<StageRule> =>
  fc.array(parts, { minLength: 1, maxLength: 4 }).chain((of) =>
    fc.record({
      kind: fc.constant('criteria' as const),
      atLeast: fc.integer({ min: 1, max: of.length }),
      of: fc.constant(of),
    }),
  );

/** Any stage rule, criteria within criteria too. */
export const anyRule: fc.Arbitrary<StageRule> = fc.oneof(
  leaf,
  criteria(leaf),
  criteria(fc.oneof(leaf, criteria(leaf))),
);

const days = fc.option(fc.integer({ min: 1, max: 900 }), { nil: null });
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const date = fc.integer({ min: 0, max: 30_000 }).map((day) => addDays('1970-01-01', day));
const hours = fc
  .tuple(time, time)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)));

/** What may be missing of a version. */
const signature = fc.record(
  { owner: name, words: fc.record({ lead: name, mql: name, deal: name }, { requiredKeys: [] }) },
  { requiredKeys: [] },
);

const set = fc.record({
  name,
  stages: fc.record({ mql: anyRule, sal: anyRule, sql: anyRule }),
  anchor: fc.constantFrom('created', 'mql', null),
  windows: fc.record({ l2oDays: days, o2dDays: days, l2dDays: days }),
  reentryDays: fc.integer({ min: 1, max: 400 }),
  backdateDays: fc.integer({ min: 0, max: 30 }),
  accountMatchDays: fc.integer({ min: 0, max: 365 }),
  handoverSource: fc.constantFrom('mql', 'sal'),
  calendars: fc.uniqueArray(
    fc.record(
      {
        name,
        timeZone: fc.constantFrom('Europe/Stockholm', 'UTC', 'America/New_York'),
        hours: fc
          .array(fc.tuple(fc.constantFrom(7, 3, 1, 5), fc.array(hours, { maxLength: 2 })))
          .map((entries) => Object.fromEntries(entries)),
        holidays: fc.array(date, { maxLength: 3 }),
        holidayCountry: fc.constantFrom('GB', null),
        owners: fc.constant<readonly string[]>([]),
      },
      { requiredKeys: ['name', 'timeZone', 'hours', 'holidays'] },
    ),
    { selector: (calendar) => calendar.name, maxLength: 2 },
  ),
  holidayCountry: fc.constantFrom('SE', 'PL', null),
  reportTimeZone: fc.constantFrom('Europe/Warsaw', null),
});

const signedSet = fc.tuple(set, signature).map(([rules, names]) => ({ ...rules, ...names }));

/** Any history of one to three versions that may be saved. */
export const anyHistory: fc.Arbitrary<DefinitionHistory> = fc
  .tuple(signedSet, fc.array(signedSet, { maxLength: 2 }), date)
  .map(([first, others, start]) => {
    const versioned = (chosen: typeof first, index: number) => ({
      ...standardDefinitions,
      ...chosen,
      version: index + 1,
      validFrom: addDays(start, index * 31),
    });
    return [versioned(first, 0), ...others.map((chosen, index) => versioned(chosen, index + 1))];
  });
