import { blankGroup } from '../../domain/dimension.ts';
import type { SalesSide } from '../../metrics/promise/negotiation.ts';
import type { NegotiationBasis } from '../../metrics/promise/negotiation-basis.ts';
import { count, several, wholePercent } from '../../sentences/format.ts';
import type { Fact } from './facts.tsx';

const oneDecimal = (value: number): string => (Math.round(value * 10) / 10).toFixed(1);

/** What the promised attempts take, beside what today's take. */
export const staffFacts = ({ staff, staffToday }: SalesSide, minutesPerAttempt: number): readonly Fact[] => {
  if (staff === null || staffToday === null)
    return [['Hours for attempts a week', 'cannot be told: no handover is old enough']];
  const people =
    staff.people === null || staffToday.people === null
      ? []
      : [
          [
            'People who do nothing else',
            `${oneDecimal(staff.people)}, today ${oneDecimal(staffToday.people)}`,
          ] as const,
        ];
  return [
    [
      `Hours a week, ${several(minutesPerAttempt, ['minute', 'minutes'])} an attempt`,
      `${count(Math.round(staff.hoursPerWeek))}, today ${count(Math.round(staffToday.hoursPerWeek))}`,
    ],
    ...people,
  ];
};

/** How full hands are; of one rep alone nothing is compared. */
export const loadFacts = ({ loads, repCap }: NegotiationBasis): readonly Fact[] => {
  const reps = loads.filter(({ owner }) => owner !== blankGroup);
  const [fullest] = reps;
  if (fullest === undefined) return [['Load', 'cannot be told: no open lead has an owner']];
  const over = reps.filter(({ level }) => level === 'red').length;
  const load = fullest.load === null ? '' : `, ${wholePercent(fullest.load)}`;
  const words = `${count(fullest.openLeads)} of ${count(repCap)}${load}`;
  return reps.length === 1
    ? [['Load of the one rep there is', words]]
    : [
        ['Fullest rep, of the cap', words],
        ['Reps over the cap', `${count(over)} of ${count(reps.length)}`],
      ];
};
