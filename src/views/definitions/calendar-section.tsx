import { useQuery } from '@tanstack/react-query';
import { defaultCalendar } from '../../domain/business-calendar.ts';
import type { DefinitionSet } from '../../domain/definition-set.ts';
import { withOwners, type TeamCalendar } from '../../domain/team-calendar.ts';
import type { NamedValue } from '../../engine/definition-ground.ts';
import { holidayCountriesQuery, publicHolidaysQuery } from '../../queries/holiday-queries.ts';
import { several } from '../../sentences/format.ts';
import { Button } from '../../ui/button.tsx';
import type { Option } from '../../ui/option.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { CalendarFields } from './calendar-fields.tsx';

/** Stands for "no country" in a list of codes. */
const noCountry = 'none';

/** A name that no calendar has yet. */
const freeName = (calendars: readonly TeamCalendar[]): string => {
  const taken = new Set(calendars.map(({ name }) => name));
  for (let place = 1; ; place += 1) {
    const name = place === 1 ? 'Office hours' : `Office hours ${place}`;
    if (!taken.has(name)) return name;
  }
};

/** The owners of the data with their leads, and after them those that only calendars name. */
const ownerOptions = (
  known: readonly NamedValue[],
  calendars: readonly TeamCalendar[],
): readonly Option<string>[] => {
  const inData = known.map(({ value, records }) => ({ value, label: value, count: records }));
  const named = calendars.flatMap(({ owners = [] }) => owners);
  const others = named.filter((owner) => known.every(({ value }) => value !== owner));
  return [...inData, ...others.map((owner) => ({ value: owner, label: owner }))];
};

interface CalendarSectionProps {
  readonly draft: DefinitionSet;
  readonly owners: readonly NamedValue[];
  readonly reportTimeZone: string;
  /** The year whose public holidays are counted. */
  readonly year: number;
  readonly onChange: (draft: DefinitionSet) => void;
}

/** When the teams work, who works by which calendar, and the countries whose public holidays they keep. */
export function CalendarSection({ draft, owners, reportTimeZone, year, onChange }: CalendarSectionProps) {
  const { calendars, holidayCountry } = draft;
  const countries = useQuery(holidayCountriesQuery());
  const holidays = useQuery(publicHolidaysQuery(holidayCountry, year));
  const set = (changed: readonly TeamCalendar[]): void => onChange({ ...draft, calendars: changed });
  const options = ownerOptions(owners, calendars);
  const placed = calendars.map((calendar, place) => ({ calendar, place }));
  return (
    <>
      <p className="note">
        {calendars.length === 0
          ? 'Without a calendar, everybody works Monday to Friday, 09:00 to 17:00.'
          : 'The first calendar is that of everybody who is named in no other. Calendars hold for the whole history: a change of hours or zone is told as a change of the definitions.'}
      </p>
      {placed.map(({ calendar, place }) => (
        <CalendarFields
          key={place}
          calendar={calendar}
          owners={place === 0 ? null : options}
          countries={countries.data ?? []}
          onOwners={(names) => set(withOwners(calendars, place, names))}
          onChange={(changed) => set(calendars.with(place, changed))}
          onRemove={() => set(calendars.filter((_, other) => other !== place))}
        />
      ))}
      <Button
        variant="link"
        onPress={() => set([...calendars, { ...defaultCalendar(reportTimeZone), name: freeName(calendars) }])}
      >
        Add a calendar
      </Button>
      <SelectField
        label={calendars.length === 0 ? 'Public holidays of' : 'Public holidays, unless named above'}
        options={[
          { value: noCountry, label: 'No country' },
          ...(countries.data ?? []).map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
        ]}
        selected={holidayCountry ?? noCountry}
        onChange={(code) => onChange({ ...draft, holidayCountry: code === noCountry ? null : code })}
      />
      {holidayCountry !== null && holidays.data !== undefined && (
        <p className="note">
          {several(holidays.data.length, ['public holiday', 'public holidays'])} in {year}.
        </p>
      )}
    </>
  );
}
