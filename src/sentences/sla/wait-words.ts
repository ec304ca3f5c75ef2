import { several } from '../format.ts';

const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

const hour = 60;
const day = 24 * hour;

/** A wait in the unit that says it best: minutes up to two hours, hours up to two days, then days. */
export const waitWords = (minutes: number): string => {
  if (minutes <= 2 * hour) return several(Math.round(minutes), ['minute', 'minutes']);
  const [value, one, many] =
    minutes <= 2 * day ? [minutes / hour, 'hour', 'hours'] : [minutes / day, 'day', 'days'];
  const told = oneDecimal.format(value);
  return `${told} ${told === '1' ? one : many}`;
};
