import type { BusinessCalendar, Weekday } from '../../domain/business-calendar.ts';
import { isTimeZone } from '../../domain/time-zone.ts';
import { several } from '../../sentences/format.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
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

interface CalendarFieldsProps {
  readonly calendar: BusinessCalendar;
  readonly onChange: (calendar: BusinessCalendar) => void;
  readonly onRemove: () => void;
}

/** When a team works: its name, its zone and the hours of each weekday. Holidays written into it stay. */
export function CalendarFields({ calendar, onChange, onRemove }: CalendarFieldsProps) {
  const { name, timeZone, holidays } = calendar;
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
      {holidays.length > 0 && (
        <p className="note">{several(holidays.length, ['holiday', 'holidays'])} written into it.</p>
      )}
      <Button variant="link" label={`Remove ${name || 'this calendar'}`} onPress={onRemove}>
        Remove
      </Button>
    </fieldset>
  );
}

interface DayFieldsProps {
  readonly weekday: Weekday;
  readonly label: string;
  readonly calendar: BusinessCalendar;
  readonly onChange: (calendar: BusinessCalendar) => void;
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
