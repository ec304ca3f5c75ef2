import {
  scoreGroups,
  scoreMatrixMetric,
  type ScoreCell,
  type ScoreGroup,
} from '../../metrics/score-matrix.ts';
import { groupWords, matrixAnswer } from '../../sentences/definitions/matrix-words.ts';
import { count, moneyShort, percent } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { RateCell } from '../../ui/rate-cell.tsx';
import { MetricNote } from '../review/metric-note.tsx';

interface MatrixBlockProps {
  readonly cells: readonly ScoreCell[];
  readonly currency: string | null;
}

/** Fit against interest: thirds of each, with the conversion and the value of a lead. */
export function MatrixBlock({ cells, currency }: MatrixBlockProps) {
  const has = (pick: (cell: ScoreCell) => boolean): boolean =>
    cells.some((cell) => pick(cell) && cell.l2o.n > 0);
  const fits = scoreGroups.filter((fit) => has((cell) => cell.fit === fit)).toReversed();
  const interests = scoreGroups.filter((interest) => has((cell) => cell.interest === interest));
  const most = Math.max(0.01, ...cells.map(({ l2o }) => l2o.high ?? 0));
  const cellAt = (fit: ScoreGroup, interest: ScoreGroup): ScoreCell | undefined =>
    cells.find((cell) => cell.fit === fit && cell.interest === interest);
  return (
    <Block
      span={6}
      question="Fit or interest?"
      answer={matrixAnswer(cells)}
      definition="Leads by thirds of fit (down) and of score (across): the share that became opportunities with its 95% interval, and the value of a lead."
      foot={<MetricNote metric={scoreMatrixMetric} />}
    >
      <section className="table-scroll" aria-label="Fit and interest" tabIndex={0}>
        <table className="table table-pivot">
          <thead>
            <tr>
              <th scope="col">Fit, interest</th>
              {interests.map((interest) => (
                <th key={interest} scope="col">
                  {groupWords[interest]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fits.map((fit) => (
              <tr key={fit}>
                <th scope="row">{groupWords[fit]}</th>
                {interests.map((interest) => {
                  const cell = cellAt(fit, interest);
                  return (
                    <td key={interest}>
                      <RateCell
                        rate={cell?.l2o ?? null}
                        max={most}
                        average={null}
                        tone="settled"
                        layout="stack"
                        label={`fit ${groupWords[fit]}, interest ${groupWords[interest]}`}
                        formatPercent={percent}
                        formatCount={count}
                      />
                      {cell !== undefined && cell.valueMinor !== null && currency !== null && (
                        <span className="note">{moneyShort(cell.valueMinor, currency)} a lead</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Block>
  );
}
