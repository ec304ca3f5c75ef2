import { PromiseBars } from '../../charts/promise-bars.tsx';
import { ownHoursOf, type OwnerCalendars } from '../../domain/handover.ts';
import { slaGrid } from '../../domain/sla-grid.ts';
import type { SalesPromise } from '../../metrics/agreement.ts';
import type { SalesSide } from '../../metrics/promise/negotiation.ts';
import type { NegotiationBasis } from '../../metrics/promise/negotiation-basis.ts';
import { withTerms } from '../../metrics/promise/draft-terms.ts';
import { nearestInGrid, placeInGrid, weeksKept } from '../../metrics/promise/sales-replay.ts';
import { termsOfSegment } from '../../metrics/promise/sales-terms.ts';
import { attemptHours } from '../../metrics/promise/staff-need.ts';
import { count, dayAndMonth, wholePercent } from '../../sentences/format.ts';
import { allHoursWords } from '../../sentences/hours-words.ts';
import { attemptsNote, salesAnswer } from '../../sentences/sla/half-answers.ts';
import { attemptWords, responseShort, responseWords, shareWords } from '../../sentences/sla/term-words.ts';
import { RangeSlider } from '../../ui/range-slider.tsx';
import { MetricNote } from '../review/metric-note.tsx';
import { Facts } from './facts.tsx';
import { LoadTable } from './load-table.tsx';
import { SalesRules, type SalesRulesProps } from './sales-rules.tsx';
import { loadFacts, staffFacts } from './work-facts.ts';

interface SalesHalfProps extends Omit<SalesRulesProps, 'segments'> {
  readonly basis: NegotiationBasis;
  readonly side: SalesSide;
  /** When the owners of leads work. */
  readonly calendars: OwnerCalendars;
  readonly today: SalesPromise;
}

const places = slaGrid.responseMinutes.map((minutes, place) => ({
  value: place,
  label: responseShort(minutes),
}));
const minutesAt = (place: number): number => slaGrid.responseMinutes[place] ?? slaGrid.responseMinutes[0];

/** Sales' half: what it promises, how it would have been kept, and what it takes. */
export function SalesHalf(props: SalesHalfProps) {
  const { basis, side, calendars, promise, today, segment, minutesPerAttempt, onChange } = props;
  const own = segment === null ? promise : termsOfSegment(promise, segment);
  const change = (terms: Partial<Pick<SalesPromise, 'responseMinutes' | 'attempts'>>): void =>
    onChange(withTerms(promise, segment, terms));
  const { usualMinutes, staffToday } = side;
  return (
    <section className="side side-right">
      <div>
        <p className="question">Sales promises</p>
        <h2>{salesAnswer(promise, side)}</h2>
      </div>
      <SalesRules {...props} segments={basis.segments} />
      <div>
        <RangeSlider
          label={segment === null ? 'First attempt within' : `First attempt within, ${segment}`}
          words={responseShort(own.responseMinutes)}
          aside={`today ${responseShort(today.responseMinutes)}`}
          spoken={responseWords(own.responseMinutes)}
          value={placeInGrid(own.responseMinutes)}
          min={0}
          max={places.length - 1}
          step={1}
          onChange={(place) => change({ responseMinutes: minutesAt(place) })}
          typed={{
            value: own.responseMinutes,
            min: 1,
            max: minutesAt(places.length - 1),
            unit: 'min',
            onChange: (minutes) => change({ responseMinutes: nearestInGrid(minutes) }),
          }}
          band={usualMinutes && { low: placeInGrid(usualMinutes.low), high: placeInGrid(usualMinutes.high) }}
          today={placeInGrid(today.responseMinutes)}
          ticks={places}
          note={
            usualMinutes === null
              ? 'In business hours, from handover.'
              : `In business hours, from handover. The middle half of weeks would have kept ${responseShort(usualMinutes.low)}${usualMinutes.high === usualMinutes.low ? '' : ` to ${responseShort(usualMinutes.high)}`}.`
          }
        />
        <PromiseBars
          title="Answered in time by week; line: the promise"
          summary={`Would have been kept in ${count(side.kept.response.kept)} of ${count(side.kept.response.of)} weeks.`}
          bars={side.weeks.map(({ week, met, due }, place) => ({
            key: week,
            label: `Week of ${dayAndMonth(week)}`,
            tick: place % 5 === 2 ? dayAndMonth(week) : null,
            done: due === 0 ? null : met / due,
            promised: promise.attainment,
          }))}
          most={1}
          words={{ row: 'Week', done: 'Answered in time', promised: 'Promised' }}
          format={shareWords}
        />
      </div>
      <RangeSlider
        label={`Attempts within ${count(promise.attemptDays)} days${segment === null ? '' : `, ${segment}`}`}
        words={count(own.attempts)}
        aside={staffToday === null ? '' : `today ${staffToday.attemptsPerHandover.toFixed(1)} on average`}
        spoken={attemptWords(own.attempts)}
        value={own.attempts}
        min={1}
        max={slaGrid.attempts.length}
        step={1}
        onChange={(attempts) => change({ attempts })}
        typed={{
          value: own.attempts,
          min: 1,
          max: slaGrid.attempts.length,
          unit: '',
          onChange: (attempts) => change({ attempts: Math.round(attempts) }),
        }}
        band={null}
        today={staffToday?.attemptsPerHandover ?? null}
        ticks={[1, 2, 4, 6, 8, 10].map((value) => ({ value, label: count(value) }))}
        note={attemptsNote(own.attempts, side, basis.persistence)}
      />
      <div>
        <Facts
          facts={[
            ['Answered in time, last 90 days', recentWords(side.recent.response)],
            ['Enough attempts, last 90 days', recentWords(side.recent.attempts)],
            ...staffFacts(side, minutesPerAttempt),
            ...loadFacts(basis),
            ['Opening hours', allHoursWords(calendars.usual, ownHoursOf(calendars))],
          ]}
        />
        <LoadTable loads={basis.loads} repCap={basis.repCap} />
        <MetricNote metric={weeksKept} />
        <MetricNote metric={attemptHours} />
      </div>
    </section>
  );
}

const recentWords = ({ rate, k, n }: SalesSide['recent']['response']): string =>
  `${rate === null ? 'too few' : wholePercent(rate)}, ${count(k)} of ${count(n)}`;
