import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ListedLead } from '../../engine/list-leads.ts';
import { leadListQuery, type Asked } from '../../queries/leak-facts-query.ts';
import { count } from '../../sentences/format.ts';
import { ownerName } from '../../sentences/leaks/ledger-words.ts';
import { listedWhy, standingOf } from '../../sentences/leaks/listed-words.ts';
import type { LeadList } from '../../sql/questions/listed-leads.ts';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { saveFile } from '../data/save-file.ts';
import { leadCsv } from './lead-csv.ts';

/** A count that was opened: its name, how many stand behind it, and how to list them. */
export interface OpenCount {
  readonly name: string;
  readonly heading: string;
  readonly leads: number;
  readonly rule: string;
  readonly list: LeadList;
}

interface LeadDrawerProps {
  readonly asked: Asked;
  readonly currency: string | null;
  readonly open: OpenCount;
  readonly onClose: () => void;
  /** What else is known of the count, above its records. */
  readonly children?: ReactNode;
}

/** Records on screen; the file has all. */
export const leadsShown = 100;

const mostSaved = 1_000_000;

/** The leads behind a count, each under its id in the CRM, and all of them as a file. */
export function LeadDrawer(props: LeadDrawerProps) {
  const { asked, currency, open, onClose, children } = props;
  const { data, error } = useQuery(leadListQuery(asked, open.list));
  const client = useQueryClient();
  const save = async (): Promise<void> => {
    const list = { ...open.list, limit: mostSaved };
    const rows = await client.fetchQuery(leadListQuery(asked, list));
    saveFile('leads.csv', leadCsv(rows, currency));
  };
  return (
    <Drawer heading={open.heading} kicker={open.name} onClose={onClose}>
      <p className="definition">{open.rule}</p>
      {children}
      <p className="note">
        {open.leads > leadsShown && `The first ${count(leadsShown)} of ${count(open.leads)}. `}
        <Button variant="link" label={`Save as CSV: all ${count(open.leads)}`} onPress={() => void save()}>
          Save as CSV
        </Button>
      </p>
      {error !== null && <p role="alert">The records could not be listed: {error.message}</p>}
      {data === undefined && error === null && <p className="quiet">Looking them up…</p>}
      <ul className="records">
        {data?.map((row) => (
          <LeadRow key={row.id} row={row} currency={currency} />
        ))}
      </ul>
    </Drawer>
  );
}

function LeadRow({ row, currency }: { readonly row: ListedLead; readonly currency: string | null }) {
  return (
    <li className="record">
      <p className="record-head">
        <span className="mono">{row.lead_id}</span>
        <span>{standingOf(row)}</span>
      </p>
      <p className="record-why">
        {listedWhy(row, currency)} <span className="mono">{ownerName(row.owner)}</span>
      </p>
    </li>
  );
}
