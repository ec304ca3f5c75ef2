import { describe, expect, it } from 'vitest';
import { defaultSlaTerms } from '../../../src/domain/sla.ts';
import { leakPage, type LeakPage, type LeakPageInput } from '../../../src/metrics/leak-page/leak-page.ts';
import type { OwnerLeak } from '../../../src/metrics/leak-page/leak-owners.ts';
import type { LeakTrend } from '../../../src/metrics/leak-page/leak-trend.ts';
import { rateOf } from '../../../src/metrics/rate-of.ts';
import { secondLifeOf } from '../../../src/metrics/second-life.ts';
import { speedToLead } from '../../../src/metrics/speed-to-lead.ts';
import {
  ageingAnswer,
  engagementAnswer,
  loadAnswer,
  loadDefinition,
  noShowAnswer,
  persistenceAnswer,
  secondLifeAnswer,
  speedAnswer,
  untriedAnswer,
} from '../../../src/sentences/leaks/handling-words.ts';
import {
  addsUpWords,
  causeLines,
  goesWithWords,
  leaksAnswer,
  leaksDefinition,
  ownersShort,
  ownersWords,
  reasonWords,
  trendShort,
  trendWords,
  untoldWords,
} from '../../../src/sentences/leaks/ledger-words.ts';
import { listedWhy, standingOf } from '../../../src/sentences/leaks/listed-words.ts';
import { leakRow } from '../../support/leak-row.ts';

const ownerLeak = (owner: string, isSignal: boolean): OwnerLeak => ({
  owner,
  isSignal,
  journeys: 5,
  minor: 0,
  unvalued: 0,
  rate: { k: 5, n: 40, rate: 0.125, low: 0.05, high: 0.26 },
});

describe('the leaks of the review in a few words', () => {
  it('name who stands out, or say that nobody does', () => {
    expect(ownersShort([])).toBe('–');
    expect(ownersShort([ownerLeak('(blank)', true)])).toBe('no owner');
    expect(ownersShort([ownerLeak('Ada', false)])).toBe('one owner');
    expect(ownersShort([ownerLeak('Ada', false), ownerLeak('Bo', false)])).toBe('2, none stands out');
    expect(ownersShort([ownerLeak('Ada', false), ownerLeak('Bo', true)])).toBe('Bo above the rest');
    expect(ownersShort([ownerLeak('Ada', true), ownerLeak('Bo', true)])).toBe(
      'Ada and 1 more above the rest',
    );
  });
});

const input = (rows: LeakPageInput['leaks']['rows']): LeakPageInput => ({
  leaks: { from: '2025-10-01', to: '2026-09-30', rows, values: null, because: null, trail: null },
  terms: defaultSlaTerms,
  times: { asOf: '2026-09-30', firstDay: '2024-01-01', leadDays: 45, opportunityDays: 135 },
  owners: [],
  months: [],
  history: [],
  circumstances: [],
  reasons: [],
  loads: [],
});

const counted = (): LeakPage => {
  const page = leakPage(input([leakRow('mql', 'stalled', 5), leakRow('mql', 'in_progress', 7)]), true);
  if (page === null) throw new Error('There are leads.');
  return page;
};

const inMoney = (page: LeakPage): LeakPage => ({
  ...page,
  hasMoney: true,
  lines: page.lines.map((line) => ({ ...line, minor: 150_000 })),
  ledger: {
    ...page.ledger,
    potentialMinor: 1_000_000,
    lost: { journeys: 5, minor: 150_000, unvalued: 1 },
    won: { journeys: 1, minor: 800_000, unvalued: 0 },
    inProgress: { journeys: 7, minor: 50_000, unvalued: 0 },
  },
});

const period = { from: '2025-10-01', to: '2026-09-30', currency: 'EUR' };

