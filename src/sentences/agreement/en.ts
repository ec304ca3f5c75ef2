import type { RuledStage, StageRule } from '../../domain/stage-rule.ts';
import type { WordsOf } from './agreement-words.ts';
import type { LanguageFormat } from './language-format.ts';
import { wholeHours } from './language-format.ts';

const stageNames: Readonly<Record<RuledStage, string>> = { mql: 'MQL', sal: 'SAL', sql: 'SQL' };

const activities = {
  inbound: { one: '# inbound activity', other: '# inbound activities' },
  outbound: { one: '# outbound activity', other: '# outbound activities' },
  any: { one: '# activity', other: '# activities' },
};

const condition = (f: LanguageFormat, rule: StageRule): string => {
  const names = (values: readonly string[]): string => f.either(values.map((value) => `“${value}”`));
  switch (rule.kind) {
    case 'status':
      return 'its status in the CRM says so';
    case 'score':
      return rule.is === 'above'
        ? `its score is above ${f.number(rule.value)}`
        : `its score is at least ${f.number(rule.value)}`;
    case 'fit':
      return rule.is === 'above'
        ? `its fit is above ${f.number(rule.value)}`
        : `its fit is at least ${f.number(rule.value)}`;
    case 'channel':
      return `its channel is ${names(rule.oneOf)}`;
    case 'segment':
      return `its segment is ${names(rule.oneOf)}`;
    case 'acts': {
      const types = rule.types.length === 0 ? '' : ` (${names(rule.types)})`;
      return `there has been at least ${f.plural(rule.count, activities[rule.direction])}${types}`;
    }
    case 'criteria': {
      const parts = rule.of.map((part) => condition(f, part)).join('; ');
      if (rule.atLeast >= rule.of.length) return `all of the following hold: ${parts}`;
      if (rule.atLeast === 1) return `at least one of the following holds: ${parts}`;
      return `at least ${f.number(rule.atLeast)} of the following ${f.number(rule.of.length)} hold: ${parts}`;
    }
  }
};

