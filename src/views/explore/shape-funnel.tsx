import type { FunnelViews } from '../../engine/funnels.ts';
import type { FunnelStep } from '../../metrics/funnel.ts';
import { funnelMetrics } from '../../metrics/funnel-metrics.ts';
import { count, percent } from '../../sentences/format.ts';
import { stageName } from '../../sentences/shape-words.ts';

const rules = ['strict', 'loose', 'furthest'] as const;

const lostWords = {
  skipped: 'skipped a stage',
  outOfOrder: 'came out of order',
  movedOn: 'moved on',
} as const;

const lossWords = (step: FunnelStep | undefined): string =>
  (step?.notCounted ?? [])
    .map(({ reason, stage, journeys }) => `${count(journeys)} ${lostWords[reason]} at ${stageName(stage)}`)
    .join('; ');

/** The same leads counted in three ways, stage by stage, and why the strict way leaves some out. */
export function ShapeFunnel({ views }: { readonly views: FunnelViews }) {
  return (
    <>
      <section className="table-scroll" aria-label="Funnels, stage by stage" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Stage</th>
              {rules.map((rule) => (
                <th key={rule} scope="col" className="right">
                  {funnelMetrics[rule].label}
                </th>
              ))}
              <th scope="col">Not in the strict count</th>
            </tr>
          </thead>
          <tbody>
            {views.loose.steps.map(({ stage }, index) => (
              <tr key={stage}>
                <th scope="row">{stageName(stage)}</th>
                {rules.map((rule) => {
                  const step = views[rule].steps[index];
                  return (
                    <td key={rule} className="right">
                      {step === undefined ? '–' : count(step.reached)}{' '}
                      <span className="fraction">
                        {step?.ofFirst.rate == null ? '' : percent(step.ofFirst.rate)}
                      </span>
                    </td>
                  );
                })}
                <td className="sample">{lossWords(views.strict.steps[index])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="note">
        {rules.map((rule) => `${funnelMetrics[rule].label}: ${funnelMetrics[rule].definition}`).join(' ')}{' '}
        {views.leftOut > 0 &&
          `Not in any of them: ${count(views.leftOut)} whose only opportunity is older than the lead.`}
      </p>
    </>
  );
}
