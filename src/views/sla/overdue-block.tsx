import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HandoverRules } from '../../domain/handover.ts';
import type { Choices } from '../../engine/analysis.ts';
import type { Workspace } from '../../engine/workspace.ts';
import { tableCsv } from '../../exports/document-csv.ts';
import { overdueTable } from '../../exports/overdue-table.ts';
import {
  overdueLead,
  overdueTemplate,
  overdueTemplateCalendar,
  withOverdueTerms,
} from '../../metrics/overdue.ts';
import type { RateCard } from '../../metrics/rate-card.ts';
import { overdueQuery } from '../../queries/sla-evidence-query.ts';
import { overdueAnswer, overdueDefinition } from '../../sentences/sla/overdue-words.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { SegmentedSwitch } from '../../ui/segmented-switch.tsx';
import { saveFile } from '../data/save-file.ts';
import { MetricNote } from '../review/metric-note.tsx';
import { OverdueTables } from './overdue-tables.tsx';

interface OverdueBlockProps {
  readonly workspace: Workspace;
  readonly dataId: number;
  readonly choices: Choices;
  /** The terms agreed on, or those in negotiation. */
  readonly rules: HandoverRules;
  readonly card: RateCard;
}

type ListKind = 'agreed' | 'ready';

const kinds: readonly { readonly value: ListKind; readonly label: string }[] = [
  { value: 'agreed', label: 'Our terms' },
  { value: 'ready', label: '24 hours, 5 calls in two weeks' },
];

/** Who is on the list that nobody wants to be on? Open leads without the call they were promised, by owner and value. */
export function OverdueBlock({ workspace, dataId, choices, rules, card }: OverdueBlockProps) {
  const [kind, setKind] = useState<ListKind>('agreed');
  const chosen: HandoverRules =
    kind === 'agreed'
      ? rules
      : {
          ...rules,
          terms: withOverdueTerms(rules.terms, overdueTemplate),
          calendars: {
            usual: overdueTemplateCalendar(rules.calendars.usual.timeZone),
            byOwner: new Map(),
          },
        };
  const { data, error } = useQuery(overdueQuery(workspace, dataId, choices, chosen, card));
  return (
    <Block
      span={12}
      question="Don’t be on it: who waits for a call that was promised?"
      answer={
        error === null
          ? data === undefined
            ? 'Looking through the open leads'
            : overdueAnswer(data)
          : 'The list could not be made'
      }
      definition={error?.message ?? data?.because ?? overdueDefinition({ rules: chosen })}
      foot={
        <>
          {data !== undefined && data.leads.length > 0 && (
            <Button
              variant="link"
              onPress={() => saveFile('overdue-leads.csv', tableCsv(overdueTable(data), data.currency))}
            >
              Save the list as CSV
            </Button>
          )}
          <MetricNote metric={overdueLead} />
        </>
      }
    >
      <SegmentedSwitch label="Terms of the list" options={kinds} selected={kind} onChange={setKind} />
      {data !== undefined && data.leads.length > 0 && <OverdueTables list={data} />}
    </Block>
  );
}