/** An agreement in English. */
export const english: WordsOf = (f) => {
  const within = (minutes: number): string => {
    const hours = wholeHours(minutes);
    return hours === null
      ? f.plural(minutes, { one: '# business minute', other: '# business minutes' })
      : f.plural(hours, { one: '# business hour', other: '# business hours' });
  };
  const days = (value: number): string => f.plural(value, { one: '# day', other: '# days' });
  const months = (value: number): string => f.plural(value, { one: '# month', other: '# months' });
  return {
    title: (version) => `Agreement between marketing and sales, version ${f.number(version)}`,
    opening: (signedOn, startsOn) => `Signed on ${f.day(signedOn)}. In force from ${f.day(startsOn)}.`,
    draft: (startsOn) => `A draft, not signed yet. To be in force from ${f.day(startsOn)}.`,
    headings: {
      definitions: 'What we mean',
      marketing: 'What marketing promises',
      sales: 'What sales promises',
      calendar: 'When the clock runs',
      fairness: 'What counts and what does not',
      card: 'What a lead is worth',
      measure: 'How it is measured',
      review: 'When we look at it again',
      signatures: 'Signatures',
      annex: 'Annex: value by channel and segment',
    },

    definitionsInForce: (name, version, validFrom) =>
      `Definitions “${name}”, version ${f.number(version)}, valid from ${f.day(validFrom)}.`,
    stage: (stage, rule) => `A lead becomes an ${stageNames[stage]} when ${condition(f, rule)}.`,
    anchor: (anchor) =>
      anchor === 'created'
        ? 'Leads are counted from the day they were created.'
        : anchor === 'mql'
          ? 'Leads are counted from the day they became an MQL.'
          : 'Leads are counted from the day they became an MQL where the data name one, else from the day they were created.',
    windows: ({ l2oDays, o2dDays }) =>
      l2oDays === null || o2dDays === null
        ? 'How long a lead has to become an opportunity, and an opportunity to become a deal, follows from the data.'
        : `A lead has ${days(l2oDays)} to become an opportunity, an opportunity ${days(o2dDays)} to become a deal.`,
    handover: (event) =>
      event === 'mql'
        ? 'A lead is handed over to sales when it becomes an MQL.'
        : 'A lead is handed over to sales when it becomes an SAL.',

    value: (valueMinor, currency, month, growth) => {
      const first = `In ${f.month(month)} marketing delivers leads worth at least ${f.money(valueMinor, currency)} by the rate card`;
      if (growth === 0) return `${first}, and as much in each month after it.`;
      return growth > 0
        ? `${first}, and ${f.percent(growth)} more with each month after it.`
        : `${first}, and ${f.percent(-growth)} less with each month after it.`;
    },
    o2dFloor: (share) =>
      share === null
        ? 'No lowest share of deals is agreed.'
        : `At least ${f.percent(share)} of the opportunities from these leads become deals.`,
    returned: (limit) =>
      `Leads that turn out to be spam or duplicates within ${days(limit)} are taken off the value of the month in which this is found.`,

    response: (minutes, attainment) =>
      `Sales makes the first attempt to reach a lead within ${within(minutes)} of the handover, for at least ${f.percent(attainment)} of the leads.`,
    attempts: (attempts, period) =>
      `Sales makes at least ${f.plural(attempts, { one: '# attempt', other: '# attempts' })} within ${days(period)} of the handover, unless the lead answers, becomes an opportunity, is disqualified or goes back to marketing before that.`,
    otherSegments: (segments) =>
      f.plural(segments, {
        one: 'Other terms hold for # segment:',
        other: 'Other terms hold for # segments:',
      }),
    segmentHead: ['Segment', 'First attempt within', 'Attempts'],

    onlyOpeningHours: 'Only opening hours count as business time.',
    calendarHead: ['Team', 'Time zone', 'Opening hours'],
    holidays: (country) =>
      country === null
        ? 'No public holidays are left out.'
        : `Public holidays (${f.country(country)}) do not count.`,
    closedDays: (closed) =>
      f.plural(closed, {
        one: 'The usual calendar is closed on # listed day.',
        other: 'The usual calendar is closed on # listed days.',
      }),

    worksBy: (calendar, owners) =>
      owners === null
        ? `“${calendar}” is the calendar of everybody else.`
        : `“${calendar}” is the calendar of ${f.all(owners)}.`,
    alsoClosed: (closed) =>
      f.plural(closed, {
        one: 'It is closed on # listed day.',
        other: 'It is closed on # listed days.',
      }),

    fairness: (openLeads) => [
      'The clock of sales starts at the handover. What passes before it is a delay of the system and is told apart.',
      'An attempt is a call, mail, message or meeting by a person. Automated mails are no attempts.',
      'Several attempts of one kind within five minutes count once.',
      'An attempt in the 24 hours before the handover counts as an answer at once.',
      'A handover counts only when its deadline has passed.',
      'Records of one person that were merged count once.',
      f.plural(openLeads, {
        one: 'One person can care for # open lead; what is beyond that is told apart.',
        other: 'One person can care for # open leads; what is beyond that is told apart.',
      }),
    ],

    card: ({ frozenOn, confidence, dealSizeMonths }) =>
      `The values are those of ${f.day(frozenOn)} and stay fixed while this version is in force. The size of a deal is taken from deals won over ${months(dealSizeMonths)}. Ranges hold the value in ${f.percent(confidence)} of cases.`,
    cardHead: ['Channel', 'Value of a lead', 'Range'],
    annexHead: ['Channel', 'Segment', 'Value of a lead', 'Range'],
    range: (low, high) => `${low} to ${high}`,
    allLeads: 'All leads',
    blank: '(not given)',

    measure: (startsOn) => [
      `From ${f.day(startsOn)} the weekly review measures both promises by this version.`,
      'Marketing: the value delivered less the value returned, divided by the target of the month; in a running month by the part of it that its business days so far stand for.',
      'Sales: the leads first tried in time, divided by the leads whose deadline has passed; and the leads tried often enough, divided by the leads whose attempt period is over.',
    ],
    review: (reviewOn, { unit, length }) =>
      `Both sides go through this agreement on ${f.day(reviewOn)}, after ${unit === 'months' ? months(length) : days(length)}. It stays in force until a later version replaces it.`,
    ticked: (signedOn) => `Marketing and sales agreed to this text on ${f.day(signedOn)}.`,
    signatureRows: ['Name', 'Date', 'Signature'],
    sides: ['For marketing', 'For sales'],
    seal: (version, hash) => `Version ${f.number(version)}, SHA-256 ${hash}`,

    changeHead: ['Term', 'Before', 'Now'],
    terms: {
      response: 'First attempt',
      attempts: 'Attempts',
      attemptDays: 'Attempt period',
      attainment: 'Share in time',
      value: 'Value in the first month',
      growth: 'Growth',
      firstMonth: 'First month',
      o2dFloor: 'Lowest share of deals',
      startsOn: 'In force from',
      reviewOn: 'Review',
      definitions: 'Definitions',
      calendar: 'Opening hours',
      card: 'Rate card',
    },
    forSegment: (term, segment) => `${term}, ${segment}`,
    none: 'none',
    asUsual: 'as for all leads',
    perMonth: (growth) => `${growth} a month`,
    changed: 'changed',
    noChange: (version) => `Version ${f.number(version)} changes no term.`,
  };
};
