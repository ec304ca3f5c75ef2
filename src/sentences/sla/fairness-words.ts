import type { Fairness } from '../../metrics/fairness.ts';
import type { FairnessKind } from '../../sql/questions/fairness-records.ts';
import { count, percent, several } from '../format.ts';
import { waitWords } from './wait-words.ts';

/** One thing that is taken out or told apart, with its number in words; `kind` opens the list behind it. */
export interface FairnessLine {
  readonly kind: FairnessKind;
  readonly name: string;
  readonly number: string;
  readonly rule: string;
}

const delayWords = (minutes: number | null): string => (minutes === null ? '–' : waitWords(minutes));

/** Every rule of fairness with what it comes to. */
export const fairnessLines = (fairness: Fairness, repCap: number): readonly FairnessLine[] => [
  {
    kind: 'systemDelay',
    name: 'Delay before the handover',
    number: delayWords(fairness.systemMinutes),
    rule: 'From creation to handover, half of the leads. Not held against sales: it belongs to whoever runs the systems.',
  },
  {
    kind: 'outOfHours',
    name: 'Arrived out of hours',
    number:
      fairness.handovers === 0
        ? '–'
        : `${count(fairness.outside)} of ${count(fairness.handovers)} (${percent(fairness.outside / fairness.handovers)})`,
    rule: 'Their clock starts when the team opens; nights, weekends and holidays do not count.',
  },
  {
    kind: 'overCap',
    name: 'Beyond the cap',
    number: `${several(fairness.overCap, ['lead', 'leads'])} of ${several(fairness.ownersOverCap, ['owner', 'owners'])}`,
    rule: `One person can care for ${count(repCap)} open leads; what is beyond is a question of staff. It stays in the count and is told apart.`,
  },
  {
    kind: 'merged',
    name: 'Merged records',
    number: count(fairness.merged),
    rule: 'Records of one person count as one lead: an attempt on any of them is an attempt on the lead.',
  },
  {
    kind: 'automated',
    name: 'Automated mails',
    number: `${count(fairness.automated)} of ${count(fairness.outbound)}`,
    rule: 'Outbound activities marked as automated are no attempts.',
  },
];

/** The answer to "what is fair to hold against sales?". */
export const fairnessAnswer = ({ systemMinutes, humanMinutes }: Fairness): string => {
  if (systemMinutes === null) return 'How long a lead waits before sales can know of it is not in the files';
  if (humanMinutes === null)
    return `Half of the leads were handed over within ${waitWords(systemMinutes)} of their creation; fewer than half were then called`;
  const told = `Half of the leads were handed over within ${waitWords(systemMinutes)} of their creation and called within ${waitWords(humanMinutes)} of the handover`;
  return systemMinutes > humanMinutes ? `${told}: most of the wait is before sales` : told;
};

/** What the files cannot say, and which column would. */
export const fairnessUnknown = (fairness: Fairness): readonly string[] => [
  'When a lead was given to its owner: the clock starts at the handover instead. The history of the owner field would tell.',
  'Who was away: days of leave are not in the files. A calendar of one’s own for each owner would take them out.',
  ...(fairness.automated === 0 && fairness.outbound > 0
    ? [
        'Which mails were automated: none is marked. Without the column that says so, mails of a sequence count as attempts.',
      ]
    : []),
  ...(fairness.dayOnly > 0
    ? [
        `When on the day ${several(fairness.dayOnly, ['lead was', 'leads were'])} handed over: there is a day but no time. The column with the time would tell.`,
      ]
    : []),
  ...(fairness.unowned > 0
    ? [
        `Whose ${several(fairness.unowned, ['open lead is', 'open leads are'])}: the owner is empty, so nobody’s load holds them.`,
      ]
    : []),
  ...(fairness.systemMinutes === null
    ? ['How long the systems took: export the time of creation, not only its day.']
    : []),
];

/** What a listed record says, by the list it is on: `detail` and `amount` as the question gives them. */
export const fairnessDetail = (kind: FairnessKind, detail: string, amount: number | null): string => {
  switch (kind) {
    case 'systemDelay':
      return `${amount === null ? 'Handed over' : `Handed over ${waitWords(amount)} after its creation`}; owner ${detail}.`;
    case 'outOfHours':
      return `${amount === null ? 'Not called' : `Called after ${waitWords(amount)} on the wall`}; owner ${detail}.`;
    case 'merged':
      return `${several(amount ?? 0, ['record', 'records'])} of one person: ${detail}.`;
    case 'automated':
      return `Automated${detail === '' ? '' : `: ${detail}`}.`;
    case 'overCap':
      return `Held by ${detail} beyond the cap${amount === null ? '' : `, open for ${several(amount, ['day', 'days'])}`}.`;
  }
};
