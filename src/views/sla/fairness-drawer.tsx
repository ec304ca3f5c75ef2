import { useQuery } from '@tanstack/react-query';
import type { HandoverRules } from '../../domain/handover.ts';
import type { Choices } from '../../engine/analysis.ts';
import { fairnessShown } from '../../metrics/fairness.ts';
import type { Workspace } from '../../engine/workspace.ts';
import { fairnessRecordsQuery } from '../../queries/sla-evidence-query.ts';
import { count, several } from '../../sentences/format.ts';
import { instantWords } from '../../sentences/sla/instant-words.ts';
import { fairnessDetail, type FairnessLine } from '../../sentences/sla/fairness-words.ts';
import { Drawer } from '../../ui/drawer.tsx';

interface FairnessDrawerProps {
  readonly line: FairnessLine;
  readonly rules: HandoverRules;
  readonly workspace: Workspace;
  readonly dataId: number;
  readonly choices: Choices;
  readonly onClose: () => void;
}

/** The records behind a number of fairness, the most telling first. */
export function FairnessDrawer({ line, rules, workspace, dataId, choices, onClose }: FairnessDrawerProps) {
  const { data, error } = useQuery(fairnessRecordsQuery(workspace, dataId, choices, rules, line.kind));
  const zone = rules.calendars.usual.timeZone;
  return (
    <Drawer heading={line.name} kicker={line.number} onClose={onClose}>
      <p className="definition">
        {line.rule}{' '}
        {data !== undefined &&
          (data.length < fairnessShown
            ? `${several(data.length, ['record', 'records'])}.`
            : `The first ${count(fairnessShown)} records.`)}
      </p>
      {error !== null && <p role="alert">The records could not be listed: {error.message}</p>}
      {data === undefined && error === null && <p className="quiet">Looking them up…</p>}
      <ul className="records">
        {data?.map((row) => (
          <li className="record" key={`${row.record_id} ${row.at_ms ?? ''} ${row.detail}`}>
            <p className="record-head">
              <span className="mono">{row.record_id}</span>
              <span>{row.at_ms === null ? '' : instantWords(row.at_ms, zone)}</span>
            </p>
            <p className="record-why">{fairnessDetail(line.kind, row.detail, row.amount)}</p>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
