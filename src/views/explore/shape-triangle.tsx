import { CohortTriangle } from '../../charts/cohort-triangle.tsx';
import { fromEpochDay } from '../../domain/local-date.ts';
import type { MonthCohort } from '../../metrics/cohort-triangle.ts';
import { count, monthAndYear, percent } from '../../sentences/format.ts';

/** Months of start down, ages across: the share converted by each age, of those that are that old. */
export function ShapeTriangle({
  cohorts,
  title,
  sizeTitle,
}: {
  readonly cohorts: readonly MonthCohort[];
  readonly title: string;
  readonly sizeTitle: string;
}) {
  const ages = cohorts[0]?.ages.map(({ age }) => age) ?? [];
  return (
    <CohortTriangle
      rows={cohorts.map(({ month, size, ages: cells }) => ({
        key: String(month),
        label: monthAndYear(fromEpochDay(month)),
        size,
        cells: cells.map(({ rate, isMatured }) => ({
          value: rate.rate,
          state: isMatured ? 'matured' : 'young',
          note: `${count(rate.k)} of ${count(rate.n)}`,
        })),
      }))}
      ages={ages.map((age) => `${age} days`)}
      rowTitle="Month of start"
      sizeTitle={sizeTitle}
      title={title}
      summary={cohorts
        .map(({ month, ages: cells }) => {
          const last = cells.findLast(({ isMatured, rate }) => isMatured && rate.rate !== null);
          return `${monthAndYear(fromEpochDay(month))}: ${last === undefined ? 'too young' : `${percent(last.rate.rate ?? 0)} within ${last.age} days`}`;
        })
        .join('; ')}
      emptyText="No record started in these months."
      format={percent}
      formatCount={count}
      youngWord="not the whole month is that old yet"
    />
  );
}
