import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useReducer, useState } from 'react';
import { blankGroup } from '../../domain/dimension.ts';
import { dayAt, zoneClock } from '../../domain/time-zone.ts';
import type { Analysis, Choices } from '../../engine/analysis.ts';
import type { PromiseHistory } from '../../engine/promise-history.ts';
import type { Workspace } from '../../engine/workspace.ts';
import type { Agreement } from '../../metrics/agreement.ts';
import { agreementDrift } from '../../metrics/agreement-drift.ts';
import { firstDraft, nextDraft } from '../../metrics/promise/draft-terms.ts';
import { negotiate } from '../../metrics/promise/negotiation.ts';
import { negotiationBasis, type DraftTerms } from '../../metrics/promise/negotiation-basis.ts';
import { meanWeeklyHours, usualMinutesPerAttempt } from '../../metrics/promise/staff-need.ts';
import { emptyRateCard, rateCard, type RateCard } from '../../metrics/rate-card.ts';
import { useAgreed } from '../../queries/agreed.ts';
import { analysisQuery } from '../../queries/analysis-query.ts';
import { promiseHistoryQuery } from '../../queries/promise-queries.ts';
import type { OpenData } from '../../queries/session.ts';
import { definitionLabel } from '../../sentences/definition-label.ts';
import { driftWords } from '../../sentences/drift-words.ts';
import { marketingGapWords, salesGapWords } from '../../sentences/sla/gap-words.ts';
import { noHeadline, pairHeadline } from '../../sentences/sla/settlement-words.ts';
import { Block } from '../../ui/block.tsx';
import { useChoices } from '../use-choices.ts';
import type { ViewState } from '../view-state.ts';
import { HalfGap } from './half-gap.tsx';
import { MarketingHalf } from './marketing-half.tsx';
import { SalesHalf } from './sales-half.tsx';
import { SettlementBlock } from './settlement-block.tsx';
import { CommonGround, SlaLower } from './sla-lower.tsx';
import { SlaStrip } from './sla-strip.tsx';

interface SlaPageProps {
  readonly workspace: Workspace;
  readonly data: OpenData;
  readonly state: ViewState;
}

/** The page at which marketing and sales agree on what each promises the other. */
export function SlaPage({ workspace, data, state }: SlaPageProps) {
  const choices = useChoices(state);
  const { agreements } = useAgreed().record;
  const analysis = useQuery(analysisQuery(workspace, data.id, choices));
  const history = useQuery({
    ...promiseHistoryQuery(workspace, data.id, choices, agreements),
    placeholderData: keepPreviousData,
  });
  const error = analysis.error ?? history.error;
  if (error !== null) {
    return (
      <div className="grid">
        <Block span={12} level="page" answer="The promises could not be judged" definition={error.message} />
      </div>
    );
  }
  if (analysis.data === undefined || history.data === undefined) return null;
  return (
    <Table
      asked={{ workspace, dataId: data.id, choices }}
      analysis={analysis.data}
      history={history.data}
      signed={agreements.at(-1) ?? null}
    />
  );
}

interface TableProps {
  readonly asked: { readonly workspace: Workspace; readonly dataId: number; readonly choices: Choices };
  readonly analysis: Analysis;
  readonly history: PromiseHistory;
  /** What was signed last, whether it has begun or not; null before the first. */
  readonly signed: Agreement | null;
}

/** The lead values that would be frozen now; without any where a joint cannot be measured. */
const cardOf = ({ marketing }: PromiseHistory, analysis: Analysis): RateCard => {
  const { l2oDays, o2dDays } = analysis.windows;
  const made = {
    frozenOn: analysis.definitions.asOf,
    definition: definitionLabel('l2d', 'windowed', analysis),
    currency: analysis.currency,
  };
  const { values, developments } = marketing;
  if (values !== null && developments !== null) return rateCard(values, developments, made);
  const none = (windowDays: number | null) => ({ windowDays: windowDays ?? 0, horizonDays: null, factor: 1 });
  return emptyRateCard({ l2o: none(l2oDays), o2d: none(o2dDays) }, made);
};

