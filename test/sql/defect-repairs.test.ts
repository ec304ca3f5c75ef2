import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/engine/analysis.ts';
import type { Bounds } from '../../src/metrics/bounds.ts';
import type { Basis } from '../../src/metrics/channel-verdict.ts';
import type { DefectId } from '../../src/metrics/defect-kind.ts';
import type { Defect } from '../../src/metrics/judge-defects.ts';
import { ledgerWith, qualityOfLoaded } from '../support/defect-data.ts';
import { loadHistories } from '../support/histories-in-engine.ts';
import type { Histories, LeadRecord } from '../support/naive/histories.ts';
import { buildJourneysNaively, type NaiveJourney } from '../support/naive/journeys.ts';
import { addDays, daysBetween } from '../support/naive/local-days.ts';
import { createPrng, type Prng } from '../support/naive/prng.ts';

const asOf = '2026-06-30';
const heldBack = ['H1', 'H2', 'H3'];

/** Sixty leads, a person each, with ten sources missing, three opportunities without a lead and two older than theirs; and three leads that the import will not load. */
const spoiltHistories = (seed: number): Histories => {
  const random = createPrng(seed);
  const histories: Histories = { leads: [], stage_events: [], opportunities: [], links: [] };
  const addLead = (lead_id: string, channel: string, isConverted: boolean): void => {
    const created = addDays('2026-01-01', random.int(0, 80));
    histories.leads.push({
      lead_id,
      created_at: `${created}T09:00:00Z`,
      email: `${lead_id}@example.com`,
      channel,
    });
    if (random.chance(0.8))
      histories.stage_events.push({
        lead_id,
        stage: 'mql',
        at: `${addDays(created, random.int(0, 9))}T10:00:00Z`,
      });
    if (!isConverted) return;
    const opened = addDays(created, random.int(0, 120));
    histories.opportunities.push({
      opportunity_id: `O${lead_id}`,
      created_at: `${opened > asOf ? asOf : opened}T09:00:00Z`,
      outcome: 'open',
      closed_at: null,
      amount: 1,
    });
    histories.links.push({ lead_id, opportunity_id: `O${lead_id}`, type: 'converted' });
  };
  for (let n = 1; n <= 60; n += 1)
    addLead(`L${n}`, n <= 10 ? '' : n <= 55 ? 'Web' : 'Fair', random.chance(0.4));
  for (const id of heldBack) addLead(id, 'Web', random.chance(0.5));
  const opportunity = (opportunity_id: string, created_at: string): void => {
    histories.opportunities.push({ opportunity_id, created_at, outcome: 'open', closed_at: null, amount: 1 });
  };
  for (const n of [1, 2, 3]) opportunity(`U${n}`, `2026-04-0${n}T09:00:00Z`);
  const linked = new Set(histories.links.map(({ lead_id }) => lead_id));
  const unlinked = histories.leads.filter(({ lead_id }) => lead_id.startsWith('L') && !linked.has(lead_id));
  for (const [index, { lead_id }] of unlinked.slice(0, 2).entries()) {
    opportunity(`P${index}`, '2025-06-01T09:00:00Z');
    histories.links.push({ lead_id, opportunity_id: `P${index}`, type: 'role' });
  }
  return histories;
};

const without = (histories: Histories, ids: readonly string[]): Histories => ({
  ...histories,
  leads: histories.leads.filter(({ lead_id }) => !ids.includes(lead_id)),
  stage_events: histories.stage_events.filter(({ lead_id }) => !ids.includes(lead_id)),
  links: histories.links.filter(({ lead_id }) => !ids.includes(lead_id)),
  opportunities: histories.opportunities.filter(
    ({ opportunity_id }) => !ids.includes(opportunity_id.slice(1)),
  ),
});

type Answer = 'yes' | 'no' | 'out';

const answerOf = (journey: NaiveJourney, basis: Basis, windowDays: number): Answer => {
  if (!journey.in_cohort || journey.anchor_date === null) return 'out';
  const isConverted = journey.outcome === 'opportunity';
  if (basis === 'toDate') return isConverted ? 'yes' : 'no';
  if (daysBetween(journey.anchor_date, asOf) < windowDays) return 'out';
  return isConverted && (journey.t_days ?? 0) <= windowDays ? 'yes' : 'no';
};

const journeysOf = (histories: Histories): readonly NaiveJourney[] =>
  buildJourneysNaively(histories, { as_of_date: asOf, anchor: 'mql' }).journeys;

interface Spoilt {
  readonly histories: Histories;
  readonly full: Histories;
  readonly analysis: Analysis;
  readonly defects: readonly Defect[];
}

const rateOf = ({ analysis }: Spoilt, histories: Histories, basis: Basis, channel: string | null): number => {
  const answers = journeysOf(histories)
    .filter((journey) => channel === null || journey.channel === channel)
    .map((journey) => answerOf(journey, basis, analysis.windows.l2oDays ?? 0));
  return (
    answers.filter((answer) => answer === 'yes').length / answers.filter((answer) => answer !== 'out').length
  );
};

const boundsOf = ({ defects }: Spoilt, id: DefectId, basis: Basis, channel: string | null): Bounds => {
  const found = defects
    .find(({ kind }) => kind.id === id)
    ?.effects[basis].find(({ joint, group }) => joint === 'l2o' && (group?.name ?? null) === channel)?.bounds;
  if (found === undefined || found === null) throw new Error(`No bounds of ${id}.`);
  return found;
};

