import type { RuledStage, StageRule } from '../../domain/stage-rule.ts';
import type { WordsOf } from './agreement-words.ts';
import type { LanguageFormat } from './language-format.ts';
import { wholeHours } from './language-format.ts';

const stageNames: Readonly<Record<RuledStage, string>> = { mql: 'MQL', sal: 'SAL', sql: 'SQL' };

const activities = {
  inbound: { one: '# inkommande aktivitet', other: '# inkommande aktiviteter' },
  outbound: { one: '# utgående aktivitet', other: '# utgående aktiviteter' },
  any: { one: '# aktivitet', other: '# aktiviteter' },
};

const condition = (f: LanguageFormat, rule: StageRule): string => {
  const names = (values: readonly string[]): string => f.either(values.map((value) => `”${value}”`));
  switch (rule.kind) {
    case 'status':
      return 'dess status i CRM-systemet säger det';
    case 'score':
      return rule.is === 'above'
        ? `dess poäng är högre än ${f.number(rule.value)}`
        : `dess poäng är minst ${f.number(rule.value)}`;
    case 'fit':
      return rule.is === 'above'
        ? `dess profilpoäng är högre än ${f.number(rule.value)}`
        : `dess profilpoäng är minst ${f.number(rule.value)}`;
    case 'channel':
      return `dess kanal är ${names(rule.oneOf)}`;
    case 'segment':
      return `dess segment är ${names(rule.oneOf)}`;
    case 'acts': {
      const types = rule.types.length === 0 ? '' : ` (${names(rule.types)})`;
      return `minst ${f.plural(rule.count, activities[rule.direction])}${types} har registrerats`;
    }
    case 'criteria': {
      const parts = rule.of.map((part) => condition(f, part)).join('; ');
      if (rule.atLeast >= rule.of.length) return `samtliga följande villkor är uppfyllda: ${parts}`;
      if (rule.atLeast === 1) return `minst ett av följande villkor är uppfyllt: ${parts}`;
      return `minst ${f.number(rule.atLeast)} av följande ${f.number(rule.of.length)} villkor är uppfyllda: ${parts}`;
    }
  }
};

