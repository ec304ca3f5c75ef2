import type { RuledStage, StageRule } from '../../domain/stage-rule.ts';
import type { WordsOf } from './agreement-words.ts';
import type { LanguageFormat } from './language-format.ts';
import { wholeHours } from './language-format.ts';

const stageNames: Readonly<Record<RuledStage, string>> = { mql: 'MQL', sal: 'SAL', sql: 'SQL' };

const activities = {
  inbound: { one: '# actividad entrante', other: '# actividades entrantes' },
  outbound: { one: '# actividad saliente', other: '# actividades salientes' },
  any: { one: '# actividad', other: '# actividades' },
};

const condition = (f: LanguageFormat, rule: StageRule): string => {
  const names = (values: readonly string[]): string => f.either(values.map((value) => `«${value}»`));
  switch (rule.kind) {
    case 'status':
      return 'lo indica su estado en el CRM';
    case 'score':
      return rule.is === 'above'
        ? `su puntuación es superior a ${f.number(rule.value)}`
        : `su puntuación es como mínimo de ${f.number(rule.value)}`;
    case 'fit':
      return rule.is === 'above'
        ? `su grado de encaje es superior a ${f.number(rule.value)}`
        : `su grado de encaje es como mínimo de ${f.number(rule.value)}`;
    case 'channel':
      return `su canal es ${names(rule.oneOf)}`;
    case 'segment':
      return `su segmento es ${names(rule.oneOf)}`;
    case 'acts': {
      const types = rule.types.length === 0 ? '' : ` (${names(rule.types)})`;
      return `consta un mínimo de ${f.plural(rule.count, activities[rule.direction])}${types}`;
    }
    case 'criteria': {
      const parts = rule.of.map((part) => condition(f, part)).join('; ');
      if (rule.atLeast >= rule.of.length) return `se cumplen todas las condiciones siguientes: ${parts}`;
      if (rule.atLeast === 1) return `se cumple al menos una de las condiciones siguientes: ${parts}`;
      return `se cumplen al menos ${f.number(rule.atLeast)} de las ${f.number(rule.of.length)} condiciones siguientes: ${parts}`;
    }
  }
};

