import { useState } from 'react';
import type { Choices } from '../../engine/analysis.ts';
import type { SlaEvidence } from '../../engine/sla-evidence.ts';
import type { Workspace } from '../../engine/workspace.ts';
import { systemDelay } from '../../metrics/fairness.ts';
import { day } from '../../sentences/format.ts';
import {
  fairnessAnswer,
  fairnessLines,
  fairnessUnknown,
  type FairnessLine,
} from '../../sentences/sla/fairness-words.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { MetricNote } from '../review/metric-note.tsx';
import { FairnessDrawer } from './fairness-drawer.tsx';

interface FairnessBlockProps {
  readonly evidence: SlaEvidence;
  readonly workspace: Workspace;
  readonly dataId: number;
  readonly choices: Choices;
}

/** What is fair to hold against sales? What is taken out or told apart, with the list behind each, and what nobody can know. */
export function FairnessBlock({ evidence, workspace, dataId, choices }: FairnessBlockProps) {
  const [open, setOpen] = useState<FairnessLine | null>(null);
  const { fairness, rules, from, to } = evidence;
  return (
    <Block
      span={6}
      question="What is fair to hold against sales?"
      answer={fairnessAnswer(fairness)}
      definition={`Handovers of ${day(from)} to ${day(to)}; waits by the clock on the wall; open leads and merged records at the end of it.`}
      foot={<MetricNote metric={systemDelay} />}
    >
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col">Comes to</th>
          </tr>
        </thead>
        <tbody>
          {fairnessLines(fairness, rules.terms.repCap).map((line) => (
            <tr key={line.kind}>
              <th scope="row">
                {line.name}
                <p className="note">{line.rule}</p>
              </th>
              <td>
                <Button
                  variant="link"
                  label={`${line.number}: show the list, ${line.name}`}
                  onPress={() => setOpen(line)}
                >
                  {line.number}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>What cannot be known from these files</h3>
      <ul className="plain-list">
        {fairnessUnknown(fairness).map((unknown) => (
          <li key={unknown}>{unknown}</li>
        ))}
      </ul>
      {open !== null && (
        <FairnessDrawer
          line={open}
          rules={rules}
          workspace={workspace}
          dataId={dataId}
          choices={choices}
          onClose={() => setOpen(null)}
        />
      )}
    </Block>
  );
}
