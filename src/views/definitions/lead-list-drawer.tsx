import { Drawer } from '../../ui/drawer.tsx';

/** A lead of a list: its id in the CRM, what it became, and why it is there. */
export interface ListedLead {
  readonly id: string;
  readonly crmId: string;
  readonly outcome: string;
  readonly why: string;
}

interface LeadListDrawerProps {
  readonly heading: string;
  readonly kicker: string;
  readonly definition: string;
  readonly leads: readonly ListedLead[];
  readonly onClose: () => void;
}

/** Leads behind a number, by their ids in the CRM. */
export function LeadListDrawer({ heading, kicker, definition, leads, onClose }: LeadListDrawerProps) {
  return (
    <Drawer heading={heading} kicker={kicker} onClose={onClose}>
      <p className="definition">{definition}</p>
      <ul className="records">
        {leads.map(({ id, crmId, outcome, why }) => (
          <li className="record" key={id}>
            <p className="record-head">
              <span className="mono">{crmId}</span>
              <span>{outcome}</span>
            </p>
            <p className="record-why">{why}</p>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
