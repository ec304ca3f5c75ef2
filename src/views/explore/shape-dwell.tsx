import { IncidenceCurves } from '../../charts/incidence-curves.tsx';
import type { StageDwell } from '../../metrics/stage-dwell.ts';
import { count, percent, percentTick } from '../../sentences/format.ts';
import { stageName } from '../../sentences/shape-words.ts';

const axisDays = (stages: readonly StageDwell[]): number => {
  const most = Math.max(0, ...stages.map(({ mostDays, medianDays }) => mostDays ?? (medianDays ?? 0) * 3));
  return Math.min(365, Math.max(14, Math.ceil(most * 1.5)));
};

/** How soon leads go on from each stage, those that still wait counted with the days they have waited. */
export function ShapeDwell({ stages }: { readonly stages: readonly StageDwell[] }) {
  const days = axisDays(stages);
  const dayText = (value: number | null): string => (value === null ? 'not yet' : count(value));
  return (
    <>
      <IncidenceCurves
        curves={stages.map(({ stage, curve }) => {
          const followed = curve.findLast(({ atRisk }) => atRisk >= 30)?.age ?? null;
          return {
            key: stage,
            label: stageName(stage),
            steps: curve.map(({ age, survival }) => ({
              day: age,
              share: 1 - survival,
              low: null,
              high: null,
            })),
            knownTo: followed,
            tone: 'dark' as const,
            hasBand: false,
          };
        })}
        days={days}
        sureTo={days + 1}
        sureToLabel=""
        xTitle="days since the stage was entered"
        title="Share that has left each stage by day"
        summary={stages
          .map(({ stage, medianDays }) => `${stageName(stage)}: half after ${dayText(medianDays)} days`)
          .join('; ')}
        emptyText="Nobody was seen in a stage in this period."
        words={{ day: 'Day', low: 'from', high: 'to' }}
        format={percent}
        formatTick={percentTick}
      />
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <th scope="col" className="right">
              Entered it
            </th>
            <th scope="col" className="right">
              Have left it
            </th>
            <th scope="col" className="right">
              Half after, days
            </th>
            <th scope="col" className="right">
              Four fifths after, days
            </th>
          </tr>
        </thead>
        <tbody>
          {stages.map(({ stage, waits, ended, medianDays, mostDays }) => (
            <tr key={stage}>
              <th scope="row">{stageName(stage)}</th>
              <td className="right">{count(waits)}</td>
              <td className="right">{count(ended)}</td>
              <td className="right">{dayText(medianDays)}</td>
              <td className="right">{dayText(mostDays)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
