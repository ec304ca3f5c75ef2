import type { Dimension } from '../../domain/dimension.ts';
import type { Rate } from '../../domain/rate.ts';
import type { Comparison } from '../../metrics/comparison.ts';
import { metrics } from '../../metrics/registry.ts';
import { verdictLabels } from '../../metrics/verdict.ts';
import {
  causeWords,
  differenceWords,
  reversalWords,
  sameMixWords,
  type ComparedPhrases,
} from '../../sentences/comparison-words.ts';
import { count, percent } from '../../sentences/format.ts';

/** One joint compared. */
export interface ComparedJoint {
  readonly joint: 'l2o' | 'o2d';
  readonly names: { readonly a: string; readonly b: string };
  readonly phrases: ComparedPhrases;
  readonly result: Comparison;
}

const rateWords = (rate: Rate): string =>
  `${rate.rate === null ? '–' : percent(rate.rate)} (${count(rate.k)} of ${count(rate.n)})`;

/** Both joints of A and B beside each other, and under each joint why they differ. */
export function CompareTable({
  joints,
  by,
}: {
  readonly joints: readonly ComparedJoint[];
  readonly by: Dimension;
}) {
  return (
    <>
      <table className="table table-cards">
        <thead>
          <tr>
            <th scope="col">Conversion</th>
            <th scope="col">A: {joints[0]?.names.a}</th>
            <th scope="col">B: {joints[0]?.names.b}</th>
            <th scope="col">Difference</th>
            <th scope="col">At the same mix</th>
            <th scope="col">What it bears</th>
          </tr>
        </thead>
        <tbody>
          {joints.map(({ joint, result }) => (
            <tr key={joint}>
              <th scope="row">{metrics[joint].label}</th>
              <td className="full" data-label="A">
                {rateWords(result.a)}
              </td>
              <td className="full" data-label="B">
                {rateWords(result.b)}
              </td>
              <td className="full" data-label="Difference">
                {differenceWords(result)}
              </td>
              <td className="full" data-label="Same mix">
                {sameMixWords(result)}
              </td>
              <td className="full" data-label="Verdict">
                {verdictLabels[result.difference.verdict]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="grid grid-tight">
        {joints.map(({ joint, result }) => (
          <div key={joint} className="span-6">
            <h3 className="causes-head">{metrics[joint].label}: what makes the difference</h3>
            {result.causes.length === 0 ? (
              <p className="quiet">None: there is nothing on one side, or no difference to explain.</p>
            ) : (
              <ol className="causes">
                {result.causes.map((cause) => (
                  <li key={`${cause.kind} ${cause.group}`}>{causeWords(cause)}</li>
                ))}
              </ol>
            )}
            {result.reversal !== null && <p className="causes-warning">{reversalWords(result, by)}</p>}
          </div>
        ))}
      </div>
    </>
  );
}
