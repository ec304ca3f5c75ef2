import { addDays } from '../../src/domain/local-date.ts';
import type { ChosenFile } from './browser.ts';
import { createPrng } from './naive/prng.ts';

const leadCount = 1500;
const firstDay = '2025-01-01';

const table = (name: string, head: string, rows: readonly (readonly (string | number)[])[]): ChosenFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${head}\n${rows.map((row) => row.join(',')).join('\n')}\n`),
});

/**
 * A company's export as three plain tables: leads with a score and a fit that tell something, their stages and their
 * opportunities. Large companies win more; webinars open much and win little.
 */
export const scoredFiles = (): ChosenFile[] => {
  const prng = createPrng(7);
  const leads: (string | number)[][] = [];
  const stages: (string | number)[][] = [];
  const opportunities: (string | number)[][] = [];
  for (let number = 1; number <= leadCount; number += 1) {
    const id = `L${String(number).padStart(4, '0')}`;
    const created = addDays(firstDay, Math.floor((number * 540) / leadCount));
    const channel = prng.pick(['Website', 'Webinar', 'Referral', 'Email']);
    const segment = prng.pick(['Small', 'Small', 'Mid-market', 'Enterprise']);
    const score = prng.int(0, 100);
    const fit = prng.int(1, 5);
    leads.push([id, `${created}T09:00:00Z`, channel, segment, prng.chance(0.04) ? '' : score, fit]);
    if (prng.chance(score / 160 + 0.2)) stages.push([id, 'mql', `${addDays(created, 1)}T09:00:00Z`]);
    if (prng.chance(score / 200 + fit / 20)) stages.push([id, 'sal', `${addDays(created, 3)}T09:00:00Z`]);
    if (!prng.chance(score / 400 + fit / 50 + (channel === 'Webinar' ? 0.2 : 0))) continue;
    const opened = addDays(created, prng.int(5, 40));
    const isWon = prng.chance((segment === 'Enterprise' ? 0.5 : 0.3) / (channel === 'Webinar' ? 3 : 1));
    const closed = addDays(opened, prng.int(10, 70));
    const isOpen = closed > '2026-06-20';
    const outcome = isOpen ? 'open' : isWon ? 'won' : 'lost';
    const amount = prng.int(20, 200) * 100;
    opportunities.push([`O${id}`, id, `${opened}T09:00:00Z`, outcome, isOpen ? '' : closed, amount, 'EUR']);
  }
  return [
    table('leads.csv', 'lead_id,created_at,channel,segment,score,fit', leads),
    table('stages.csv', 'lead_id,stage,at', stages),
    table(
      'opportunities.csv',
      'opportunity_id,lead_id,created_at,outcome,closed_at,amount,currency',
      opportunities,
    ),
  ];
};