/** The two halves, what they come to, and below them what both sides sign. The draft lives here. */
function Table({ asked, analysis, history, signed }: TableProps) {
  const { definitions, definitionSet, windows, firstDay, currencies, currency, reportTimeZone } = analysis;
  const { asOf } = definitions;
  const { inForce, rules, calendar } = history;
  const [today] = useState(() => dayAt(Date.now(), zoneClock(reportTimeZone)));
  const basis = useMemo(
    () =>
      negotiationBasis(
        { ...history, terms: history.rules.terms },
        { asOf, firstDay, currencies: currencies.length },
      ),
    [history, asOf, firstDay, currencies],
  );
  const [{ draft, before }, act] = useReducer(nextDraft, null, () => ({
    draft: firstDraft(signed, basis.today),
    before: null,
  }));
  const [segment, setSegment] = useState<string | null>(null);
  const [minutesPerAttempt, setMinutes] = useState(usualMinutesPerAttempt);
  const hoursOpen = meanWeeklyHours(
    rules.calendars,
    basis.loads.map(({ owner }) => owner).filter((owner) => owner !== blankGroup),
  );
  const found = useMemo(
    () => negotiate(basis, draft, { minutesPerAttempt, hoursOpen }),
    [basis, draft, minutesPerAttempt, hoursOpen],
  );
  const change = (part: Partial<DraftTerms>): void => act({ kind: 'change', draft: { ...draft, ...part } });
  const { marketing } = basis;
  const card = useMemo(() => cardOf(history, analysis), [history, analysis]);
  const negotiated = useMemo(
    () => ({ ...draft, definitions: { ...definitionSet, windows }, calendar, card }),
    [draft, definitionSet, windows, calendar, card],
  );
  const drift =
    inForce === null
      ? undefined
      : driftWords(inForce.version, agreementDrift(inForce.definitions, definitionSet, windows));
  // The text to sign is long: it follows a slider that is moved, and does not hold it up.
  const evidence = {
    ...asked,
    rules,
    since: inForce?.startsOn ?? null,
    negotiated: useDeferredValue(negotiated),
  };
  return (
    <>
      <SlaStrip
        inForce={inForce}
        signed={signed}
        draft={draft}
        asOf={asOf}
        weeks={found.sales?.weeks.length ?? 0}
      />
      <div className="grid">
        <Block
          span={12}
          level="page"
          rule="none"
          answer={
            'gap' in marketing
              ? noHeadline(marketing.gap)
              : found.settlement && pairHeadline(found.settlement, currency)
          }
          definition={drift}
        />
      </div>
      <div className="mirror">
        {found.settlement === null ? (
          <section className="settlement" aria-label="Settlement">
            <p className="question">Settlement</p>
            <h2>Nothing can be settled in money yet</h2>
            <p className="definition">
              {basis.salesGap === null
                ? 'What sales promises can be agreed on without it.'
                : 'Both sides of the table say what is needed.'}
            </p>
          </section>
        ) : (
          <SettlementBlock
            settlement={found.settlement}
            basis={basis}
            currency={currency}
            canTakeBack={before !== null}
            onReset={() => act({ kind: 'reset', today: basis.today })}
            onTakeBack={() => act({ kind: 'takeBack' })}
          />
        )}
        {'gap' in marketing || found.marketing === null ? (
          <HalfGap
            question="Marketing promises"
            side="left"
            gap={marketingGapWords('gap' in marketing ? marketing.gap : 'leads')}
          />
        ) : (
          <MarketingHalf
            basis={marketing}
            side={found.marketing}
            promise={draft.marketing}
            today={basis.today.marketing}
            currency={currency}
            onChange={(promise) => change({ marketing: promise })}
          />
        )}
        {found.sales === null || basis.salesGap !== null ? (
          <HalfGap
            question="Sales promises"
            side="right"
            gap={salesGapWords(basis.salesGap ?? { days: 0 })}
          />
        ) : (
          <SalesHalf
            basis={basis}
            side={found.sales}
            calendars={rules.calendars}
            promise={draft.sales}
            today={basis.today.sales}
            segment={segment}
            minutesPerAttempt={minutesPerAttempt}
            onChange={(promise) => change({ sales: promise })}
            onSegment={setSegment}
            onMinutes={setMinutes}
          />
        )}
      </div>
      <div className="grid">
        <CommonGround {...evidence} label={definitionLabel('l2o', 'windowed', analysis)} />
        <SlaLower {...evidence} today={today} earliest={firstDay} />
      </div>
    </>
  );
}
