import type { OverdueList } from '../../engine/sla-lists.ts';
import { count, money } from '../../sentences/format.ts';
import { overdueReason } from '../../sentences/sla/overdue-words.ts';
import { waitWords } from '../../sentences/sla/wait-words.ts';

const shownLeads = 12;

const worth = (minor: number | null, currency: string | null): string =>
  minor === null || currency === null ? '–' : money(minor, currency);

/** The list by owner, and its first leads. */
export function OverdueTables({ list }: { readonly list: OverdueList }) {
  const { owners, leads, currency, rules } = list;
  const all = owners.reduce((sum, owner) => sum + owner.leads, 0);
  return (
    <div className="grid inner-grid">
      <section className="span-5 table-scroll" aria-label="Overdue leads by owner" tabIndex={0}>
        <table className="table">
          <caption className="visually-hidden">Overdue leads by owner</caption>
          <thead>
            <tr>
              <th scope="col">Owner</th>
              <th scope="col" className="right">
                Leads
              </th>
              <th scope="col" className="right">
                Not called
              </th>
              <th scope="col" className="right">
                Worth
              </th>
            </tr>
          </thead>
          <tbody>
            {owners.slice(0, shownLeads).map((owner) => (
              <tr key={owner.owner}>
                <th scope="row">
                  <bdi>{owner.owner === '(blank)' ? 'Nobody' : owner.owner}</bdi>
                </th>
                <td className="right">{count(owner.leads)}</td>
                <td className="right">{count(owner.uncalled)}</td>
                <td className="right">{worth(owner.value_minor, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {owners.length > shownLeads && (
          <p className="note">
            The first {shownLeads} of {count(owners.length)} owners, by what their leads are worth.
          </p>
        )}
      </section>
      <section className="span-7 table-scroll" aria-label="The first overdue leads" tabIndex={0}>
        <table className="table">
          <caption className="visually-hidden">The first overdue leads, the most valuable first</caption>
          <thead>
            <tr>
              <th scope="col">Lead</th>
              <th scope="col">Why</th>
              <th scope="col" className="right">
                Handed over
              </th>
              <th scope="col" className="right">
                Worth
              </th>
              <th scope="col">Owner</th>
            </tr>
          </thead>
          <tbody>
            {leads.slice(0, shownLeads).map((lead) => (
              <tr key={`${lead.lead_id} ${lead.handover_ms}`}>
                <th scope="row" className="mono">
                  <bdi>{lead.lead_id}</bdi>
                </th>
                <td className="nowrap">{overdueReason(lead, rules.terms.attempts)}</td>
                <td className="right nowrap">{waitWords(lead.age_minutes)} ago</td>
                <td className="right">{worth(lead.value_minor, currency)}</td>
                <td>
                  <bdi>{lead.owner === '(blank)' ? 'Nobody' : lead.owner}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {all > shownLeads && (
          <p className="note">
            The first {shownLeads} of {count(all)}; the file holds {count(leads.length)}.
          </p>
        )}
      </section>
    </div>
  );
}
