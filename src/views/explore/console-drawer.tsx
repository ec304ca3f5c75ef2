import { useMutation, useQuery } from '@tanstack/react-query';
import type { Choices } from '../../engine/analysis.ts';
import type { ConsoleAnswer } from '../../engine/console.ts';
import type { Workspace } from '../../engine/workspace.ts';
import { CsvWriter } from '../../ingest/write-csv.ts';
import { consoleTablesQuery, runInConsole } from '../../queries/console-query.ts';
import { count, several } from '../../sentences/format.ts';
import { Button } from '../../ui/button.tsx';
import { CodeField } from '../../ui/code-field.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { saveFile } from '../data/save-file.ts';

interface ConsoleDrawerProps {
  readonly workspace: Workspace;
  readonly dataId: number;
  readonly choices: Choices;
  readonly statement: string;
  readonly onType: (statement: string) => void;
  readonly onClose: () => void;
}

const saveAnswer = ({ columns, rows }: ConsoleAnswer): void => {
  const writer = new CsvWriter();
  writer.append(columns.map(({ name }) => name));
  for (const { values } of rows) writer.append(values.map((value) => value ?? ''));
  saveFile('answer.csv', writer.finish());
};

/** One statement, its answer, and the tables there are. */
export function ConsoleDrawer(props: ConsoleDrawerProps) {
  const { workspace, dataId, choices, statement, onType, onClose } = props;
  const run = useMutation({
    mutationFn: (text: string) => runInConsole(workspace, choices, text),
    networkMode: 'always',
  });
  const submit = (): void => run.mutate(statement);
  return (
    <Drawer heading="Ask in SQL" kicker="Read only, one statement" onClose={onClose}>
      <div className="console">
        <div>
          <CodeField label="Statement" value={statement} onChange={onType} onSubmit={submit} />
          <div className="controls">
            <Button onPress={submit} disabled={run.isPending}>
              Run
            </Button>
            <span className="quiet">Ctrl or Command and Enter runs it too.</span>
          </div>
          <div aria-live="polite">
            {run.isPending && <p className="quiet">Asking…</p>}
            {run.error !== null && <p className="console-error">{run.error.message}</p>}
            {run.data !== undefined && !run.isPending && <Answer answer={run.data} />}
          </div>
        </div>
        <Tables workspace={workspace} dataId={dataId} choices={choices} onUse={onType} />
      </div>
    </Drawer>
  );
}

function Answer({ answer }: { readonly answer: ConsoleAnswer }) {
  const { columns, rows, isCut } = answer;
  return (
    <>
      <p className="note">
        {isCut
          ? `The first ${count(rows.length)} rows; there are more. `
          : `${several(rows.length, ['row', 'rows'])}. `}
        {rows.length > 0 && (
          <Button variant="link" onPress={() => saveAnswer(answer)}>
            Save as CSV
          </Button>
        )}
      </p>
      {rows.length > 0 && (
        <section className="table-scroll console-answer" aria-label="Answer" tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                {columns.map(({ name, type }) => (
                  <th key={name} scope="col">
                    {name} <span className="fraction">{type}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ place, values }) => (
                <tr key={place}>
                  {columns.map(({ name }, at) => (
                    <td key={name}>{values[at] ?? <span className="quiet">no value</span>}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function Tables({
  workspace,
  dataId,
  choices,
  onUse,
}: Pick<ConsoleDrawerProps, 'workspace' | 'dataId' | 'choices'> & {
  readonly onUse: (statement: string) => void;
}) {
  const { data, error } = useQuery(consoleTablesQuery(workspace, dataId, choices));
  return (
    <div>
      <p className="question">Tables</p>
      {error !== null && <p role="alert">The tables could not be listed: {error.message}</p>}
      {data?.map(({ name, columns }) => (
        <Disclosure key={name} summary={<span className="mono">{name}</span>}>
          <ul className="console-columns">
            {columns.map((column) => (
              <li key={column.name}>
                <span className="mono">{column.name}</span> <span className="fraction">{column.type}</span>
              </li>
            ))}
          </ul>
          <Button
            variant="link"
            label={`Read ${name}`}
            onPress={() => onUse(`SELECT * FROM ${name} LIMIT 100`)}
          >
            Read {name}
          </Button>
        </Disclosure>
      ))}
    </div>
  );
}
