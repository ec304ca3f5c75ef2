import type { LeakFacts } from '../../engine/leak-facts.ts';
import { blankGroup } from '../../domain/dimension.ts';
import {
  neglectedLeads,
  openLeadAges,
  type AgeBucket,
  type OpenLeadAges,
} from '../../metrics/open-lead-age.ts';
import { count, wholePercent } from '../../sentences/format.ts';
import { ageingAnswer, attemptsNeeded } from '../../sentences/leaks/handling-words.ts';
import { ownerName } from '../../sentences/leaks/ledger-words.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { MetricNote } from '../review/metric-note.tsx';
import { MoreRows } from './more-rows.tsx';
import type { OpenList } from './open-counts.ts';
import { RateRows } from './rate-rows.tsx';

interface AgeingBlockProps {
  readonly facts: LeakFacts;
  readonly onOpen: OpenList;
}

const bucketNames: Readonly<Record<AgeBucket, string>> = {
  7: 'up to 7',
  14: '8 to 14',
  21: '15 to 21',
  60: '22 to 60',
  0: 'older',
};

/** Which open leads does nobody care for? */
export function AgeingBlock({ facts, onOpen }: AgeingBlockProps) {
  const { page, outbound } = facts;
  const { neglectedDays, qualificationLimitDays } = page.terms;
  const knows = outbound > 0;
  const { total, groups } = openLeadAges(facts.openLeads, 'row_group', knows);
  const list = (only: 'overdue' | 'neglected', leads: number, owner?: string): void => {
    const days = only === 'overdue' ? qualificationLimitDays : neglectedDays;
    const name = only === 'overdue' ? 'Overdue for a decision' : 'Neglected';
    onOpen({
      name: owner === undefined ? name : `${name}, ${ownerName(owner)}`,
      heading: `${count(leads)} open leads`,
      leads,
      rule:
        only === 'overdue'
          ? `Open for more than ${count(days)} days after the anchor; the oldest first.`
          : `No person has tried them in ${count(days)} days, or ever; the oldest first.`,
      list: { kind: 'open', only, days },
      ...(owner !== undefined && { owner }),
    });
  };
  const ages = total.leads.map(({ age, leads }) => `${bucketNames[age]}: ${count(leads)}`).join('; ');
  return (
    <Block
      span={6}
      question="Ageing: which open leads has nobody cared for?"
      answer={ageingAnswer(total, neglectedDays, qualificationLimitDays)}
      definition={`Open leads by age in days, ${ages}; in nurture: ${count(total.recycled)}.${knows ? '' : ` ${attemptsNeeded}`}`}
      foot={<MetricNote metric={neglectedLeads} />}
    >
      {total.overdue.n > 0 && (
        <RateRows
          head="Of open leads"
          rows={[
            {
              label: `Older than ${count(qualificationLimitDays)} days`,
              rate: total.overdue,
              onPress: () => list('overdue', total.overdue.k),
            },
            ...(total.neglected === null
              ? []
              : [
                  {
                    label: `Not tried in ${count(neglectedDays)} days`,
                    rate: total.neglected,
                    onPress: () => list('neglected', total.neglected?.k ?? 0),
                  },
                ]),
          ]}
        />
      )}
      {groups.length > 1 && (
        <MoreRows
          name="owners"
          head={
            <tr>
              <th scope="col">Owner</th>
              <th scope="col" className="right">
                Overdue
              </th>
              <th scope="col" className="right">
                Neglected
              </th>
            </tr>
          }
          rows={groups.toSorted(byNeglect).map((group) => (
            <OwnerRow
              key={group.group}
              ages={group}
              onList={(only, leads) => list(only, leads, group.group)}
            />
          ))}
        />
      )}
    </Block>
  );
}

const worst = ({ neglected, overdue }: OpenLeadAges): number => (neglected ?? overdue).k;

const byNeglect = (a: OpenLeadAges, b: OpenLeadAges): number =>
  Number(a.group === blankGroup) - Number(b.group === blankGroup) || worst(b) - worst(a);

interface OwnerRowProps {
  readonly ages: OpenLeadAges;
  readonly onList: (only: 'overdue' | 'neglected', leads: number) => void;
}

function OwnerRow({ ages: { group, overdue, neglected }, onList }: OwnerRowProps) {
  const name = ownerName(group);
  const cells = [
    ['overdue', overdue],
    ['neglected', neglected],
  ] as const;
  return (
    <tr className={overdue.n < 30 ? 'quiet' : undefined}>
      <th scope="row" className={group === blankGroup ? 'quiet' : undefined}>
        {name}
      </th>
      {cells.map(([only, rate]) => (
        <td key={only} className="right full" data-label={only === 'overdue' ? 'Overdue' : 'Neglected'}>
          {rate === null ? (
            '–'
          ) : (
            <div>
              {rate.rate === null ? '–' : wholePercent(rate.rate)}{' '}
              <Button
                variant="link"
                label={`${count(rate.k)} of ${count(rate.n)}, ${only}, ${name}: show the records`}
                onPress={() => onList(only, rate.k)}
              >
                {`${count(rate.k)} of ${count(rate.n)}`}
              </Button>
            </div>
          )}
        </td>
      ))}
    </tr>
  );
}
