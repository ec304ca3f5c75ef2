import { useState } from 'react';
import {
  standardDefinitions,
  type DefinitionHistory,
  type DefinitionSet,
} from '../../domain/definition-set.ts';
import { definitionsText, parseDefinitions } from '../../ingest/definition-file.ts';
import { ImportError } from '../../ingest/ledger.ts';
import { definitionName } from '../../sentences/definition-label.ts';
import { versionChanges } from '../../sentences/definitions/history-words.ts';
import { sinceWords } from '../../sentences/definitions/stage-lines.ts';
import { capitalised, several } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceButton } from '../../ui/choice-button.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { saveText } from '../data/save-text.ts';
import { isSameVersion } from './side-choices.ts';

interface HistoryBlockProps {
  /** Ascending by day; empty where nothing was agreed. */
  readonly versions: readonly DefinitionSet[];
  readonly inForce: DefinitionSet;
  readonly onReplace: (versions: readonly DefinitionSet[]) => void;
  readonly onDraft: (set: DefinitionSet) => void;
}

const historyAnswer = (versions: readonly DefinitionSet[], inForce: DefinitionSet): string =>
  versions.length === 0
    ? 'Nothing was agreed yet: the standard definitions count'
    : `${capitalised(several(versions.length, ['version', 'versions']))} so far; ${definitionName(inForce)} is in force ${sinceWords(inForce)}`;

/** Every version with what it changed, as a file in and out. */
export function HistoryBlock({ versions, inForce, onReplace, onDraft }: HistoryBlockProps) {
  const [opened, setOpened] = useState<{ readonly name: string; readonly history: DefinitionHistory } | null>(
    null,
  );
  const [problem, setProblem] = useState<string | null>(null);
  const openFile = async (file: File): Promise<void> => {
    try {
      setOpened({ name: file.name, history: parseDefinitions(file.name, await file.text()) });
      setProblem(null);
    } catch (cause) {
      if (!(cause instanceof ImportError)) throw cause;
      setOpened(null);
      setProblem(cause.message);
    }
  };
  const [first, ...rest] = versions;
  const last = versions.at(-1);
  return (
    <Block
      span={12}
      question="What was agreed before?"
      answer={historyAnswer(versions, inForce)}
      definition="The file is that of the report without a browser: npm run report with --definition, or --diff to compare two."
      foot={
        <>
          <Button
            variant="link"
            onPress={() =>
              saveText(
                'throughline-definitions.json',
                definitionsText(first === undefined ? [standardDefinitions] : [first, ...rest]),
                'application/json',
              )
            }
          >
            Save the definitions as a file
          </Button>
          <FileButton accept={['.json']} onFile={(file) => void openFile(file)}>
            Open a file of definitions
          </FileButton>
          {last !== undefined && (
            <Button variant="link" onPress={() => onReplace(versions.slice(0, -1))}>
              {`Take back ${definitionName(last)}`}
            </Button>
          )}
        </>
      }
    >
      {problem !== null && (
        <p className="note" role="alert">
          {problem}
        </p>
      )}
      {opened !== null && (
        <Arrived
          name={opened.name}
          history={opened.history}
          known={versions.length}
          onReplace={(replacing) => {
            onReplace(replacing);
            setOpened(null);
          }}
          onDraft={(set) => {
            onDraft(set);
            setOpened(null);
          }}
          onLeave={() => setOpened(null)}
        />
      )}
      {versions.length > 0 && <Versions versions={versions} inForce={inForce} />}
    </Block>
  );
}

interface ArrivedProps {
  readonly name: string;
  readonly history: DefinitionHistory;
  readonly known: number;
  readonly onReplace: (versions: readonly DefinitionSet[]) => void;
  readonly onDraft: (set: DefinitionSet) => void;
  readonly onLeave: () => void;
}

function Arrived({ name, history, known, onReplace, onDraft, onLeave }: ArrivedProps) {
  const last = history.at(-1) ?? history[0];
  return (
    <section className="question-box" aria-label={`What becomes of ${name}?`}>
      <div>
        <h3 className="written">What becomes of {name}?</h3>
        <p className="note written">
          It holds {several(history.length, ['version', 'versions'])}; the last is {definitionName(last)},{' '}
          {sinceWords(last)}.
        </p>
      </div>
      <div className="choices">
        <ChoiceButton
          title="Put it in force"
          consequence={
            known === 0
              ? 'Its versions count from now on.'
              : `Its versions take the place of the ${several(known, ['version', 'versions'])} here.`
          }
          onPress={() => onReplace(history)}
        />
        <ChoiceButton
          title="Look at it first"
          consequence="Its last version becomes a draft; nothing changes yet."
          onPress={() => onDraft(last)}
        />
        <Button variant="link" onPress={onLeave}>
          Leave it
        </Button>
      </div>
    </section>
  );
}

function Versions({ versions, inForce }: Pick<HistoryBlockProps, 'versions' | 'inForce'>) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">In force</th>
          <th scope="col">Owner</th>
          <th scope="col">What changed</th>
        </tr>
      </thead>
      <tbody>
        {versions
          .map((set, place) => ({ set, before: versions[place - 1] ?? standardDefinitions }))
          .toReversed()
          .map(({ set, before }) => (
            <tr key={set.version}>
              <th scope="row" className="written">
                {definitionName(set)}
                {isSameVersion(set, inForce) && <span className="quiet"> in force</span>}
              </th>
              <td>{sinceWords(set)}</td>
              <td className="full written" data-label="Owner">
                {set.owner ?? 'nobody named'}
              </td>
              <td className="full written" data-label="What changed">
                {versionChanges(before, set).join(' ')}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