describe('the answer of the page of leaks', () => {
  it('is the sum of what was lost, what could have been, and the largest leak', () => {
    expect(leaksAnswer(inMoney(counted()), 'EUR')).toBe(
      '€1.5K of a possible €10K was lost; the largest leak is “Stalled before an opportunity”, €1.5K',
    );
    expect(addsUpWords(inMoney(counted()).ledger, 'EUR')).toBe(
      '€10K possible, less €8K won and €500 still in progress.',
    );
  });

  it('counts leads where they have no value, and says what is missing', () => {
    expect(leaksAnswer(counted(), 'EUR')).toBe(
      '5 of 12 leads were lost; the largest leak is “Stalled before an opportunity”, 5 leads',
    );
    expect(leaksDefinition(counted(), period)).toContain('won deals with amounts');
    expect(leaksDefinition(counted(), { ...period, currency: null })).toContain('several currencies');
  });

  it('says when nothing was lost', () => {
    const page = leakPage(input([leakRow('mql', 'in_progress', 1)]), true);
    expect(page === null ? '' : leaksAnswer(page, 'EUR')).toBe('None of 1 lead was lost');
  });

  it('tells leads that are too young from files that cannot tell', () => {
    expect(untoldWords(null).why).toBe('No lead has had its window yet');
    expect(untoldWords('No opportunities are among these files.')).toEqual({
      why: 'What was lost cannot be told with these files',
      needs: 'No opportunities are among these files.',
    });
  });

  it('names the leads without a value', () => {
    expect(leaksDefinition(inMoney(counted()), period)).toContain('1 lead has no value and counts as 0.');
  });
});

const trend = (more: Partial<LeakTrend>): LeakTrend => ({
  months: [{ month: '2026-07-01', k: 43, n: 200 }],
  isPassing: false,
  verdict: 'usual',
  direction: 'none',
  ...more,
});

describe('the words of a leak', () => {
  it('claim of a trend no more than its verdict', () => {
    expect(trendWords(trend({}))).toBe('usual variation, 21.5% of July 2026');
    expect(trendWords(trend({ verdict: 'signal', direction: 'up' }))).toBe('signal up, 21.5% of July 2026');
    expect(trendWords(trend({ verdict: 'probably', direction: 'down' }))).toBe(
      'probably down, 21.5% of July 2026',
    );
    expect(trendWords(trend({ verdict: 'cannotTell' }))).toContain('cannot tell yet');
    expect(trendShort(trend({}))).toBe('usual variation');
    expect(trendShort(trend({ verdict: 'signal', direction: 'up' }))).toBe('signal up');
    expect(trendShort(trend({ verdict: 'usual', direction: 'up' }))).toBe('usual variation');
    expect(trendShort(trend({ isPassing: true, verdict: 'signal', direction: 'up' }))).toBe('no trend');
    expect(trendShort(trend({ months: [], verdict: 'cannotTell' }))).toContain('cannot tell yet');
    expect(trendWords(trend({ months: [] }))).toContain('no whole month is old enough');
    expect(trendWords(trend({ isPassing: true }))).toContain('no trend');
  });

  it('put what goes with it beside the share of all others, and never say why', () => {
    const found = { among: rateOf(40, 100), elsewhere: rateOf(10, 100) };
    const words = [
      { kind: 'channel', channel: 'Fair' } as const,
      { kind: 'channel', channel: '(blank)' } as const,
      { kind: 'outside' } as const,
      { kind: 'overCap' } as const,
    ].map((circumstance) => goesWithWords({ circumstance, ...found }, 500));
    expect(words).toEqual([
      'channel Fair: 40% of these, 10% of all others',
      'no channel named: 40% of these, 10% of all others',
      'handed over outside opening hours: 40% of these, 10% of all others',
      'an owner with more than 500 open leads: 40% of these, 10% of all others',
    ]);
    expect(words.join(' ')).not.toMatch(/because|cause/i);
  });

  it('give the reasons with their shares, or the column that is missing', () => {
    const reason = (name: string | null, share: number) => ({ reason: name, leads: 1, share });
    expect(reasonWords({ reasons: [reason('No budget', 0.5), reason(null, 0.3)], others: 2 })).toBe(
      'reasons noted at this stage: No budget 50%, none noted 30%',
    );
    expect(reasonWords({ reasons: [reason(null, 1)], others: 0 })).toContain('a column with the reason');
    expect(reasonWords(null)).toBeNull();
  });

  it('are never nothing', () => {
    const [line] = counted().lines;
    expect(line === undefined ? [] : causeLines({ ...line, leak: 'slow' }, defaultSlaTerms)).toEqual([
      'nothing looked at stands out',
    ]);
    expect(line === undefined ? [] : causeLines(line, defaultSlaTerms)).toEqual([
      'a next step is not in these files; a column with its date would tell',
    ]);
    expect(
      line === undefined ? [] : causeLines({ ...line, neglected: rateOf(3, 5) }, defaultSlaTerms)[0],
    ).toBe('not tried in 14 days: 3 of 5');
  });

  it('say whose, without naming anybody who does not stand out', () => {
    const owner = (name: string, isSignal = false) => ({
      owner: name,
      isSignal,
      rate: rateOf(1, 50),
      journeys: 1,
      minor: 0,
      unvalued: 0,
    });
    expect(ownersWords([owner('Ada'), owner('Bo')])).toBe('2 owners, none stands out');
    expect(ownersWords([owner('Ada', true), owner('Bo'), owner('(blank)', true)])).toBe(
      '1 of 2 owners above the rest',
    );
    expect(ownersWords([owner('Ada')])).toBe('One owner has all of them');
    expect(ownersWords([owner('(blank)')])).toBe('No lead names an owner');
  });
});

