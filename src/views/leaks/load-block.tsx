import type { LeakFacts } from '../../engine/leak-facts.ts';
import { blankGroup } from '../../domain/dimension.ts';
import { stockBefore } from '../../metrics/leak-page/leak-circumstances.ts';
import { lateByLoad, loadAndSpeed } from '../../metrics/leak-page/load-and-speed.ts';
import { ownerLoads, repLoad, type OwnerLoad } from '../../metrics/rep-load.ts';
import { speedByGroup } from '../../metrics/speed-to-lead.ts';
import { minutesWords } from '../../sentences/duration-words.ts';
import { count, wholePercent } from '../../sentences/format.ts';
import { loadAnswer, loadDefinition } from '../../sentences/leaks/handling-words.ts';
import { ownerName } from '../../sentences/leaks/ledger-words.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { MetricNote } from '../review/metric-note.tsx';
import { MoreRows } from './more-rows.tsx';
import type { OpenList } from './open-counts.ts';

interface LoadBlockProps {
  readonly facts: LeakFacts;
  readonly onOpen: OpenList;
}

/** Whose hands are full, and do full hands answer later? */
export function LoadBlock({ facts, onOpen }: LoadBlockProps) {
  const { page, handling, because } = facts;
  const { repCap } = page.terms;
  const loads = ownerLoads(facts.ownerLeads, repCap);
  const stock = stockBefore(page.loads, page.times.asOf);
  const link = because === null ? loadAndSpeed(page.circumstances, stock, repCap) : null;
  const speeds = new Map(
    speedByGroup(handling.business).map(({ group, medianMinutes }) => [group, medianMinutes]),
  );
  const isKnown = loads.some(({ owner }) => owner !== blankGroup);
  return (
    <Block
      span={6}
      question="Load: how many open leads does each rep have?"
      answer={loadAnswer(loads, link, repCap)}
      definition={
        isKnown ? loadDefinition(link) : 'A column with the owner of the lead is needed, as the CRM has it.'
      }
      foot={<MetricNote metric={link === null ? repLoad : lateByLoad} />}
    >
      {isKnown && (
        <MoreRows
          name="owners"
          head={
            <tr>
              <th scope="col">Owner</th>
              <th scope="col" className="right">
                Open leads
              </th>
              <th scope="col" className="right">
                Of the cap
              </th>
              <th scope="col" className="right">
                Half tried within
              </th>
            </tr>
          }
          rows={loads.map((load) => (
            <LoadRow
              key={load.owner}
              load={load}
              median={because === null ? (speeds.get(load.owner) ?? null) : null}
              onOpen={onOpen}
            />
          ))}
        />
      )}
    </Block>
  );
}

interface LoadRowProps {
  readonly load: OwnerLoad;
  readonly median: number | null;
  readonly onOpen: OpenList;
}

function LoadRow({ load: { owner, openLeads, load, level }, median, onOpen }: LoadRowProps) {
  const name = ownerName(owner);
  return (
    <tr>
      <th scope="row" className={owner === blankGroup ? 'quiet' : undefined}>
        {name}
      </th>
      <td className="right">
        <Button
          variant="link"
          label={`${count(openLeads)} open leads, ${name}: show the records`}
          onPress={() =>
            onOpen({
              name: `Open leads of ${name}`,
              heading: `${count(openLeads)} open leads`,
              leads: openLeads,
              rule: 'Neither an opportunity nor disqualified, and not in nurture; the oldest first.',
              list: { kind: 'open', only: 'all', days: 0 },
              owner,
            })
          }
        >
          {count(openLeads)}
        </Button>
      </td>
      <td className="right" data-label="Of the cap">
        {load === null ? '–' : level === 'red' ? <b>{wholePercent(load)}, over</b> : wholePercent(load)}
      </td>
      <td className="right" data-label="Half tried within">
        {median === null ? '–' : minutesWords(median)}
      </td>
    </tr>
  );
}
