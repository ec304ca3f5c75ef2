import type { SlaEvidence } from '../../engine/sla-evidence.ts';
import type { DefinitionSet } from '../../domain/definition-set.ts';
import { ruledStages } from '../../domain/stage-rule.ts';
import { acceptance } from '../../metrics/acceptance.ts';
import { leadValue } from '../../metrics/lead-value.ts';
import type { RateCard } from '../../metrics/rate-card.ts';
import { wordsIn } from '../../sentences/agreement/words-in.ts';
import { count, money, percent } from '../../sentences/format.ts';
import {
  acceptanceAnswer,
  acceptanceDefinition,
  acceptanceNames,
  stepName,
} from '../../sentences/sla/acceptance-words.ts';
import { Block } from '../../ui/block.tsx';
import { MetricNote } from '../review/metric-note.tsx';

interface CommonGroundBlockProps {
  readonly evidence: SlaEvidence;
  readonly definitions: DefinitionSet;
  /** The label of the definitions in force. */
  readonly label: string;
  readonly card: RateCard;
}

const mostLines = 9;

/** What do we both mean? Stages in words, which segments sales takes at which stage, and what a lead is worth. */
export function CommonGroundBlock({ evidence, definitions, label, card }: CommonGroundBlockProps) {
  const { words } = wordsIn('en');
  const steps = evidence.acceptance[0]?.cells ?? [];
  const channels = card.rates.filter(({ segment }) => segment === null);
  return (
    <Block
      span={12}
      question="What do we both mean?"
      answer={acceptanceAnswer(evidence.acceptance)}
      definition={acceptanceDefinition(evidence.speed.l2oDays)}
      foot={
        <>
          <MetricNote metric={acceptance} />
          <MetricNote metric={leadValue} />
        </>
      }
    >
      <div className="grid inner-grid">
        <div className="span-3">
          <h3>In words</h3>
          <ul className="plain-list">
            {ruledStages.map((stage) => (
              <li key={stage}>{words.stage(stage, definitions.stages[stage])}</li>
            ))}
            <li>{words.handover(definitions.handoverSource)}</li>
          </ul>
          <p className="note">{label}</p>
        </div>
        <section className="span-5 table-scroll" aria-label="What sales took" tabIndex={0}>
          <h3>What sales took</h3>
          {steps.length === 0 ? (
            <p className="quiet">
              No stage between MQL and opportunity is recorded with a date, so nobody can see what was
              accepted.
            </p>
          ) : (
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Segment</th>
                  {steps.map((step) => (
                    <th key={step.to} scope="col">
                      {stepName(step)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {evidence.acceptance.slice(0, mostLines).map(({ segment, cells }) => (
                  <tr key={segment}>
                    <th scope="row">
                      <bdi>{segment}</bdi>
                    </th>
                    {cells.map(({ to, rate, verdict }) => (
                      <td key={to} className={verdict === 'cannotTell' ? 'quiet' : undefined}>
                        {acceptanceNames[verdict]}
                        <span className="k-of-n">
                          {rate.rate === null ? '' : `${percent(rate.rate)}, `}
                          {count(rate.k)} of {count(rate.n)}
                        </span>
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
        <section className="span-4 table-scroll" aria-label="Value of a lead by channel" tabIndex={0}>
          <h3>What a lead is worth</h3>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Channel</th>
                <th scope="col" className="right">
                  Value
                </th>
                <th scope="col" className="right">
                  80% range
                </th>
              </tr>
            </thead>
            <tbody>
              {channels.map(({ channel, valueMinor, lowMinor, highMinor }) => (
                <tr key={channel ?? ''}>
                  <th scope="row">
                    <bdi>{channel ?? 'All leads'}</bdi>
                  </th>
                  <td className="right">{money(valueMinor, card.currency ?? '')}</td>
                  <td className="right nowrap">
                    {lowMinor === null || highMinor === null
                      ? '–'
                      : `${money(lowMinor, card.currency ?? '')} to ${money(highMinor, card.currency ?? '')}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
    </Block>
  );
}