describe('the answers on how leads were handled', () => {
  const speed = (contacted: number, waiting: number) =>
    speedToLead([{ group_name: 'Ada', minutes: 30, contacted, waiting }]);

  it('tell how fast, and how many were never tried', () => {
    expect(speedAnswer(speed(80, 20)).replaceAll('\u00a0', ' ')).toBe(
      'Half of the leads are tried within 30 min of opening hours; 20% have had no attempt so far',
    );
    expect(speedAnswer(speed(20, 80))).toContain('Fewer than half of the leads are ever tried; 80%');
    expect(speedAnswer(speedToLead([]))).toContain('No lead was handed over');
  });

  it('tell how often, against the promise', () => {
    const attempts = { handovers: 10, givenUp: 10, mean: 0.96, buckets: [] };
    expect(persistenceAnswer(attempts, defaultSlaTerms)).toBe(
      'A lead that does not answer is tried 1.0 times in 7 days; 6 were promised',
    );
    expect(persistenceAnswer({ ...attempts, givenUp: 0, mean: null }, defaultSlaTerms)).toContain(
      'No lead was given up',
    );
  });

  it('tell whose hands are full, and whether that goes with late answers', () => {
    const load = (owner: string, openLeads: number) => ({
      owner,
      openLeads,
      load: openLeads / 500,
      level: openLeads > 500 ? ('red' as const) : ('ok' as const),
    });
    const link = {
      limit: 331,
      isCap: false,
      full: rateOf(90, 100),
      others: rateOf(80, 100),
      verdict: 'probably' as const,
      direction: 'up' as const,
    };
    expect(loadAnswer([load('Ada', 545), load('Bo', 10)], link, 500)).toBe(
      '1 of 2 owners is over the cap of 500 open leads; fuller owners are probably late more often (90.0% late against 80.0%)',
    );
    expect(
      loadAnswer([load('Ada', 5), load('Bo', 1)], { ...link, verdict: 'usual', direction: 'none' }, 500),
    ).toBe(
      'No owner is over the cap of 500 open leads; fuller owners are late as often as others (90.0% late against 80.0%)',
    );
    expect(loadAnswer([load('Ada', 5)], null, 500)).toBe(
      'One owner has all open leads, 5 against a cap of 500',
    );
    expect(loadAnswer([{ owner: '(blank)', openLeads: 9, load: null, level: null }], null, 500)).toContain(
      'No open lead has an owner',
    );
    expect(loadAnswer([load('Ada', 5)], { ...link, verdict: 'cannotTell' }, 500)).toContain(
      'cannot be told yet',
    );
    expect(loadDefinition(link)).toContain('more than 331, which half of the leads met');
    expect(loadDefinition({ ...link, isCap: true, limit: 500 })).toContain('more than 500, the cap');
  });

  it('tell how old open leads are, and what is not known of them', () => {
    const ages = { group: '', leads: [], recycled: 0, overdue: rateOf(80, 100), neglected: rateOf(90, 100) };
    expect(ageingAnswer(ages, 14, 21)).toBe(
      'Nobody has tried 90% of open leads in 14 days; 80% are overdue for a decision',
    );
    expect(ageingAnswer({ ...ages, neglected: null }, 14, 21)).toBe(
      '80% of open leads are older than 21 days; who was tried cannot be told',
    );
    expect(ageingAnswer({ ...ages, overdue: rateOf(0, 0) }, 14, 21)).toBe('No lead is open');
  });

  it('tell what was sent away untried, missed, or came back', () => {
    expect(untriedAnswer(rateOf(30, 100))).toBe('30.0% of discarded leads were sent away without an attempt');
    expect(untriedAnswer(rateOf(1, 4))).toBe('1 of 4 discarded leads had no attempt');
    expect(untriedAnswer(rateOf(0, 0))).toContain('No lead that was handed over');
    const none = rateOf(0, 0);
    const meetings = { held: 0, missed: none, rebooked: none, convertedAfter: none, convertedWithout: none };
    expect(noShowAnswer(meetings)).toContain('cannot be told');
    expect(noShowAnswer({ ...meetings, held: 9, missed: rateOf(0, 9) })).toBe(
      'None of 9 meetings is marked as missed',
    );
    expect(noShowAnswer({ ...meetings, missed: rateOf(4, 40), rebooked: rateOf(1, 4) })).toBe(
      '10.0% of meetings are missed; 1 of 4 were rebooked',
    );
    const life = {
      row_group: 'Web',
      waited: 10,
      total: 100,
      returned: 40,
      left: 10,
      converted: 20,
      won: 2,
      won_minor: 900_000,
    };
    expect(secondLifeAnswer(secondLifeOf([life]), 'EUR')).toBe(
      '40.0% of leads sent to nurture came back, 20.0% became opportunities; 2 deals came of them, €9K',
    );
    expect(secondLifeAnswer(secondLifeOf([{ ...life, won: 0 }]), 'EUR')).toContain(
      'no deal came of them yet',
    );
    expect(secondLifeAnswer(secondLifeOf([]), 'EUR')).toContain('No lead has been sent');
    expect(secondLifeAnswer(secondLifeOf([{ ...life, total: 4, returned: 1 }]), null)).toContain('too few');
  });

  it('tell how soon sales reacts to a lead that shows itself', () => {
    expect(engagementAnswer(speed(80, 20)).replaceAll('\u00a0', ' ')).toBe(
      'Half of the leads that show themselves are tried within 30 min',
    );
    expect(engagementAnswer(speed(2, 8))).toBe(
      'Of 10 leads that showed themselves, fewer than half have been tried since: 2',
    );
    expect(engagementAnswer(speedToLead([]))).toContain('No lead showed itself');
  });
});

