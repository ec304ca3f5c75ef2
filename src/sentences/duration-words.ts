import { count, several } from './format.ts';

/** Stands between a number and its unit, which no line may part. */
const space = '\u00a0';

/** Minutes as people say them: "45 min", "7 h 15 min", and from ten hours on whole hours: "51 h". */
export const minutesWords = (minutes: number): string => {
  if (minutes < 60) return `${count(Math.round(minutes))}${space}min`;
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes - hours * 60);
  return hours >= 10 || rest === 0
    ? `${count(Math.round(minutes / 60))}${space}h`
    : `${hours}${space}h${space}${rest}${space}min`;
};

/** Days as "1 day", "12 days". */
export const daysWords = (days: number): string => several(days, ['day', 'days']);
