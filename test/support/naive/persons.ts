/** Persons: a union-find over leads. */
import type { LeadRecord } from './histories.ts';
import { survivorId } from './survivors.ts';

/** The keys a lead shares with the other leads of its person. */
function identityKeys(lead: LeadRecord, leadsById: Map<string, LeadRecord>): string[] {
  const keys = [`survivor ${survivorId(lead, leadsById)}`];
  const contact = (lead.contact_id ?? '').trim();
  const email = (lead.email ?? '').trim().toLowerCase();
  if (contact !== '') keys.push(`contact ${contact}`);
  if (email !== '') keys.push(`email ${email}`);
  return keys;
}

/** Groups leads into persons: leads that share a key, directly or through other leads. */
export function groupIntoPersons(leads: LeadRecord[], leadsById: Map<string, LeadRecord>): LeadRecord[][] {
  const parent = new Map<string, string>();

  function root(node: string): string {
    let current = node;
    for (;;) {
      const next = parent.get(current);
      if (next === undefined || next === current) return current;
      current = next;
    }
  }

  for (const lead of leads) {
    const leadNode = `lead ${lead.lead_id}`;
    for (const key of identityKeys(lead, leadsById)) parent.set(root(key), root(leadNode));
  }

  const persons = new Map<string, LeadRecord[]>();
  for (const lead of leads) {
    const person = root(`lead ${lead.lead_id}`);
    const members = persons.get(person) ?? [];
    members.push(lead);
    persons.set(person, members);
  }
  return [...persons.values()];
}
