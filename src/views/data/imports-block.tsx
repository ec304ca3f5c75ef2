import { useQuery } from '@tanstack/react-query';
import type { ImportAbout } from '../../engine/data-import.ts';
import { knownDays } from '../../engine/known-on.ts';
import type { History } from '../../engine/load-history.ts';
import type { Workspace } from '../../engine/workspace.ts';
import { historyQuery } from '../../queries/history-query.ts';
import { useSession, type OpenData } from '../../queries/session.ts';
import { count, dayWithWeekday, several } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { useChoices } from '../use-choices.ts';
import type { ViewChange, ViewState } from '../view-state.ts';
import {
  fileWords,
  knownWords,
  loadedRecords,
  mergeWords,
  missingRecords,
  seenChangeWords,
} from './import-words.ts';

interface ImportsBlockProps {
  readonly workspace: Workspace;
  readonly data: OpenData;
  readonly state: ViewState;
  readonly onChange: (change: ViewChange) => void;
}

const newest = 'newest';

/** Which exports is it made of, and how did it look on an earlier Monday? */
export function ImportsBlock({ workspace, data, state, onChange }: ImportsBlockProps) {
  const { undoImport, work } = useSession();
  const { data: history, error } = useQuery(historyQuery(workspace, data.id, useChoices(state)));
  const days = [...new Set(knownDays(data.imports))].toSorted().toReversed();
  const last = data.imports.at(-1);
  const note = history === undefined ? null : seenChangeWords(history);
  return (
    <Block
      span={12}
      question="Which exports is it made of?"
      answer={
        state.knownAt === undefined
          ? `${several(data.imports.length, ['export', 'exports'])}, the newest of ${dayWithWeekday(days[0] ?? '')}`
          : `As it was known on ${dayWithWeekday(state.knownAt)}`
      }
      definition="Of a record, the newest export that names it counts, column by column; records that a later export no longer names stay, because CRMs forget. Events are never taken out again."
      foot={
        data.imports.length > 1 && last !== undefined ? (
          <Button
            variant="link"
            onPress={undoImport}
            disabled={work !== null}
            label={`Undo the last import, ${fileWords(last)}`}
          >
            Undo the last import
          </Button>
        ) : null
      }
    >
      <div className="actions">
        <SelectField
          label="As known on"
          options={[
            { value: newest, label: 'Newest' },
            ...days.map((value) => ({ value, label: dayWithWeekday(value) })),
          ]}
          selected={state.knownAt ?? newest}
          onChange={(day) => onChange({ knownAt: day === newest ? undefined : day })}
          placeholder={state.knownAt === undefined ? 'Newest' : dayWithWeekday(state.knownAt)}
          isSet={state.knownAt !== undefined}
          disabled={work !== null}
        />
      </div>
      {error !== null && <p className="note">{error.message}</p>}
      <ImportTable imports={data.imports} history={history} knownAt={state.knownAt ?? null} />
      {note !== null && <p className="note">{note}</p>}
    </Block>
  );
}

function ImportTable({
  imports,
  history,
  knownAt,
}: {
  readonly imports: readonly ImportAbout[];
  readonly history: History | undefined;
  readonly knownAt: string | null;
}) {
  const days = knownDays(imports);
  const mergeOf = ({ id }: ImportAbout) => history?.merges.find((merge) => merge.id === id);
  return (
    <section className="table-scroll" aria-label="Exports this data is made of" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Known on</th>
            <th scope="col">Files</th>
            <th scope="col" className="right">
              Records
            </th>
            <th scope="col">What it said of what was known</th>
            <th scope="col" className="right">
              Known, not in it
            </th>
          </tr>
        </thead>
        <tbody>
          {imports.map((one, index) => (
            <tr key={one.id}>
              <th scope="row" className="nowrap">
                {knownWords(one)}
              </th>
              <td>{fileWords(one)}</td>
              <td className="right">{count(loadedRecords(one))}</td>
              <td>
                {knownAt !== null && (days[index] ?? '') > knownAt
                  ? 'Later than the day shown'
                  : (mergeWords(mergeOf(one)) ?? 'The first')}
              </td>
              <td className="right">{count(missingRecords(mergeOf(one)))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