describe('a record behind a count', () => {
  const row = {
    owner: 'Ada',
    channel: 'Web',
    segment: 'Small',
    start_date: '2026-05-12',
    stage: 'mql',
    standing: 'dropped',
    amount_minor: null,
    attempts: null,
    response_minutes: null,
    days: null,
  };

  it('says where it stands and what was done with it', () => {
    expect(standingOf(row)).toBe('MQL, disqualified');
    expect(standingOf({ ...row, stage: 'opportunity' })).toBe('Opportunity, lost');
    expect(standingOf({ ...row, standing: 'no such' })).toBe('MQL, no such');
    expect(listedWhy(row, 'EUR')).toBe('12 May 2026. Web, Small.');
    expect(listedWhy({ ...row, attempts: 0 }, null)).toBe(
      '12 May 2026, no attempt in the agreed days, never answered. Web, Small.',
    );
    expect(listedWhy({ ...row, attempts: 1, response_minutes: 90 }, null).replaceAll('\u00a0', ' ')).toBe(
      '12 May 2026, 1 attempt in the agreed days, first tried after 1 h 30 min of opening hours. Web, Small.',
    );
    expect(listedWhy({ ...row, amount_minor: 150_000 }, 'EUR')).toBe('12 May 2026, €1,500. Web, Small.');
    expect(listedWhy({ ...row, standing: 'open', days: 1 }, null)).toContain('last tried 1 day ago');
    expect(listedWhy({ ...row, standing: 'open' }, null)).toContain('no attempt known');
    expect(listedWhy({ ...row, standing: 'recycled', days: 9 }, null)).toContain('9 days ago');
  });
});
