import type { Weekday } from '../../domain/business-calendar.ts';
import type { HolidayCountry } from '../../domain/public-holidays.ts';
import type { TeamCalendar } from '../../domain/team-calendar.ts';
import { isTimeZone } from '../../domain/time-zone.ts';
import { count, several } from '../../sentences/format.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { MultiSelectField } from '../../ui/multi-select-field.tsx';
import type { Option } from '../../ui/option.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TimeInput } from '../../ui/time-input.tsx';
import { withHours } from './draft-edits.ts';

const weekdays: readonly (readonly [Weekday, string])[] = [
  [1, 'Monday'],
  [2, 'Tuesday'],
  [3, 'Wednesday'],
  [4, 'Thursday'],
  [5, 'Friday'],
  [6, 'Saturday'],
  [7, 'Sunday'],
];

/** The next midnight is 24:00 in a calendar and 00:00 in a field. */
const endOfDay = '24:00';
const shownClose = (close: string): string => (close === endOfDay ? '00:00' : close);
const takenClose = (close: string): string => (close === '00:00' ? endOfDay : close);

/** Stands for the country of the definitions, and for none, in a list of codes. */
const sameCountry = 'same';
const noCountry = 'none';

interface CalendarFieldsProps {
  readonly calendar: TeamCalendar;
  /** Who can be named; null: it is the calendar of everybody. */
  readonly owners: readonly Option<string>[] | null;
  readonly countries: readonly HolidayCountry[];
  readonly onChange: (calendar: TeamCalendar) => void;
  readonly onOwners: (owners: readonly string[]) => void;
  readonly onRemove: () => void;
}

/**
 * When a team works: its name, its zone, the hours of each weekday, whose public holidays it keeps and who works by it.
 * Holidays written into it stay.
 */
export function CalendarFields(props: CalendarFieldsProps) {
  const { calendar, owners, countries, onChange, onOwners, onRemove } = props;
  const { name, timeZone, holidays, hours, holidayCountry } = calendar;
  const called = name === '' ? 'this calendar' : name;
  const setCountry = (code: string): void => {
    const { holidayCountry: _before, ...rest } = calendar;
    onChange(code === sameCountry ? rest : { ...rest, holidayCountry: code === noCountry ? null : code });
  };
  return (
    <fieldset className="rule-editor">
      <legend>{name === '' ? 'Calendar' : name}</legend>
      <TextField
        label="Calendar name"
        value={name}
        most={60}
        onChange={(changed) => onChange({ ...calendar, name: changed })}
      />
      <TextField
        label="Time zone"
        value={timeZone}
        most={60}
        onChange={(changed) => onChange({ ...calendar, timeZone: changed.trim() })}
      />
      {!isTimeZone(timeZone) && <p className="note">A time zone is written like Europe/Stockholm.</p>}
      {weekdays.map(([weekday, label]) => (
        <DayFields key={weekday} weekday={weekday} label={label} calendar={calendar} onChange={onChange} />
      ))}
      {weekdays.every(([weekday]) => (hours[weekday] ?? []).length === 0) && (
        <p className="note">
          It is closed all week: nothing can ever be due by it. Tick a day on which it is open.
        </p>
      )}
      <SelectField
        label={`Public holidays in ${called}`}
        options={[
          { value: sameCountry, label: 'As named below' },
          { value: noCountry, label: 'None' },
          ...countries.map(({ code, name: country }) => ({ value: code, label: `${country} (${code})` })),
        ]}
        selected={holidayCountry === undefined ? sameCountry : (holidayCountry ?? noCountry)}
        onChange={setCountry}
      />
      {owners === null ? (
        <p className="note">Everybody works by it who is named in no other calendar.</p>
      ) : (
        <MultiSelectField
          label={`Who works by ${called}`}
          options={owners}
          selected={calendar.owners ?? []}
          onChange={onOwners}
          formatCount={count}
          clearLabel="Nobody"
          noneLabel="Nobody"
        />
      )}
      {holidays.length > 0 && (
        <p className="note">{several(holidays.length, ['holiday', 'holidays'])} written into it.</p>
      )}
      <Button variant="link" label={`Remove ${called}`} onPress={onRemove}>
        Remove
      </Button>
    </fieldset>
  );
}

interface DayFieldsProps {
  readonly weekday: Weekday;
  readonly label: string;
  readonly calendar: TeamCalendar;
  readonly onChange: (calendar: TeamCalendar) => void;
}

function DayFields({ weekday, label, calendar, onChange }: DayFieldsProps) {
  const openings = calendar.hours[weekday] ?? [];
  const [first] = openings;
  return (
    <div className="weekday">
      <CheckField
        label={label}
        selected={first !== undefined}
        onChange={(isOpen) => onChange(withHours(calendar, weekday, isOpen ? ['09:00', '17:00'] : null))}
      />
      {first !== undefined && (
        <>
          <TimeInput
            label={`${label} opens`}
            value={first[0]}
            onChange={(open) => onChange(withHours(calendar, weekday, [open, first[1]]))}
          />
          <TimeInput
            label={`${label} closes`}
            value={shownClose(first[1])}
            onChange={(close) => onChange(withHours(calendar, weekday, [first[0], takenClose(close)]))}
          />
        </>
      )}
      {openings.length > 1 && (
        <span className="note">
          and{' '}
          {openings
            .slice(1)
            .map((hours) => hours.join(' to '))
            .join(', ')}
        </span>
      )}
    </div>
  );
}
