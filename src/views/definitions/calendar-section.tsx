import { useQuery } from '@tanstack/react-query';
import { defaultCalendar, type BusinessCalendar } from '../../domain/business-calendar.ts';
import type { DefinitionSet } from '../../domain/definition-set.ts';
import { holidayCountriesQuery, publicHolidaysQuery } from '../../queries/holiday-queries.ts';
import { several } from '../../sentences/format.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { CalendarFields } from './calendar-fields.tsx';

/** Stands for "no country" in a list of codes. */
const noCountry = 'none';

/** A name that no calendar has yet. */
const freeName = (calendars: readonly BusinessCalendar[]): string => {
  const taken = new Set(calendars.map(({ name }) => name));
  for (let place = 1; ; place += 1) {
    const name = place === 1 ? 'Office hours' : `Office hours ${place}`;
    if (!taken.has(name)) return name;
  }
};

interface CalendarSectionProps {
  readonly draft: DefinitionSet;
  readonly reportTimeZone: string;
  /** The year whose public holidays are counted. */
  readonly year: number;
  readonly onChange: (draft: DefinitionSet) => void;
}

/** When the teams work, and the country whose public holidays they keep. */
export function CalendarSection({ draft, reportTimeZone, year, onChange }: CalendarSectionProps) {
  const { calendars, holidayCountry } = draft;
  const countries = useQuery(holidayCountriesQuery());
  const holidays = useQuery(publicHolidaysQuery(holidayCountry, year));
  const set = (changed: readonly BusinessCalendar[]): void => onChange({ ...draft, calendars: changed });
  const placed = calendars.map((calendar, place) => ({ calendar, place }));
  return (
    <>
      <p className="note">
        {calendars.length === 0
          ? 'Without a calendar, everybody works Monday to Friday, 09:00 to 17:00.'
          : 'The first calendar is that of everybody.'}
      </p>
      {placed.map(({ calendar, place }) => (
        <CalendarFields
          key={place}
          calendar={calendar}
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
        label="Public holidays of"
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
