import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import type { HandoverRules } from '../../domain/handover.ts';
import type { Choices } from '../../engine/analysis.ts';
import type { Workspace } from '../../engine/workspace.ts';
import { slaEvidenceQuery } from '../../queries/sla-evidence-query.ts';
import { Block } from '../../ui/block.tsx';
import { AgreementBlock } from './agreement-block.tsx';
import type { NegotiatedTerms } from './agreement-draft.ts';
import { CommonGroundBlock } from './common-ground-block.tsx';
import { FairnessBlock } from './fairness-block.tsx';
import { GuardBlock } from './guard-block.tsx';
import { OverdueBlock } from './overdue-block.tsx';
import { SpeedBlock } from './speed-block.tsx';

interface EvidenceProps {
  readonly workspace: Workspace;
  readonly dataId: number;
  readonly choices: Choices;
  /** Under which handovers are counted: the terms in force, not those that a hand is moving. */
  readonly rules: HandoverRules;
  /** The first day of the agreement in force; null where none is. */
  readonly since: string | null;
  readonly negotiated: NegotiatedTerms;
}

function Waiting({ question, error }: { readonly question: string; readonly error: Error | null }) {
  return (
    <Block
      span={12}
      question={question}
      answer={error === null ? 'Counting' : 'It could not be counted'}
      definition={error?.message}
    />
  );
}

function WhatBothMean(props: EvidenceProps & { readonly label: string }) {
  const { workspace, dataId, choices, rules, since, negotiated, label } = props;
  const { data, error } = useQuery(slaEvidenceQuery(workspace, dataId, choices, rules, since));
  if (data === undefined) return <Waiting question="What do we both mean?" error={error} />;
  return (
    <CommonGroundBlock
      evidence={data}
      definitions={negotiated.definitions}
      label={label}
      card={negotiated.card}
    />
  );
}

function BelowTheTable(props: EvidenceProps & { readonly today: string; readonly earliest: string }) {
  const { workspace, dataId, choices, rules, since, negotiated, today, earliest } = props;
  const { data, error } = useQuery(slaEvidenceQuery(workspace, dataId, choices, rules, since));
  const asked = { workspace, dataId, choices };
  return (
    <>
      {data === undefined ? (
        <Waiting question="What do we know of speed?" error={error} />
      ) : (
        <>
          <SpeedBlock evidence={data} />
          <FairnessBlock evidence={data} {...asked} />
          <GuardBlock evidence={data} isSigned={since !== null} />
        </>
      )}
      <AgreementBlock negotiated={negotiated} today={today} earliest={earliest} />
      <OverdueBlock {...asked} rules={rules} card={negotiated.card} />
    </>
  );
}

/** What both mean, above the negotiation: definitions, acceptance and values. It stays as it is while a slider moves. */
export const CommonGround = memo(WhatBothMean);

/** What stands below the negotiation: speed, fairness, the guard, the signing and the list of overdue leads. */
export const SlaLower = memo(BelowTheTable);