/** A way of putting the records of a defect right; `choose` decides each of them. */
type Repair = (spoilt: Spoilt, choose: (index: number) => boolean) => Histories;

const answers = ({ histories, analysis }: Spoilt, basis: Basis): ReadonlyMap<string, Answer> =>
  new Map(
    journeysOf(histories).map((journey) => [
      journey.journey_id,
      answerOf(journey, basis, analysis.windows.l2oDays ?? 0),
    ]),
  );

const withChannels = (
  histories: Histories,
  channel: (lead: LeadRecord, index: number) => string,
): Histories => ({
  ...histories,
  leads: histories.leads.map((lead, index) =>
    (lead.channel ?? '') === '' ? { ...lead, channel: channel(lead, index) } : lead,
  ),
});

const linkUnsourced: Repair = (spoilt, choose) => {
  const notConverted = [...answers(spoilt, 'toDate')].flatMap(([id, answer]) =>
    answer === 'no' ? [id] : [],
  );
  return {
    ...spoilt.histories,
    links: [
      ...spoilt.histories.links,
      ...[1, 2, 3].flatMap((n) =>
        choose(n) ? [{ lead_id: notConverted[n] ?? '', opportunity_id: `U${n}`, type: 'role' as const }] : [],
      ),
    ],
  };
};

/** The older opportunity is either dated wrongly, and the lead's own, or not the lead's at all. */
const redateOrUnlink: Repair = ({ histories }, choose) => ({
  ...histories,
  opportunities: histories.opportunities.map((entry) => {
    const isOld = entry.opportunity_id.startsWith('P');
    const lead = histories.links.find(
      ({ opportunity_id }) => opportunity_id === entry.opportunity_id,
    )?.lead_id;
    const created = histories.leads.find(({ lead_id }) => lead_id === lead)?.created_at;
    return isOld && choose(Number(entry.opportunity_id.slice(1))) && created !== undefined
      ? { ...entry, created_at: created }
      : entry;
  }),
  links: histories.links.filter(
    ({ opportunity_id }) => !opportunity_id.startsWith('P') || choose(Number(opportunity_id.slice(1))),
  ),
});

const loadHeldBack: Repair = ({ full }, choose) =>
  without(
    full,
    heldBack.filter((_, index) => !choose(index)),
  );

const randomly = (random: Prng) => {
  const drawn = new Map<number, boolean>();
  return (index: number): boolean => {
    const known = drawn.get(index) ?? random.chance(0.5);
    drawn.set(index, known);
    return known;
  };
};

const bases = ['toDate', 'windowed'] as const;

describe.each([11, 12])('in generated leads %i', (seed) => {
  let spoilt: Spoilt;

  beforeAll(async () => {
    const full = spoiltHistories(seed);
    const histories = without(full, heldBack);
    await loadHistories(histories);
    const ledger = ledgerWith({ records: 63, loaded: 60, setAside: 3, reasons: { FIELD_COUNT_LOW: 3 } });
    const { analysis, quality } = await qualityOfLoaded([ledger]);
    spoilt = { full, histories, analysis, defects: quality.defects };
  });

  it('the naive builder and the page show the same rate', () => {
    for (const basis of bases)
      expect(boundsOf(spoilt, 'missing_channel', basis, null).rate).toBe(
        rateOf(spoilt, spoilt.histories, basis, null),
      );
  });

  it.each([
    [
      'missing_channel',
      'Web',
      ((s, choose) =>
        withChannels(s.histories, (_, index) => (choose(index) ? 'Web' : 'Fair'))) satisfies Repair,
    ],
    ['opportunity_without_lead', null, linkUnsourced],
    ['opportunity_before_lead', null, redateOrUnlink],
    ['leads_unreadable', null, loadHeldBack],
  ] as const)('no way of mending %s gives a rate outside its bounds', (id, channel, repair) => {
    const random = createPrng(seed);
    for (let round = 0; round < 40; round += 1) {
      const repaired = repair(spoilt, randomly(random));
      for (const basis of bases) {
        const bounds = boundsOf(spoilt, id, basis, channel);
        const rate = rateOf(spoilt, repaired, basis, channel);
        expect(rate, `${basis}, round ${round}`).toBeGreaterThanOrEqual(bounds.low - 1e-12);
        expect(rate, `${basis}, round ${round}`).toBeLessThanOrEqual(bounds.high + 1e-12);
      }
    }
  });

  it.each(bases)('the sources that are missing can be such that both ends are reached, %s', (basis) => {
    const known = answers(spoilt, basis);
    const bounds = boundsOf(spoilt, 'missing_channel', basis, 'Web');
    const ends = (['no', 'yes'] as const).map((kept) =>
      rateOf(
        spoilt,
        withChannels(spoilt.histories, ({ lead_id }) => (known.get(lead_id) === kept ? 'Web' : 'Fair')),
        basis,
        'Web',
      ),
    );
    expect(ends).toEqual([bounds.low, bounds.high]);
  });

  it.each([
    ['opportunity_without_lead', linkUnsourced],
    ['opportunity_before_lead', redateOrUnlink],
  ] as const)(
    'all or nothing of %s reaches the upper end, and the lower where every lead counts',
    (id, repair) => {
      const bounds = boundsOf(spoilt, id, 'toDate', null);
      expect(
        rateOf(
          spoilt,
          repair(spoilt, () => true),
          'toDate',
          null,
        ),
      ).toBe(bounds.high);
      expect(
        rateOf(
          spoilt,
          repair(spoilt, () => false),
          'toDate',
          null,
        ),
      ).toBe(bounds.low);
    },
  );
});
