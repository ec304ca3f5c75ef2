import { Disclosure } from '../../ui/disclosure.tsx';
import { count, percent } from '../../sentences/format.ts';
import { leadCounts, opportunityCounts } from '../../sql/questions/conversion-counts.ts';
import type { Joint } from '../../metrics/metric.ts';
import { metrics } from '../../metrics/registry.ts';
import type { ExploreModel } from './explore-model.ts';
import { computationWords } from './words.ts';

const statementOf = (model: ExploreModel, joint: Joint): string => {
  const request = {
    filter: model.filter,
    rows: 'channel',
    columns: 'segment',
    windows: model.analysis.windows,
  } as const;
  const { text, params } = joint === 'o2d' ? opportunityCounts(request) : leadCounts(request);
  const lines = text.split('\n').map((line) => line.replace(/^ {4}/, ''));
  return `${lines.join('\n')}\n-- values, in order: ${params.map((value) => JSON.stringify(value)).join(', ')}`;
};

/** Definition, counts and statement of the numbers of one joint. */
export function HowComputed({ model, joint }: { readonly model: ExploreModel; readonly joint: Joint }) {
  const rates = model.byChannel.total[joint];
  const reason = model.analysis.notMeasurable[joint];
  const rate = rates?.[model.basis];
  return (
    <Disclosure summary={`How is “${metrics[joint].label}” computed?`}>
      <dl className="definition-list">
        {computationWords(model.analysis, joint, model.basis, model.chosen).map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>Counts</dt>
          <dd>
            {rate === undefined
              ? `Not measurable. ${reason ?? ''}`
              : `${count(rate.k)} of ${count(rate.n)}${rate.rate === null ? '' : ` = ${percent(rate.rate)}`}${rate.low === null || rate.high === null ? '' : `, 95 % interval ${percent(rate.low)} to ${percent(rate.high)}`}`}
          </dd>
        </div>
      </dl>
      <p className="note">
        The statement that counted, by channel and segment; every table on this page is a sum of its rows.
      </p>
      <pre className="statement" tabIndex={0}>
        <code>{statementOf(model, joint)}</code>
      </pre>
    </Disclosure>
  );
}
