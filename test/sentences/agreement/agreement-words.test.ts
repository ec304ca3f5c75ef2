import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../../src/sentences/agreement/words-in.ts';
import type { AgreementLanguage } from '../../../src/metrics/agreement.ts';

/** The numbers on which plurals of the four languages differ. */
const numbers = [0, 1, 2, 5, 22, 1.5];

/** Spaces that do not break, as Intl writes them, as plain ones. */
const plainSpaces = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

interface Expected {
  /** The sentence around what differs, and what differs on each of the numbers. */
  readonly hours: readonly [around: string, ...forms: string[]];
  readonly minutes: readonly [around: string, ...forms: string[]];
  readonly attempts: readonly [around: string, ...forms: string[]];
  readonly days: readonly [around: string, ...forms: string[]];
  readonly windowDays: readonly [around: string, ...forms: string[]];
  readonly returnDays: readonly [around: string, ...forms: string[]];
  readonly months: readonly [around: string, ...forms: string[]];
  readonly afterMonths: readonly [around: string, ...forms: string[]];
  readonly afterDays: readonly [around: string, ...forms: string[]];
  readonly leads: readonly [around: string, ...forms: string[]];
  readonly segments: readonly [around: string, ...forms: string[]];
  readonly closed: readonly [around: string, ...forms: string[]];
  readonly alsoClosed: readonly [around: string, ...forms: string[]];
  readonly acts: readonly [around: string, ...forms: string[]];
  readonly criteria: readonly [around: string, ...forms: string[]];
}

