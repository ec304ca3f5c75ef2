import { useCallback, useState } from 'react';
import type { Choices } from '../../engine/analysis.ts';
import type { Workspace } from '../../engine/workspace.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { ConsoleDrawer } from './console-drawer.tsx';

/** What the console starts with: the numbers of the page by channel, to date. */
const firstStatement = `SELECT channel, count(*) AS leads,
  count(*) FILTER (outcome = 'opportunity') AS opportunities
FROM journey WHERE in_cohort
GROUP BY channel ORDER BY leads DESC`;

/** The way to the statements behind the numbers. What was typed stays while the page is open. */
export function ConsoleOpener({
  workspace,
  dataId,
  choices,
}: {
  readonly workspace: Workspace;
  readonly dataId: number;
  readonly choices: Choices;
}) {
  const [isOpen, setOpen] = useState(false);
  const [statement, setStatement] = useState(firstStatement);
  const close = useCallback(() => setOpen(false), []);
  return (
    <Block
      span={12}
      question="Another question?"
      answer="Ask the tables themselves in SQL"
      definition="The files as they were mapped, and the journeys and opportunities that the definitions above made of them. The console only reads, on this computer."
    >
      <div className="controls">
        <Button variant="ghost" onPress={() => setOpen(!isOpen)}>
          {isOpen ? 'Close the console' : 'Open the console'}
        </Button>
      </div>
      {isOpen && (
        <ConsoleDrawer
          workspace={workspace}
          dataId={dataId}
          choices={choices}
          statement={statement}
          onType={setStatement}
          onClose={close}
        />
      )}
    </Block>
  );
}
