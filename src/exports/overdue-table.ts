import type { OverdueList } from '../engine/sla-lists.ts';
import { overdueReason } from '../sentences/sla/overdue-words.ts';
import { instantWords } from '../sentences/sla/instant-words.ts';
import type { DocumentTable } from './review-document.ts';

/** The overdue leads as a table to take along, in their order. */
export const overdueTable = ({ leads, rules, reportTimeZone }: OverdueList): DocumentTable => ({
  columns: [
    { label: 'Lead', kind: 'text' },
    { label: 'Owner', kind: 'text' },
    { label: 'Channel', kind: 'text' },
    { label: 'Segment', kind: 'text' },
    { label: 'Why', kind: 'text' },
    { label: `Handed over (${reportTimeZone})`, kind: 'text' },
    { label: 'Hours since', kind: 'number' },
    { label: 'Attempts', kind: 'number' },
    { label: 'Value', kind: 'money' },
  ],
  rows: leads.map((lead) => [
    lead.lead_id,
    lead.owner,
    lead.channel,
    lead.segment,
    overdueReason(lead, rules.terms.attempts),
    instantWords(lead.handover_ms, reportTimeZone),
    Math.round(lead.age_minutes / 6) / 10,
    lead.attempts,
    lead.value_minor === null ? null : Math.round(lead.value_minor),
  ]),
  total: null,
  rowsAre: 'groups',
});