const expected: Readonly<Record<AgreementLanguage, Expected>> = {
  en: {
    hours: [
      'Sales makes the first attempt to reach a lead within # of the handover, for at least 90% of the leads.',
      '0 business minutes',
      '1 business hour',
      '2 business hours',
      '5 business hours',
      '22 business hours',
      '1.5 business hours',
    ],
    minutes: [
      'Sales makes the first attempt to reach a lead within # of the handover, for at least 90% of the leads.',
      '0 business minutes',
      '1 business minute',
      '2 business minutes',
      '5 business minutes',
      '22 business minutes',
      '1.5 business minutes',
    ],
    attempts: [
      'Sales makes at least # within 7 days of the handover, unless the lead answers, becomes an opportunity, is disqualified or goes back to marketing before that.',
      '0 attempts',
      '1 attempt',
      '2 attempts',
      '5 attempts',
      '22 attempts',
      '1.5 attempts',
    ],
    days: [
      'Sales makes at least 6 attempts within # of the handover, unless the lead answers, becomes an opportunity, is disqualified or goes back to marketing before that.',
      '0 days',
      '1 day',
      '2 days',
      '5 days',
      '22 days',
      '1.5 days',
    ],
    windowDays: [
      'A lead has # to become an opportunity, an opportunity 60 days to become a deal.',
      '0 days',
      '1 day',
      '2 days',
      '5 days',
      '22 days',
      '1.5 days',
    ],
    returnDays: [
      'Leads that turn out to be spam or duplicates within # are taken off the value of the month in which this is found.',
      '0 days',
      '1 day',
      '2 days',
      '5 days',
      '22 days',
      '1.5 days',
    ],
    months: [
      'The values are those of 4 January 2026 and stay fixed while this version is in force. The size of a deal is taken from deals won over #. Ranges hold the value in 80% of cases.',
      '0 months',
      '1 month',
      '2 months',
      '5 months',
      '22 months',
      '1.5 months',
    ],
    afterMonths: [
      'Both sides go through this agreement on 4 May 2026, after #. It stays in force until a later version replaces it.',
      '0 months',
      '1 month',
      '2 months',
      '5 months',
      '22 months',
      '1.5 months',
    ],
    afterDays: [
      'Both sides go through this agreement on 4 May 2026, after #. It stays in force until a later version replaces it.',
      '0 days',
      '1 day',
      '2 days',
      '5 days',
      '22 days',
      '1.5 days',
    ],
    leads: [
      'One person can care for #; what is beyond that is told apart.',
      '0 open leads',
      '1 open lead',
      '2 open leads',
      '5 open leads',
      '22 open leads',
      '1.5 open leads',
    ],
    segments: [
      'Other terms hold for #:',
      '0 segments',
      '1 segment',
      '2 segments',
      '5 segments',
      '22 segments',
      '1.5 segments',
    ],
    closed: [
      'The usual calendar is closed on #.',
      '0 listed days',
      '1 listed day',
      '2 listed days',
      '5 listed days',
      '22 listed days',
      '1.5 listed days',
    ],
    alsoClosed: [
      'It is closed on #.',
      '0 listed days',
      '1 listed day',
      '2 listed days',
      '5 listed days',
      '22 listed days',
      '1.5 listed days',
    ],
    acts: [
      'A lead becomes an MQL when there has been at least # (“demo” or “trial”).',
      '0 inbound activities',
      '1 inbound activity',
      '2 inbound activities',
      '5 inbound activities',
      '22 inbound activities',
      '1.5 inbound activities',
    ],
    criteria: [
      'A lead becomes an SQL when #: its score is above 65; its fit is at least 3.5; its status in the CRM says so.',
      'at least 0 of the following 3 hold',
      'at least one of the following holds',
      'at least 2 of the following 3 hold',
      'all of the following hold',
      'all of the following hold',
      'at least 1.5 of the following 3 hold',
    ],
  },
  sv: {
    hours: [
      'Sälj gör det första kontaktförsöket inom # från överlämningen, för minst 90 % av alla leads.',
      '0 minuter under arbetstid',
      '1 arbetstimme',
      '2 arbetstimmar',
      '5 arbetstimmar',
      '22 arbetstimmar',
      '1,5 arbetstimmar',
    ],
    minutes: [
      'Sälj gör det första kontaktförsöket inom # från överlämningen, för minst 90 % av alla leads.',
      '0 minuter under arbetstid',
      '1 minut under arbetstid',
      '2 minuter under arbetstid',
      '5 minuter under arbetstid',
      '22 minuter under arbetstid',
      '1,5 minuter under arbetstid',
    ],
    attempts: [
      'Sälj gör minst # inom 7 dagar från överlämningen, om inte leadet dessförinnan svarar, blir en affärsmöjlighet, diskvalificeras eller går tillbaka till marknad.',
      '0 kontaktförsök',
      '1 kontaktförsök',
      '2 kontaktförsök',
      '5 kontaktförsök',
      '22 kontaktförsök',
      '1,5 kontaktförsök',
    ],
    days: [
      'Sälj gör minst 6 kontaktförsök inom # från överlämningen, om inte leadet dessförinnan svarar, blir en affärsmöjlighet, diskvalificeras eller går tillbaka till marknad.',
      '0 dagar',
      '1 dag',
      '2 dagar',
      '5 dagar',
      '22 dagar',
      '1,5 dagar',
    ],
    windowDays: [
      'Ett lead har # på sig att bli en affärsmöjlighet, en affärsmöjlighet 60 dagar att bli en affär.',
      '0 dagar',
      '1 dag',
      '2 dagar',
      '5 dagar',
      '22 dagar',
      '1,5 dagar',
    ],
    returnDays: [
      'Leads som inom # visar sig vara skräp eller dubbletter dras av från värdet för den månad då det upptäcks.',
      '0 dagar',
      '1 dag',
      '2 dagar',
      '5 dagar',
      '22 dagar',
      '1,5 dagar',
    ],
    months: [
      'Värdena är de som gällde den 4 januari 2026 och ligger fast så länge denna version gäller. Affärernas storlek bygger på affärer vunna under #. Intervallen rymmer värdet i 80 % av fallen.',
      '0 månader',
      '1 månad',
      '2 månader',
      '5 månader',
      '22 månader',
      '1,5 månader',
    ],
    afterMonths: [
      'Båda sidor går igenom överenskommelsen den 4 maj 2026, efter #. Den gäller tills en senare version ersätter den.',
      '0 månader',
      '1 månad',
      '2 månader',
      '5 månader',
      '22 månader',
      '1,5 månader',
    ],
    afterDays: [
      'Båda sidor går igenom överenskommelsen den 4 maj 2026, efter #. Den gäller tills en senare version ersätter den.',
      '0 dagar',
      '1 dag',
      '2 dagar',
      '5 dagar',
      '22 dagar',
      '1,5 dagar',
    ],
    leads: [
      'En person kan ta hand om #; det som överstiger detta redovisas för sig.',
      '0 öppna leads',
      '1 öppet lead',
      '2 öppna leads',
      '5 öppna leads',
      '22 öppna leads',
      '1,5 öppna leads',
    ],
    segments: [
      'Andra villkor gäller för #:',
      '0 segment',
      '1 segment',
      '2 segment',
      '5 segment',
      '22 segment',
      '1,5 segment',
    ],
    closed: [
      'Den vanliga kalendern har stängt #.',
      '0 angivna dagar',
      '1 angiven dag',
      '2 angivna dagar',
      '5 angivna dagar',
      '22 angivna dagar',
      '1,5 angivna dagar',
    ],
    alsoClosed: [
      'Den har stängt #.',
      '0 angivna dagar',
      '1 angiven dag',
      '2 angivna dagar',
      '5 angivna dagar',
      '22 angivna dagar',
      '1,5 angivna dagar',
    ],
    acts: [
      'Ett lead blir MQL när minst # (”demo” eller ”trial”) har registrerats.',
      '0 inkommande aktiviteter',
      '1 inkommande aktivitet',
      '2 inkommande aktiviteter',
      '5 inkommande aktiviteter',
      '22 inkommande aktiviteter',
      '1,5 inkommande aktiviteter',
    ],
    criteria: [
      'Ett lead blir SQL när #: dess poäng är högre än 65; dess profilpoäng är minst 3,5; dess status i CRM-systemet säger det.',
      'minst 0 av följande 3 villkor är uppfyllda',
      'minst ett av följande villkor är uppfyllt',
      'minst 2 av följande 3 villkor är uppfyllda',
      'samtliga följande villkor är uppfyllda',
      'samtliga följande villkor är uppfyllda',
      'minst 1,5 av följande 3 villkor är uppfyllda',
    ],
  },
  es: {
    hours: [
      'Ventas hace el primer intento de contacto en un plazo máximo de # desde el traspaso, con al menos el 90 % de los leads.',
      '0 minutos laborables',
      '1 hora laborable',
      '2 horas laborables',
      '5 horas laborables',
      '22 horas laborables',
      '1,5 horas laborables',
    ],
    minutes: [
      'Ventas hace el primer intento de contacto en un plazo máximo de # desde el traspaso, con al menos el 90 % de los leads.',
      '0 minutos laborables',
      '1 minuto laborable',
      '2 minutos laborables',
      '5 minutos laborables',
      '22 minutos laborables',
      '1,5 minutos laborables',
    ],
    attempts: [
      'Ventas hace como mínimo # en un plazo de 7 días desde el traspaso, salvo que antes el lead responda, se convierta en oportunidad, se descarte o vuelva a marketing.',
      '0 intentos',
      '1 intento',
      '2 intentos',
      '5 intentos',
      '22 intentos',
      '1,5 intentos',
    ],
    days: [
      'Ventas hace como mínimo 6 intentos en un plazo de # desde el traspaso, salvo que antes el lead responda, se convierta en oportunidad, se descarte o vuelva a marketing.',
      '0 días',
      '1 día',
      '2 días',
      '5 días',
      '22 días',
      '1,5 días',
    ],
    windowDays: [
      'Un lead tiene # para convertirse en oportunidad; una oportunidad, 60 días para convertirse en venta.',
      '0 días',
      '1 día',
      '2 días',
      '5 días',
      '22 días',
      '1,5 días',
    ],
    returnDays: [
      'Los leads que en un plazo de # resulten ser spam o duplicados se descuentan del valor del mes en que se detecten.',
      '0 días',
      '1 día',
      '2 días',
      '5 días',
      '22 días',
      '1,5 días',
    ],
    months: [
      'Los valores son los del 4 de enero de 2026 y no cambian mientras esta versión esté en vigor. El importe de una venta se basa en las ventas cerradas a lo largo de #. Los intervalos contienen el valor en el 80 % de los casos.',
      '0 meses',
      '1 mes',
      '2 meses',
      '5 meses',
      '22 meses',
      '1,5 meses',
    ],
    afterMonths: [
      'Ambas partes revisan este acuerdo el 4 de mayo de 2026, al cabo de #. Sigue en vigor hasta que lo sustituya una versión posterior.',
      '0 meses',
      '1 mes',
      '2 meses',
      '5 meses',
      '22 meses',
      '1,5 meses',
    ],
    afterDays: [
      'Ambas partes revisan este acuerdo el 4 de mayo de 2026, al cabo de #. Sigue en vigor hasta que lo sustituya una versión posterior.',
      '0 días',
      '1 día',
      '2 días',
      '5 días',
      '22 días',
      '1,5 días',
    ],
    leads: [
      'Una persona puede atender #; el exceso se muestra aparte.',
      '0 leads abiertos',
      '1 lead abierto',
      '2 leads abiertos',
      '5 leads abiertos',
      '22 leads abiertos',
      '1,5 leads abiertos',
    ],
    segments: [
      'Para # rigen otras condiciones:',
      '0 segmentos',
      '1 segmento',
      '2 segmentos',
      '5 segmentos',
      '22 segmentos',
      '1,5 segmentos',
    ],
    closed: [
      'El calendario habitual cierra #.',
      '0 días señalados',
      '1 día señalado',
      '2 días señalados',
      '5 días señalados',
      '22 días señalados',
      '1,5 días señalados',
    ],
    alsoClosed: [
      'Cierra #.',
      '0 días señalados',
      '1 día señalado',
      '2 días señalados',
      '5 días señalados',
      '22 días señalados',
      '1,5 días señalados',
    ],
    acts: [
      'Un lead pasa a ser MQL cuando consta un mínimo de # («demo» o «trial»).',
      '0 actividades entrantes',
      '1 actividad entrante',
      '2 actividades entrantes',
      '5 actividades entrantes',
      '22 actividades entrantes',
      '1,5 actividades entrantes',
    ],
    criteria: [
      'Un lead pasa a ser SQL cuando #: su puntuación es superior a 65; su grado de encaje es como mínimo de 3,5; lo indica su estado en el CRM.',
      'se cumplen al menos 0 de las 3 condiciones siguientes',
      'se cumple al menos una de las condiciones siguientes',
      'se cumplen al menos 2 de las 3 condiciones siguientes',
      'se cumplen todas las condiciones siguientes',
      'se cumplen todas las condiciones siguientes',
      'se cumplen al menos 1,5 de las 3 condiciones siguientes',
    ],
  },
  pl: {
    hours: [
      'Sprzedaż podejmuje pierwszą próbę kontaktu w ciągu # od przekazania, w przypadku co najmniej 90% leadów.',
      '0 minut czasu pracy',
      '1 godziny roboczej',
      '2 godzin roboczych',
      '5 godzin roboczych',
      '22 godzin roboczych',
      '1,5 godziny roboczej',
    ],
    minutes: [
      'Sprzedaż podejmuje pierwszą próbę kontaktu w ciągu # od przekazania, w przypadku co najmniej 90% leadów.',
      '0 minut czasu pracy',
      '1 minuty czasu pracy',
      '2 minut czasu pracy',
      '5 minut czasu pracy',
      '22 minut czasu pracy',
      '1,5 minuty czasu pracy',
    ],
    attempts: [
      'Sprzedaż podejmuje co najmniej # kontaktu w ciągu 7 dni od przekazania, chyba że lead wcześniej odpowie, stanie się szansą sprzedaży, zostanie zdyskwalifikowany lub wróci do marketingu.',
      '0 prób',
      '1 próbę',
      '2 próby',
      '5 prób',
      '22 próby',
      '1,5 próby',
    ],
    days: [
      'Sprzedaż podejmuje co najmniej 6 prób kontaktu w ciągu # od przekazania, chyba że lead wcześniej odpowie, stanie się szansą sprzedaży, zostanie zdyskwalifikowany lub wróci do marketingu.',
      '0 dni',
      '1 dnia',
      '2 dni',
      '5 dni',
      '22 dni',
      '1,5 dnia',
    ],
    windowDays: [
      'Lead ma # na to, by stać się szansą sprzedaży, a szansa sprzedaży 60 dni na to, by zakończyć się transakcją.',
      '0 dni',
      '1 dzień',
      '2 dni',
      '5 dni',
      '22 dni',
      '1,5 dnia',
    ],
    returnDays: [
      'Leady, które w ciągu # okażą się spamem lub duplikatami, odejmuje się od wartości tego miesiąca, w którym to stwierdzono.',
      '0 dni',
      '1 dnia',
      '2 dni',
      '5 dni',
      '22 dni',
      '1,5 dnia',
    ],
    months: [
      'Wartości pochodzą z dnia 4 stycznia 2026 i pozostają stałe, dopóki obowiązuje ta wersja. Wielkość transakcji ustalono na podstawie transakcji wygranych w okresie #. Przedziały obejmują wartość w 80% przypadków.',
      '0 miesięcy',
      '1 miesiąca',
      '2 miesięcy',
      '5 miesięcy',
      '22 miesięcy',
      '1,5 miesiąca',
    ],
    afterMonths: [
      'Obie strony przejrzą to porozumienie 4 maja 2026, po #. Obowiązuje ono, dopóki nie zastąpi go późniejsza wersja.',
      '0 miesiącach',
      '1 miesiącu',
      '2 miesiącach',
      '5 miesiącach',
      '22 miesiącach',
      '1,5 miesiąca',
    ],
    afterDays: [
      'Obie strony przejrzą to porozumienie 4 maja 2026, po #. Obowiązuje ono, dopóki nie zastąpi go późniejsza wersja.',
      '0 dniach',
      '1 dniu',
      '2 dniach',
      '5 dniach',
      '22 dniach',
      '1,5 dnia',
    ],
    leads: [
      'Jedna osoba może obsłużyć #; nadwyżka jest wykazywana osobno.',
      '0 otwartych leadów',
      '1 otwarty lead',
      '2 otwarte leady',
      '5 otwartych leadów',
      '22 otwarte leady',
      '1,5 otwartego leada',
    ],
    segments: [
      'Inne warunki obowiązują dla #:',
      '0 segmentów',
      '1 segmentu',
      '2 segmentów',
      '5 segmentów',
      '22 segmentów',
      '1,5 segmentu',
    ],
    closed: [
      'Zwykły kalendarz jest zamknięty przez #.',
      '0 wskazanych dni',
      '1 wskazany dzień',
      '2 wskazane dni',
      '5 wskazanych dni',
      '22 wskazane dni',
      '1,5 wskazanego dnia',
    ],
    alsoClosed: [
      'Jest on zamknięty przez #.',
      '0 wskazanych dni',
      '1 wskazany dzień',
      '2 wskazane dni',
      '5 wskazanych dni',
      '22 wskazane dni',
      '1,5 wskazanego dnia',
    ],
    acts: [
      'Lead staje się MQL, gdy odnotowano co najmniej # („demo” lub „trial”).',
      '0 aktywności przychodzących',
      '1 aktywność przychodzącą',
      '2 aktywności przychodzące',
      '5 aktywności przychodzących',
      '22 aktywności przychodzące',
      '1,5 aktywności przychodzącej',
    ],
    criteria: [
      'Lead staje się SQL, gdy #: jego ocena punktowa jest wyższa niż 65; jego ocena dopasowania wynosi co najmniej 3,5; wskazuje na to jego status w systemie CRM.',
      'spełnionych jest co najmniej 0 z 3 poniższych warunków',
      'spełniony jest co najmniej jeden z poniższych warunków',
      'spełnione są co najmniej 2 z 3 poniższych warunków',
      'spełnione są wszystkie poniższe warunki',
      'spełnione są wszystkie poniższe warunki',
      'spełnionych jest co najmniej 1,5 z 3 poniższych warunków',
    ],
  },
};

