/**
 * A second, naive reading of stage rules: lead by lead, in arrays and loops. It turns histories under rules into
 * histories whose stage events say what the rules say, for the naive journey builder to read.
 */
import type { StageRule, StageRules } from '../../../src/domain/stage-rule.ts';
import type { Histories, LeadRecord, StageEventRecord } from './histories.ts';
import { epochMilliseconds, localDay } from './local-days.ts';
import type { Prng } from './prng.ts';
import { createPrng } from './prng.ts';
import type { NaiveSettings } from './settings.ts';
import { excludedLeadIds } from './survivors.ts';

/** A lead with the numbers that rules look at. */
export interface ScoredLead extends LeadRecord {
  score?: number | null;
  fit?: number | null;
}

/** One activity, of a lead or of a contact alone. */
export interface ActRecord {
  lead_id: string | null;
  contact_id: string | null;
  at: string;
  type: string;
  direction: string;
  is_automated: boolean;
}

/** Histories with numbers and activities. */
export interface RuledHistories extends Histories {
  leads: ScoredLead[];
  acts: ActRecord[];
}

/** Adds seeded scores, fits and activities around the creation of leads; many are missing, equal or before it. */
export function withNumbersAndActs(histories: Histories, seed: number): RuledHistories {
  const prng: Prng = createPrng(seed);
  const acts: ActRecord[] = [];
  const leads = histories.leads.map((lead) => {
    const acting = prng.int(0, 4);
    for (let count = 0; count < acting; count += 1) {
      const byContact = prng.chance(0.4) && Boolean(lead.contact_id);
      const gap = prng.pick([0, 1, 24, 24 * 30, -24, 24 * 400]) * prng.int(0, 3) * 3_600_000;
      const at = new Date(Date.parse(lead.created_at) + gap).toISOString().replace('.000Z', 'Z');
      acts.push({
        lead_id: byContact ? null : lead.lead_id,
        contact_id: byContact ? (lead.contact_id ?? null) : null,
        at,
        type: prng.pick(['call', 'demo', 'mail', "it's"]),
        direction: prng.pick(['inbound', 'inbound', 'outbound', 'internal']),
        is_automated: prng.chance(0.2),
      });
    }
    return {
      ...lead,
      score: prng.chance(0.2) ? null : prng.pick([0, 40, 64.5, 65, 66, 90]),
      fit: prng.chance(0.3) ? null : prng.int(0, 3),
    };
  });
  return { ...histories, leads, acts };
}

/** A moment at which something became true of a lead. */
interface Moment {
  at: string;
  milliseconds: number;
}

/** The stage events of histories as the rules give them. */
export function applyRulesNaively(
  histories: RuledHistories,
  rules: StageRules,
  settings: NaiveSettings,
): Histories {
  const zone = settings.report_tz;
  const moment = (at: string): Moment => ({ at, milliseconds: epochMilliseconds(at, zone) });
  const isKnown = (at: string): boolean => localDay(at, zone) <= settings.as_of_date;
  const known = histories.leads.filter((lead) => isKnown(lead.created_at));
  const excluded = excludedLeadIds(known, new Map(known.map((lead) => [lead.lead_id, lead])));
  const leads = known.filter((lead) => !excluded.has(lead.lead_id));

  const leadOf = (act: ActRecord): ScoredLead | undefined => {
    if (act.lead_id !== null) return leads.find((lead) => lead.lead_id === act.lead_id);
    const ofContact = leads
      .filter((lead) => lead.contact_id && lead.contact_id === act.contact_id)
      .toSorted((a, b) => {
        const difference = moment(a.created_at).milliseconds - moment(b.created_at).milliseconds;
        return difference !== 0 ? difference : a.lead_id < b.lead_id ? 1 : -1;
      });
    const newest = ofContact.findLast(
      (lead) => moment(lead.created_at).milliseconds <= moment(act.at).milliseconds,
    );
    if (newest !== undefined) return newest;
    const oldest = ofContact[0];
    const equallyOld = ofContact.filter((lead) => lead.created_at === oldest?.created_at);
    return equallyOld.toSorted((a, b) => (a.lead_id < b.lead_id ? -1 : 1))[0];
  };
  const actsByLead = new Map<string, ActRecord[]>();
  for (const act of histories.acts) {
    if (act.is_automated || !isKnown(act.at)) continue;
    const lead = leadOf(act);
    if (lead !== undefined) actsByLead.set(lead.lead_id, [...(actsByLead.get(lead.lead_id) ?? []), act]);
  }

  const statusEvents = (lead: ScoredLead, stage: string): Moment[] =>
    histories.stage_events
      .filter((event) => event.lead_id === lead.lead_id && event.stage === stage && isKnown(event.at))
      .map((event) => moment(event.at))
      .toSorted((a, b) => a.milliseconds - b.milliseconds);

  const arrival = (lead: ScoredLead, stage: string, rule: StageRule): Moment | null => {
    const created = moment(lead.created_at);
    switch (rule.kind) {
      case 'status':
        return statusEvents(lead, stage)[0] ?? null;
      case 'score':
      case 'fit': {
        const number = lead[rule.kind] ?? null;
        if (number === null) return null;
        const isEnough = number > rule.value || (rule.is === 'atLeast' && number === rule.value);
        return isEnough ? created : null;
      }
      case 'channel':
      case 'segment': {
        const value = (lead[rule.kind] ?? '').trim() === '' ? '(blank)' : (lead[rule.kind] ?? '');
        return rule.oneOf.includes(value) ? created : null;
      }
      case 'acts': {
        const matching = (actsByLead.get(lead.lead_id) ?? [])
          .filter((act) => rule.types.length === 0 || rule.types.includes(act.type))
          .filter((act) => rule.direction === 'any' || rule.direction === act.direction)
          .map((act) => moment(act.at))
          .map((acted) => (acted.milliseconds < created.milliseconds ? created : acted))
          .toSorted((a, b) => a.milliseconds - b.milliseconds);
        return matching[rule.count - 1] ?? null;
      }
      case 'criteria': {
        const fulfilled = rule.of
          .map((part) => arrival(lead, stage, part))
          .filter((found) => found !== null)
          .toSorted((a, b) => a.milliseconds - b.milliseconds);
        return fulfilled[rule.atLeast - 1] ?? null;
      }
    }
  };

  const events: StageEventRecord[] = [];
  for (const event of histories.stage_events) {
    const rule = event.stage in rules ? rules[event.stage as keyof StageRules] : undefined;
    if (rule === undefined || rule.kind === 'status') events.push(event);
  }
  for (const stage of ['mql', 'sal', 'sql'] as const) {
    const rule = rules[stage];
    if (rule.kind === 'status') continue;
    for (const lead of leads) {
      const first = arrival(lead, stage, rule);
      if (first === null) continue;
      events.push({ lead_id: lead.lead_id, stage, at: first.at });
      if (!JSON.stringify(rule).includes('"status"')) continue;
      for (const later of statusEvents(lead, stage).slice(1)) {
        if (later.milliseconds > first.milliseconds)
          events.push({ lead_id: lead.lead_id, stage, at: later.at });
      }
    }
  }
  return { ...histories, stage_events: events };
}
