import type { Metric } from '../../metrics/metric.ts';
import { Disclosure } from '../../ui/disclosure.tsx';

/** What a number means and who is left out, behind a button. */
export function MetricNote({ metric, limits }: { readonly metric: Metric; readonly limits?: string }) {
  const rows: readonly (readonly [term: string, text: string])[] = [
    ['Meaning', metric.definition],
    ['Left out', metric.leftOut],
    ...(limits === undefined ? [] : ([['Usual range', limits]] as const)),
  ];
  return (
    <Disclosure summary={`How is “${metric.label}” computed?`}>
      <dl className="definition-list">
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

/** How the limits of a weekly count or amount are drawn. */
export const volumeLimits =
  'Mean of the baseline and 2.66 times the mean difference between neighbouring weeks (XmR chart). The last twelve weeks are held against up to a year before them. A signal: outside the limits, eight weeks on one side of the mean, or three of four nearer to a limit than to the mean.';