/** An agreement in Spanish. */
export const spanish: WordsOf = (f) => {
  const within = (minutes: number): string => {
    const hours = wholeHours(minutes);
    return hours === null
      ? f.plural(minutes, { one: '# minuto laborable', other: '# minutos laborables' })
      : f.plural(hours, { one: '# hora laborable', other: '# horas laborables' });
  };
  const days = (value: number): string => f.plural(value, { one: '# día', other: '# días' });
  const months = (value: number): string => f.plural(value, { one: '# mes', other: '# meses' });
  return {
    title: (version) => `Acuerdo entre marketing y ventas, versión ${f.number(version)}`,
    opening: (signedOn, startsOn) => `Firmado el ${f.day(signedOn)}. En vigor desde el ${f.day(startsOn)}.`,
    draft: (startsOn) => `Borrador, aún sin firmar. Entraría en vigor el ${f.day(startsOn)}.`,
    headings: {
      definitions: 'Qué queremos decir',
      marketing: 'Qué promete marketing',
      sales: 'Qué promete ventas',
      calendar: 'Cuándo corre el reloj',
      fairness: 'Qué cuenta y qué no',
      card: 'Cuánto vale un lead',
      measure: 'Cómo se mide',
      review: 'Cuándo lo revisamos',
      signatures: 'Firmas',
      annex: 'Anexo: valor por canal y segmento',
    },

    definitionsInForce: (name, version, validFrom) =>
      `Definiciones «${name}», versión ${f.number(version)}, válidas desde el ${f.day(validFrom)}.`,
    stage: (stage, rule) => `Un lead pasa a ser ${stageNames[stage]} cuando ${condition(f, rule)}.`,
    anchor: (anchor) =>
      anchor === 'created'
        ? 'Los leads se cuentan desde el día en que se crearon.'
        : anchor === 'mql'
          ? 'Los leads se cuentan desde el día en que pasaron a ser MQL.'
          : 'Los leads se cuentan desde el día en que pasaron a ser MQL, si consta en los datos; si no, desde el día en que se crearon.',
    windows: ({ l2oDays, o2dDays }) =>
      l2oDays === null || o2dDays === null
        ? 'El plazo que tiene un lead para convertirse en oportunidad, y una oportunidad para convertirse en venta, se deduce de los datos.'
        : `Un lead tiene ${days(l2oDays)} para convertirse en oportunidad; una oportunidad, ${days(o2dDays)} para convertirse en venta.`,
    handover: (event) =>
      event === 'mql'
        ? 'Un lead se traspasa a ventas cuando pasa a ser MQL.'
        : 'Un lead se traspasa a ventas cuando pasa a ser SAL.',

    value: (valueMinor, currency, month, growth) => {
      const first = `En el primer mes, ${f.month(month)}, marketing entrega leads por un valor mínimo de ${f.money(valueMinor, currency)} según la tabla de valores`;
      if (growth === 0) return `${first}, y lo mismo en cada mes posterior.`;
      return growth > 0
        ? `${first}, y un ${f.percent(growth)} más con cada mes posterior.`
        : `${first}, y un ${f.percent(-growth)} menos con cada mes posterior.`;
    },
    o2dFloor: (share) =>
      share === null
        ? 'No se ha acordado una proporción mínima de ventas.'
        : `Al menos el ${f.percent(share)} de las oportunidades procedentes de estos leads se convierte en venta.`,
    returned: (limit) =>
      `Los leads que en un plazo de ${days(limit)} resulten ser spam o duplicados se descuentan del valor del mes en que se detecten.`,

    response: (minutes, attainment) =>
      `Ventas hace el primer intento de contacto en un plazo máximo de ${within(minutes)} desde el traspaso, con al menos el ${f.percent(attainment)} de los leads.`,
    attempts: (attempts, period) =>
      `Ventas hace como mínimo ${f.plural(attempts, { one: '# intento', other: '# intentos' })} en un plazo de ${days(period)} desde el traspaso, salvo que antes el lead responda, se convierta en oportunidad, se descarte o vuelva a marketing.`,
    otherSegments: (segments) =>
      f.plural(segments, {
        one: 'Para # segmento rigen otras condiciones:',
        other: 'Para # segmentos rigen otras condiciones:',
      }),
    segmentHead: ['Segmento', 'Primer intento en', 'Intentos'],

    onlyOpeningHours: 'Solo el horario de atención cuenta como tiempo laborable.',
    calendarHead: ['Equipo', 'Zona horaria', 'Horario de atención'],
    holidays: (country) =>
      country === null
        ? 'No se descuenta ningún día festivo.'
        : `Los días festivos (${f.country(country)}) no cuentan.`,
    closedDays: (closed) =>
      f.plural(closed, {
        one: 'El calendario habitual cierra # día señalado.',
        other: 'El calendario habitual cierra # días señalados.',
      }),

    worksBy: (calendar, owners) =>
      owners === null
        ? `«${calendar}» es el calendario de todos los demás.`
        : `«${calendar}» es el calendario de ${f.all(owners)}.`,
    alsoClosed: (closed) =>
      f.plural(closed, {
        one: 'Cierra # día señalado.',
        other: 'Cierra # días señalados.',
      }),

    fairness: (openLeads) => [
      'El reloj de ventas empieza con el traspaso. El tiempo anterior es un retraso del sistema y se muestra aparte.',
      'Un intento es una llamada, un correo, un mensaje o una reunión de una persona. Los correos automáticos no son intentos.',
      'Varios intentos del mismo tipo en cinco minutos cuentan como uno.',
      'Un intento en las 24 horas previas al traspaso cuenta como respuesta inmediata.',
      'Un traspaso solo cuenta cuando ha vencido su plazo.',
      'Los registros fusionados de una misma persona cuentan una sola vez.',
      f.plural(openLeads, {
        one: 'Una persona puede atender # lead abierto; el exceso se muestra aparte.',
        other: 'Una persona puede atender # leads abiertos; el exceso se muestra aparte.',
      }),
    ],

    card: ({ frozenOn, confidence, dealSizeMonths }) =>
      `Los valores son los del ${f.day(frozenOn)} y no cambian mientras esta versión esté en vigor. El importe de una venta se basa en las ventas cerradas a lo largo de ${months(dealSizeMonths)}. Los intervalos contienen el valor en el ${f.percent(confidence)} de los casos.`,
    cardHead: ['Canal', 'Valor de un lead', 'Intervalo'],
    annexHead: ['Canal', 'Segmento', 'Valor de un lead', 'Intervalo'],
    range: (low, high) => `de ${low} a ${high}`,
    allLeads: 'Todos los leads',
    blank: '(sin indicar)',

    measure: (startsOn) => [
      `Desde el ${f.day(startsOn)}, la revisión semanal mide ambas promesas según esta versión.`,
      'Marketing: el valor entregado menos el valor devuelto, dividido entre el objetivo del mes; en un mes en curso, entre la parte del objetivo que corresponde a los días laborables transcurridos.',
      'Ventas: los leads con un primer intento a tiempo, divididos entre los leads cuyo plazo ha vencido; y los leads con intentos suficientes, divididos entre los leads cuyo periodo de intentos ha terminado.',
    ],
    review: (reviewOn, { unit, length }) =>
      `Ambas partes revisan este acuerdo el ${f.day(reviewOn)}, al cabo de ${unit === 'months' ? months(length) : days(length)}. Sigue en vigor hasta que lo sustituya una versión posterior.`,
    ticked: (signedOn) => `Marketing y ventas aceptaron este texto el ${f.day(signedOn)}.`,
    signatureRows: ['Nombre', 'Fecha', 'Firma'],
    sides: ['Por marketing', 'Por ventas'],
    seal: (version, hash) => `Versión ${f.number(version)}, SHA-256 ${hash}`,

    changeHead: ['Condición', 'Antes', 'Ahora'],
    terms: {
      response: 'Primer intento',
      attempts: 'Intentos',
      attemptDays: 'Periodo de intentos',
      attainment: 'Proporción a tiempo',
      value: 'Valor del primer mes',
      growth: 'Crecimiento',
      firstMonth: 'Primer mes',
      o2dFloor: 'Proporción mínima de ventas',
      startsOn: 'En vigor desde',
      reviewOn: 'Revisión',
      definitions: 'Definiciones',
      calendar: 'Horario de atención',
      card: 'Tabla de valores',
    },
    forSegment: (term, segment) => `${term}, ${segment}`,
    none: 'ninguna',
    asUsual: 'como para todos los leads',
    perMonth: (growth) => `${growth} al mes`,
    changed: 'modificación',
    noChange: (version) => `La versión ${f.number(version)} no cambia ninguna condición.`,
  };
};
