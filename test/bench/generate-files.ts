import { join } from 'node:path';
import { stream } from '../../data/generate/prng.ts';
import { dateText, line, momentText, noId, recordId, TextFile } from './generate-text.ts';
import { channels, companies, converted, fateOf, fates, headers, pick, segments } from './generate-words.ts';

/** The generated files of a salesforce-shaped export, by path. */
export interface BenchFiles {
  readonly lead: string;
  readonly history: string;
  readonly opportunity: string;
  /** A lead file of one row, beside which the history can be imported by itself. */
  readonly oneLead: string;
}

/** Last day of the generated export. */
export const lastDay = '2026-06-30';

const seconds = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000;
const opening = seconds('2023-07-01');
const lastArrival = seconds('2026-04-01');
const end = seconds(lastDay) + 20 * 3600;
const day = 86400;

/**
 * Writes leads, five history rows for each, and an opportunity for about one in eight, the same ones at every call.
 * One lead in fifty shares its address with another; one in twenty comes back after a disqualification.
 */
export const generateFiles = async (folder: string, leads: number): Promise<BenchFiles> => {
  const paths = {
    lead: join(folder, 'Lead.csv'),
    history: join(folder, 'LeadHistory.csv'),
    opportunity: join(folder, 'Opportunity.csv'),
    oneLead: join(folder, 'OneLead.csv'),
  };
  const random = stream(1, 'bench');
  const lead = await TextFile.create(paths.lead);
  const history = await TextFile.create(paths.history);
  const opportunity = await TextFile.create(paths.opportunity);
  const oneLead = await TextFile.create(paths.oneLead);
  lead.add(headers.lead);
  history.add(headers.history);
  opportunity.add(headers.opportunity);
  oneLead.add(headers.lead);
  let change = 0;
  for (let index = 0; index < leads; index += 1) {
    const leadId = recordId('00Q', index);
    const owner = recordId('005', Math.floor(random() * 40));
    const created = opening + Math.floor(random() * (lastArrival - opening));
    const fate = fateOf(random());
    const channel = pick(channels, random() ** 1.5);
    const segment = pick(segments, random());
    let at = created + 60;
    let status = 'New';
    history.add(
      line(
        recordId('017', change),
        '0',
        leadId,
        owner,
        momentText(at),
        'Owner',
        'Text',
        'Desk',
        `Owner ${index % 40}`,
      ),
    );
    change += 1;
    for (const [step, next] of (fates[fate]?.statuses ?? []).entries()) {
      at = Math.min(end, at + 600 + Math.floor(random() * 2 * day * (fates[fate]?.days[step] ?? 1)));
      history.add(
        line(
          recordId('017', change),
          '0',
          leadId,
          owner,
          momentText(at),
          'Status',
          'DynamicEnum',
          status,
          next,
        ),
      );
      change += 1;
      status = next;
    }
    const isConverted = fate === converted;
    const account = isConverted ? recordId('001', index) : noId;
    const row = line(
      leadId,
      '0',
      noId,
      pick(companies, random()),
      `person.${random() < 0.02 ? Math.floor(random() * leads) : index}@example.org`,
      channel,
      status,
      owner,
      isConverted ? '1' : '0',
      account,
      isConverted ? recordId('003', index) : noId,
      isConverted ? recordId('006', index) : noId,
      momentText(created),
      segment,
    );
    lead.add(row);
    if (index === 0) oneLead.add(row);
    if (isConverted) opportunity.add(opportunityLine(index, owner, account, segment, at, random));
    if (history.isFull) await Promise.all([history.flush(), lead.flush(), opportunity.flush()]);
  }
  await Promise.all([lead.close(), history.close(), opportunity.close(), oneLead.close()]);
  return paths;
};

const opportunityLine = (
  index: number,
  owner: string,
  account: string,
  segment: string,
  created: number,
  random: () => number,
): string => {
  const closes = created + Math.floor(random() * 120 * day);
  const isClosed = closes < end;
  const isWon = isClosed && random() < 0.3;
  return line(
    recordId('006', index),
    '0',
    account,
    isWon ? 'Closed Won' : isClosed ? 'Closed Lost' : 'Proposal',
    `${1000 + Math.floor(random() * 90_000)}.00`,
    dateText(closes),
    isClosed ? '1' : '0',
    isWon ? '1' : '0',
    'EUR',
    owner,
    momentText(created),
    segment,
  );
};
