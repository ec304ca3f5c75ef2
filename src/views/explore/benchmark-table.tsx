import { Fragment } from 'react';
import type { BenchmarkCell, BenchmarkLine, Beside } from '../../metrics/benchmarks/beside.ts';
import { evidenceWords, figureWords, oursWords } from '../../sentences/explore/benchmark-words.ts';

/** The published figures by channel; ours in a column beside each step that may be compared. What was not recovered stays blank. */
export function BenchmarkTable({ beside }: { readonly beside: Beside }) {
  const { steps, lines, total } = beside;
  const compared = new Set(
    steps.filter(({ differences }) => differences.length === 0).map(({ step }) => step.id),
  );
  return (
    <section className="table-scroll" aria-label="Published figures by channel" tabIndex={0}>
      <table className="table table-benchmark">
        <thead>
          <tr>
            <th scope="col">Channel of the study</th>
            {steps.map(({ step }) => (
              <Fragment key={step.id}>
                <th scope="col" className="right">
                  {step.label}
                </th>
                {compared.has(step.id) && (
                  <th scope="col" className="right">
                    Here
                  </th>
                )}
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.channel} line={line} compared={compared} />
          ))}
          {total !== null && <Line line={total} compared={compared} isTotal />}
        </tbody>
      </table>
    </section>
  );
}

interface LineProps {
  readonly line: BenchmarkLine;
  readonly compared: ReadonlySet<string>;
  readonly isTotal?: boolean;
}

function Line({ line, compared, isTotal = false }: LineProps) {
  const isRenamed = !isTotal && compared.size > 0 && line.group !== null && line.group !== line.channel;
  return (
    <tr className={isTotal ? 'row-total' : undefined}>
      <th scope="row">
        {line.channel}
        {isRenamed && <span className="fraction"> here {line.group}</span>}
      </th>
      {line.cells.map((cell) => (
        <Fragment key={cell.step.id}>
          <td className="right" data-label={cell.step.label}>
            <Figure cell={cell} />
          </td>
          {compared.has(cell.step.id) && (
            <td className="right" data-label="Here">
              {cell.ours === null ? (
                <span className="visually-hidden">no channel of this name</span>
              ) : (
                oursWords(cell.ours)
              )}
            </td>
          )}
        </Fragment>
      ))}
    </tr>
  );
}

function Figure({ cell: { value } }: { readonly cell: BenchmarkCell }) {
  if (value === null) return <span className="visually-hidden">no figure recovered</span>;
  const evidence = evidenceWords(value);
  return (
    <>
      {figureWords(value)}
      {evidence !== '' && <span className="fraction"> {evidence}</span>}
    </>
  );
}
