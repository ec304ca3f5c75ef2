import type { RuledStage, StageRule } from '../../domain/stage-rule.ts';
import type { WordsOf } from './agreement-words.ts';
import type { LanguageFormat, PluralForms } from './language-format.ts';
import { wholeHours } from './language-format.ts';

const stageNames: Readonly<Record<RuledStage, string>> = { mql: 'MQL', sal: 'SAL', sql: 'SQL' };

/** Fractions take the genitive singular, as in “1,5 godziny”. */
const activities: Readonly<Record<'inbound' | 'outbound' | 'any', PluralForms>> = {
  inbound: {
    one: '# aktywność przychodzącą',
    few: '# aktywności przychodzące',
    many: '# aktywności przychodzących',
    other: '# aktywności przychodzącej',
  },
  outbound: {
    one: '# aktywność wychodzącą',
    few: '# aktywności wychodzące',
    many: '# aktywności wychodzących',
    other: '# aktywności wychodzącej',
  },
  any: { one: '# aktywność', other: '# aktywności' },
};

const condition = (f: LanguageFormat, rule: StageRule): string => {
  const names = (values: readonly string[]): string => f.either(values.map((value) => `„${value}”`));
  switch (rule.kind) {
    case 'status':
      return 'wskazuje na to jego status w systemie CRM';
    case 'score':
      return rule.is === 'above'
        ? `jego ocena punktowa jest wyższa niż ${f.number(rule.value)}`
        : `jego ocena punktowa wynosi co najmniej ${f.number(rule.value)}`;
    case 'fit':
      return rule.is === 'above'
        ? `jego ocena dopasowania jest wyższa niż ${f.number(rule.value)}`
        : `jego ocena dopasowania wynosi co najmniej ${f.number(rule.value)}`;
    case 'channel':
      return `jego kanał to ${names(rule.oneOf)}`;
    case 'segment':
      return `jego segment to ${names(rule.oneOf)}`;
    case 'acts': {
      const types = rule.types.length === 0 ? '' : ` (${names(rule.types)})`;
      return `odnotowano co najmniej ${f.plural(rule.count, activities[rule.direction])}${types}`;
    }
    case 'criteria': {
      const parts = rule.of.map((part) => condition(f, part)).join('; ');
      if (rule.atLeast >= rule.of.length) return `spełnione są wszystkie poniższe warunki: ${parts}`;
      if (rule.atLeast === 1) return `spełniony jest co najmniej jeden z poniższych warunków: ${parts}`;
      const all = f.number(rule.of.length);
      return `${f.plural(rule.atLeast, {
        few: `spełnione są co najmniej # z ${all} poniższych warunków`,
        other: `spełnionych jest co najmniej # z ${all} poniższych warunków`,
      })}: ${parts}`;
    }
  }
};

/** An agreement in Polish. */
export const polish: WordsOf = (f) => {
  /** Genitive, as after “w ciągu”. */
  const within = (minutes: number): string => {
    const hours = wholeHours(minutes);
    return hours === null
      ? f.plural(minutes, {
          one: '# minuty czasu pracy',
          few: '# minut czasu pracy',
          many: '# minut czasu pracy',
          other: '# minuty czasu pracy',
        })
      : f.plural(hours, {
          one: '# godziny roboczej',
          few: '# godzin roboczych',
          many: '# godzin roboczych',
          other: '# godziny roboczej',
        });
  };
  const daysGenitive = (value: number): string =>
    f.plural(value, { one: '# dnia', few: '# dni', many: '# dni', other: '# dnia' });
  const daysAccusative = (value: number): string =>
    f.plural(value, { one: '# dzień', few: '# dni', many: '# dni', other: '# dnia' });
  const after = ({ unit, length }: { readonly unit: 'months' | 'days'; readonly length: number }): string =>
    unit === 'months'
      ? f.plural(length, {
          one: '# miesiącu',
          few: '# miesiącach',
          many: '# miesiącach',
          other: '# miesiąca',
        })
      : f.plural(length, { one: '# dniu', few: '# dniach', many: '# dniach', other: '# dnia' });
  const monthsGenitive = (value: number): string =>
    f.plural(value, { one: '# miesiąca', few: '# miesięcy', many: '# miesięcy', other: '# miesiąca' });
  return {
    title: (version) => `Porozumienie marketingu i sprzedaży, wersja ${f.number(version)}`,
    opening: (signedOn, startsOn) => `Podpisano ${f.day(signedOn)}. Obowiązuje od ${f.day(startsOn)}.`,
    draft: (startsOn) => `Projekt, jeszcze niepodpisany. Ma obowiązywać od ${f.day(startsOn)}.`,
    headings: {
      definitions: 'Co mamy na myśli',
      marketing: 'Co obiecuje marketing',
      sales: 'Co obiecuje sprzedaż',
      calendar: 'Kiedy biegnie czas',
      fairness: 'Co się liczy, a co nie',
      card: 'Ile wart jest lead',
      measure: 'Jak to mierzymy',
      review: 'Kiedy do tego wracamy',
      signatures: 'Podpisy',
      annex: 'Załącznik: wartość według kanału i segmentu',
    },

    definitionsInForce: (name, version, validFrom) =>
      `Definicje „${name}”, wersja ${f.number(version)}, obowiązują od ${f.day(validFrom)}.`,
    stage: (stage, rule) => `Lead staje się ${stageNames[stage]}, gdy ${condition(f, rule)}.`,
    anchor: (anchor) =>
      anchor === 'created'
        ? 'Leady liczymy od dnia ich utworzenia.'
        : anchor === 'mql'
          ? 'Leady liczymy od dnia, w którym stały się MQL.'
          : 'Leady liczymy od dnia, w którym stały się MQL, o ile dane go podają, a w przeciwnym razie od dnia ich utworzenia.',
    windows: ({ l2oDays, o2dDays }) =>
      l2oDays === null || o2dDays === null
        ? 'To, ile czasu ma lead, by stać się szansą sprzedaży, a szansa sprzedaży, by zakończyć się transakcją, wynika z danych.'
        : `Lead ma ${daysAccusative(l2oDays)} na to, by stać się szansą sprzedaży, a szansa sprzedaży ${daysAccusative(o2dDays)} na to, by zakończyć się transakcją.`,
    handover: (event) =>
      event === 'mql'
        ? 'Lead zostaje przekazany sprzedaży, gdy staje się MQL.'
        : 'Lead zostaje przekazany sprzedaży, gdy staje się SAL.',

    value: (valueMinor, currency, month, growth) => {
      const first = `W pierwszym miesiącu (${f.month(month)}) marketing dostarcza leady o wartości co najmniej ${f.money(valueMinor, currency)} według tabeli wartości`;
      if (growth === 0) return `${first}, a w każdym kolejnym miesiącu tyle samo.`;
      return growth > 0
        ? `${first}, a w każdym kolejnym miesiącu o ${f.percent(growth)} więcej.`
        : `${first}, a w każdym kolejnym miesiącu o ${f.percent(-growth)} mniej.`;
    },
    o2dFloor: (share) =>
      share === null
        ? 'Nie uzgodniono najniższego udziału transakcji.'
        : `Co najmniej ${f.percent(share)} szans sprzedaży z tych leadów kończy się transakcją.`,
    returned: (limit) =>
      `Leady, które w ciągu ${daysGenitive(limit)} okażą się spamem lub duplikatami, odejmuje się od wartości tego miesiąca, w którym to stwierdzono.`,

    response: (minutes, attainment) =>
      `Sprzedaż podejmuje pierwszą próbę kontaktu w ciągu ${within(minutes)} od przekazania, w przypadku co najmniej ${f.percent(attainment)} leadów.`,
    attempts: (attempts, period) =>
      `Sprzedaż podejmuje co najmniej ${f.plural(attempts, {
        one: '# próbę',
        few: '# próby',
        many: '# prób',
        other: '# próby',
      })} kontaktu w ciągu ${daysGenitive(period)} od przekazania, chyba że lead wcześniej odpowie, stanie się szansą sprzedaży, zostanie zdyskwalifikowany lub wróci do marketingu.`,
    otherSegments: (segments) =>
      f.plural(segments, {
        one: 'Inne warunki obowiązują dla # segmentu:',
        few: 'Inne warunki obowiązują dla # segmentów:',
        many: 'Inne warunki obowiązują dla # segmentów:',
        other: 'Inne warunki obowiązują dla # segmentu:',
      }),
    segmentHead: ['Segment', 'Pierwsza próba w ciągu', 'Próby'],

    onlyOpeningHours: 'Za czas pracy uważa się tylko godziny otwarcia.',
    calendarHead: ['Zespół', 'Strefa czasowa', 'Godziny otwarcia'],
    holidays: (country) =>
      country === null
        ? 'Nie odlicza się żadnych świąt.'
        : `Święta państwowe (${f.country(country)}) się nie liczą.`,
    closedDays: (closed) =>
      f.plural(closed, {
        one: 'Zwykły kalendarz jest zamknięty przez # wskazany dzień.',
        few: 'Zwykły kalendarz jest zamknięty przez # wskazane dni.',
        many: 'Zwykły kalendarz jest zamknięty przez # wskazanych dni.',
        other: 'Zwykły kalendarz jest zamknięty przez # wskazanego dnia.',
      }),

    // Names stay in the nominative, as nobody can decline them.
    worksBy: (calendar, owners) => {
      if (owners === null) return `Według kalendarza „${calendar}” pracują wszyscy pozostali.`;
      return `Według kalendarza „${calendar}” ${owners.length === 1 ? 'pracuje' : 'pracują'}: ${f.all(owners)}.`;
    },
    alsoClosed: (closed) =>
      f.plural(closed, {
        one: 'Jest on zamknięty przez # wskazany dzień.',
        few: 'Jest on zamknięty przez # wskazane dni.',
        many: 'Jest on zamknięty przez # wskazanych dni.',
        other: 'Jest on zamknięty przez # wskazanego dnia.',
      }),

    fairness: (openLeads) => [
      'Czas reakcji sprzedaży biegnie od przekazania leada. To, co upływa wcześniej, jest opóźnieniem systemu i jest wykazywane osobno.',
      'Próba kontaktu to telefon, e-mail, wiadomość lub spotkanie ze strony człowieka. Automatyczne e-maile nie są próbami.',
      'Kilka prób tego samego rodzaju w ciągu pięciu minut liczy się jako jedna.',
      'Próba w ciągu 24 godzin przed przekazaniem liczy się jako natychmiastowa odpowiedź.',
      'Przekazanie liczy się dopiero wtedy, gdy minął jego termin.',
      'Scalone rekordy tej samej osoby liczą się raz.',
      f.plural(openLeads, {
        one: 'Jedna osoba może obsłużyć # otwarty lead; nadwyżka jest wykazywana osobno.',
        few: 'Jedna osoba może obsłużyć # otwarte leady; nadwyżka jest wykazywana osobno.',
        many: 'Jedna osoba może obsłużyć # otwartych leadów; nadwyżka jest wykazywana osobno.',
        other: 'Jedna osoba może obsłużyć # otwartego leada; nadwyżka jest wykazywana osobno.',
      }),
    ],

    card: ({ frozenOn, confidence, dealSizeMonths }) =>
      `Wartości pochodzą z dnia ${f.day(frozenOn)} i pozostają stałe, dopóki obowiązuje ta wersja. Wielkość transakcji ustalono na podstawie transakcji wygranych w okresie ${monthsGenitive(dealSizeMonths)}. Przedziały obejmują wartość w ${f.percent(confidence)} przypadków.`,
    cardHead: ['Kanał', 'Wartość leada', 'Przedział'],
    annexHead: ['Kanał', 'Segment', 'Wartość leada', 'Przedział'],
    range: (low, high) => `od ${low} do ${high}`,
    allLeads: 'Wszystkie leady',
    blank: '(nie podano)',

    measure: (startsOn) => [
      `Od ${f.day(startsOn)} przegląd tygodniowy mierzy obie obietnice według tej wersji.`,
      'Marketing: wartość dostarczona minus wartość zwrócona, podzielona przez cel miesiąca; w trwającym miesiącu przez tę część celu, która odpowiada dotychczasowym dniom roboczym.',
      'Sprzedaż: leady z pierwszą próbą na czas podzielone przez leady, których termin minął; oraz leady z wystarczającą liczbą prób podzielone przez leady, których okres prób się skończył.',
    ],
    review: (reviewOn, term) =>
      `Obie strony przejrzą to porozumienie ${f.day(reviewOn)}, po ${after(term)}. Obowiązuje ono, dopóki nie zastąpi go późniejsza wersja.`,
    ticked: (signedOn) => `Marketing i sprzedaż zaakceptowały ten tekst ${f.day(signedOn)}.`,
    signatureRows: ['Imię i nazwisko', 'Data', 'Podpis'],
    sides: ['Za marketing', 'Za sprzedaż'],
    seal: (version, hash) => `Wersja ${f.number(version)}, SHA-256 ${hash}`,

    changeHead: ['Warunek', 'Dotychczas', 'Teraz'],
    terms: {
      response: 'Pierwsza próba',
      attempts: 'Próby',
      attemptDays: 'Okres prób',
      attainment: 'Udział na czas',
      value: 'Wartość w pierwszym miesiącu',
      growth: 'Wzrost',
      firstMonth: 'Pierwszy miesiąc',
      o2dFloor: 'Najniższy udział transakcji',
      startsOn: 'Obowiązuje od',
      reviewOn: 'Przegląd',
      definitions: 'Definicje',
      calendar: 'Godziny otwarcia',
      card: 'Tabela wartości',
    },
    forSegment: (term, segment) => `${term}, ${segment}`,
    none: 'brak',
    asUsual: 'jak dla wszystkich leadów',
    perMonth: (growth) => `${growth} miesięcznie`,
    changed: 'zmiana',
    noChange: (version) => `Wersja ${f.number(version)} nie zmienia żadnego warunku.`,
  };
};