/** An agreement in Swedish. */
export const swedish: WordsOf = (f) => {
  const within = (minutes: number): string => {
    const hours = wholeHours(minutes);
    return hours === null
      ? f.plural(minutes, { one: '# minut under arbetstid', other: '# minuter under arbetstid' })
      : f.plural(hours, { one: '# arbetstimme', other: '# arbetstimmar' });
  };
  const days = (value: number): string => f.plural(value, { one: '# dag', other: '# dagar' });
  const months = (value: number): string => f.plural(value, { one: '# månad', other: '# månader' });
  return {
    title: (version) => `Överenskommelse mellan marknad och sälj, version ${f.number(version)}`,
    opening: (signedOn, startsOn) =>
      `Undertecknad den ${f.day(signedOn)}. Gäller från den ${f.day(startsOn)}.`,
    draft: (startsOn) => `Ett utkast, ännu inte undertecknat. Avses gälla från den ${f.day(startsOn)}.`,
    headings: {
      definitions: 'Vad vi menar',
      marketing: 'Vad marknad lovar',
      sales: 'Vad sälj lovar',
      calendar: 'När klockan går',
      fairness: 'Vad som räknas och inte räknas',
      card: 'Vad ett lead är värt',
      measure: 'Hur det mäts',
      review: 'När vi ser över den',
      signatures: 'Underskrifter',
      annex: 'Bilaga: värde per kanal och segment',
    },

    definitionsInForce: (name, version, validFrom) =>
      `Definitionerna ”${name}”, version ${f.number(version)}, gäller från den ${f.day(validFrom)}.`,
    stage: (stage, rule) => `Ett lead blir ${stageNames[stage]} när ${condition(f, rule)}.`,
    anchor: (anchor) =>
      anchor === 'created'
        ? 'Leads räknas från den dag de skapades.'
        : anchor === 'mql'
          ? 'Leads räknas från den dag de blev MQL.'
          : 'Leads räknas från den dag de blev MQL där data anger en sådan dag, annars från den dag de skapades.',
    windows: ({ l2oDays, o2dDays }) =>
      l2oDays === null || o2dDays === null
        ? 'Hur lång tid ett lead har på sig att bli en affärsmöjlighet, och en affärsmöjlighet att bli en affär, följer av data.'
        : `Ett lead har ${days(l2oDays)} på sig att bli en affärsmöjlighet, en affärsmöjlighet ${days(o2dDays)} att bli en affär.`,
    handover: (event) =>
      event === 'mql'
        ? 'Ett lead lämnas över till sälj när det blir MQL.'
        : 'Ett lead lämnas över till sälj när det blir SAL.',

    value: (valueMinor, currency, month, growth) => {
      const first = `Under den första månaden, ${f.month(month)}, levererar marknad leads värda minst ${f.money(valueMinor, currency)} enligt värdetabellen`;
      if (growth === 0) return `${first}, och lika mycket varje månad därefter.`;
      return growth > 0
        ? `${first}, och ${f.percent(growth)} mer för varje månad därefter.`
        : `${first}, och ${f.percent(-growth)} mindre för varje månad därefter.`;
    },
    o2dFloor: (share) =>
      share === null
        ? 'Ingen lägsta andel affärer är avtalad.'
        : `Minst ${f.percent(share)} av affärsmöjligheterna från dessa leads blir affärer.`,
    returned: (limit) =>
      `Leads som inom ${days(limit)} visar sig vara skräp eller dubbletter dras av från värdet för den månad då det upptäcks.`,

    response: (minutes, attainment) =>
      `Sälj gör det första kontaktförsöket inom ${within(minutes)} från överlämningen, för minst ${f.percent(attainment)} av alla leads.`,
    attempts: (attempts, period) =>
      `Sälj gör minst ${f.plural(attempts, { one: '# kontaktförsök', other: '# kontaktförsök' })} inom ${days(period)} från överlämningen, om inte leadet dessförinnan svarar, blir en affärsmöjlighet, diskvalificeras eller går tillbaka till marknad.`,
    otherSegments: (segments) =>
      f.plural(segments, {
        one: 'Andra villkor gäller för # segment:',
        other: 'Andra villkor gäller för # segment:',
      }),
    segmentHead: ['Segment', 'Första försök inom', 'Försök'],

    onlyOpeningHours: 'Endast öppettider räknas som arbetstid.',
    calendarHead: ['Team', 'Tidszon', 'Öppettider'],
    holidays: (country) =>
      country === null ? 'Inga helgdagar räknas bort.' : `Helgdagar (${f.country(country)}) räknas inte.`,
    closedDays: (closed) =>
      f.plural(closed, {
        one: 'Den vanliga kalendern har stängt # angiven dag.',
        other: 'Den vanliga kalendern har stängt # angivna dagar.',
      }),

    worksBy: (calendar, owners) =>
      owners === null
        ? `”${calendar}” är kalendern för alla andra.`
        : `”${calendar}” är kalendern för ${f.all(owners)}.`,
    alsoClosed: (closed) =>
      f.plural(closed, {
        one: 'Den har stängt # angiven dag.',
        other: 'Den har stängt # angivna dagar.',
      }),

    fairness: (openLeads) => [
      'Säljs klocka startar vid överlämningen. Tiden före den är en fördröjning i systemet och redovisas för sig.',
      'Ett kontaktförsök är ett samtal, ett mejl, ett meddelande eller ett möte som en människa står för. Automatiska utskick är inga försök.',
      'Flera försök av samma slag inom fem minuter räknas som ett.',
      'Ett försök under de 24 timmarna före överlämningen räknas som svar direkt.',
      'En överlämning räknas först när dess tidsfrist har gått ut.',
      'Sammanslagna poster för samma person räknas en gång.',
      f.plural(openLeads, {
        one: 'En person kan ta hand om # öppet lead; det som överstiger detta redovisas för sig.',
        other: 'En person kan ta hand om # öppna leads; det som överstiger detta redovisas för sig.',
      }),
    ],

    card: ({ frozenOn, confidence, dealSizeMonths }) =>
      `Värdena är de som gällde den ${f.day(frozenOn)} och ligger fast så länge denna version gäller. Affärernas storlek bygger på affärer vunna under ${months(dealSizeMonths)}. Intervallen rymmer värdet i ${f.percent(confidence)} av fallen.`,
    cardHead: ['Kanal', 'Värde per lead', 'Intervall'],
    annexHead: ['Kanal', 'Segment', 'Värde per lead', 'Intervall'],
    range: (low, high) => `${low} till ${high}`,
    allLeads: 'Alla leads',
    blank: '(ej angivet)',

    measure: (startsOn) => [
      `Från den ${f.day(startsOn)} mäter veckogenomgången båda löftena mot denna version.`,
      'Marknad: levererat värde minus returnerat värde, delat med månadens mål; under en pågående månad med den del av målet som månadens hittillsvarande arbetsdagar motsvarar.',
      'Sälj: leads med ett första försök i tid, delat med leads vars tidsfrist har gått ut; samt leads med tillräckligt många försök, delat med leads vars försöksperiod är slut.',
    ],
    review: (reviewOn, { unit, length }) =>
      `Båda sidor går igenom överenskommelsen den ${f.day(reviewOn)}, efter ${unit === 'months' ? months(length) : days(length)}. Den gäller tills en senare version ersätter den.`,
    ticked: (signedOn) => `Marknad och sälj godkände denna text den ${f.day(signedOn)}.`,
    signatureRows: ['Namn', 'Datum', 'Underskrift'],
    sides: ['För marknad', 'För sälj'],
    seal: (version, hash) => `Version ${f.number(version)}, SHA-256 ${hash}`,

    changeHead: ['Villkor', 'Tidigare', 'Nu'],
    terms: {
      response: 'Första försök',
      attempts: 'Försök',
      attemptDays: 'Försöksperiod',
      attainment: 'Andel i tid',
      value: 'Värde den första månaden',
      growth: 'Tillväxt',
      firstMonth: 'Första månad',
      o2dFloor: 'Lägsta andel affärer',
      startsOn: 'Gäller från',
      reviewOn: 'Genomgång',
      definitions: 'Definitioner',
      calendar: 'Öppettider',
      card: 'Värdetabell',
    },
    forSegment: (term, segment) => `${term}, ${segment}`,
    none: 'ingen',
    asUsual: 'som för alla leads',
    perMonth: (growth) => `${growth} per månad`,
    changed: 'ändrad',
    noChange: (version) => `Version ${f.number(version)} ändrar inga villkor.`,
  };
};