type Sentence = keyof Expected;

/** The sentence that a language makes of a number. */
const sentence = (language: AgreementLanguage, about: Sentence, n: number): string => {
  const { words } = wordsIn(language);
  const frozen = { frozenOn: '2026-01-04', confidence: 0.8 };
  switch (about) {
    case 'hours':
      return words.response(n * 60, 0.9);
    case 'minutes':
      return words.response(n, 0.9);
    case 'attempts':
      return words.attempts(n, 7);
    case 'days':
      return words.attempts(6, n);
    case 'windowDays':
      return words.windows({ l2oDays: n, o2dDays: 60, l2dDays: null });
    case 'returnDays':
      return words.returned(n);
    case 'months':
      return words.card({ ...frozen, dealSizeMonths: n });
    case 'afterMonths':
      return words.review('2026-05-04', { unit: 'months', length: n });
    case 'afterDays':
      return words.review('2026-05-04', { unit: 'days', length: n });
    case 'leads':
      return words.fairness(n).at(-1) ?? '';
    case 'segments':
      return words.otherSegments(n);
    case 'closed':
      return words.closedDays(n);
    case 'alsoClosed':
      return words.alsoClosed(n);
    case 'acts':
      return words.stage('mql', { kind: 'acts', types: ['demo', 'trial'], direction: 'inbound', count: n });
    case 'criteria':
      return words.stage('sql', {
        kind: 'criteria',
        atLeast: n,
        of: [
          { kind: 'score', is: 'above', value: 65 },
          { kind: 'fit', is: 'atLeast', value: 3.5 },
          { kind: 'status' },
        ],
      });
  }
};

const sentences: readonly Sentence[] = [
  'hours',
  'minutes',
  'attempts',
  'days',
  'windowDays',
  'returnDays',
  'months',
  'afterMonths',
  'afterDays',
  'leads',
  'segments',
  'closed',
  'alsoClosed',
  'acts',
  'criteria',
];

describe.each(['en', 'sv', 'es', 'pl'] as const)('an agreement in %s', (language) => {
  it.each(sentences)('is grammatical on 0, 1, 2, 5, 22 and 1.5: %s', (about) => {
    const [around, ...forms] = expected[language][about];
    expect(numbers.map((n) => plainSpaces(sentence(language, about, n)))).toEqual(
      forms.map((form) => around.replace('#', form)),
    );
  });
});
