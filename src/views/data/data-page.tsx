import { useQuery } from '@tanstack/react-query';
import { mappingText } from '../../ingest/mapping-file.ts';
import type { FileLedger } from '../../ingest/ledger.ts';
import { dataWarnings } from '../../metrics/data-warnings.ts';
import { analysisQuery } from '../../queries/analysis-query.ts';
import { useSession, type OpenData } from '../../queries/session.ts';
import { count, several } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { DropZone } from '../../ui/drop-zone.tsx';
import { LockIcon } from '../../ui/icons.tsx';
import { LedgerStrip } from '../../ui/ledger-strip.tsx';
import { useChoices } from '../use-choices.ts';
import type { ViewChange, ViewState } from '../view-state.ts';
import { ArrivalQuestion } from './arrival-question.tsx';
import { FileBlock } from './file-block.tsx';
import { ImportsBlock } from './imports-block.tsx';
import { AllDownloads } from './set-aside-downloads.tsx';
import { KeepingBlock } from './keeping-block.tsx';
import { QuestionList } from './question-list.tsx';
import { NotShown } from './not-shown.tsx';
import { saveText } from './save-text.ts';

const sum = (files: readonly FileLedger[], pick: (file: FileLedger) => number): number =>
  files.reduce((total, file) => total + pick(file), 0);

const answerOf = (files: readonly FileLedger[], questions: number): string => {
  const setAside = sum(files, (file) => file.setAside);
  if (questions > 0)
    return `Every row is accounted for. ${several(questions, ['column needs', 'columns need'])} your decision.`;
  if (setAside === 0) return 'Every row is accounted for, and every row of data was loaded.';
  return `Every row is accounted for. ${count(setAside)} ${setAside === 1 ? 'was' : 'were'} set aside, each with its reason.`;
};

/** Can I trust it? What became of every record, how each column was read, and where new files are dropped. */
export function DataPage({
  data,
  state,
  onChange,
}: {
  readonly data: OpenData | null;
  readonly state: ViewState;
  readonly onChange: (change: ViewChange) => void;
}) {
  const session = useSession();
  const { workspace, arrival } = session;
  return (
    <div className="grid">
      {data !== null && arrival !== null && <ArrivalQuestion data={data} arrival={arrival} />}
      {data !== null && (
        <Block
          span={12}
          level="page"
          rule="none"
          question="What became of every record?"
          answer={answerOf(
            data.files,
            session.draft?.isShown === true ? session.draft.seen.questions.length : 0,
          )}
        >
          <LedgerStrip
            read={sum(data.files, (file) => file.records)}
            loaded={sum(data.files, (file) => file.loaded)}
            setAside={sum(data.files, (file) => file.setAside)}
            duplicates={sum(data.files, (file) => file.duplicates)}
            notData={sum(data.files, (file) => file.notData)}
            formatCount={count}
          />
          <p className="note">
            Counted twice: by the splitter, and by a second count over the bytes. A file whose counts differ
            is refused.
          </p>
          <AllDownloads downloads={data.downloads} />
        </Block>
      )}
      {session.draft !== null && <QuestionList draft={session.draft} />}
      {session.draft?.isShown === false && <NotShown draft={session.draft} />}
      <section className="span-7">
        <DropZone
          heading="Drop your export here"
          text="Salesforce, HubSpot, Pipedrive, Dynamics, Zoho, Marketo, or tables of your own: say what their columns mean, once. CSV, XLSX, ODS, JSON, Parquet, Arrow, zip or gzip; several files at once."
          chooseLabel="Choose files"
          disabled={session.work !== null}
          onFiles={session.drop}
          actions={
            data?.isSample === true ? null : (
              <Button variant="ghost" onPress={session.openSample} disabled={session.work !== null}>
                Open the sample
              </Button>
            )
          }
          note={
            <>
              <LockIcon /> Nothing leaves this browser. Data stays in memory until you choose to keep it.
            </>
          }
        />
      </section>
      <KeepingBlock />
      {data !== null && workspace !== null && !data.isSample && (
        <ImportsBlock workspace={workspace} data={data} state={state} onChange={onChange} />
      )}
      {data !== null && <WorthKnowing data={data} state={state} />}
      {data?.imports.flatMap(({ id, files, downloads }) =>
        files.map((file, index) => (
          <FileBlock
            key={`${id} ${file.name}`}
            file={file}
            downloads={downloads.filter((download) => download.file === index)}
          />
        )),
      )}
    </div>
  );
}

function WorthKnowing({ data, state }: { readonly data: OpenData; readonly state: ViewState }) {
  const { workspace } = useSession();
  return workspace === null ? null : <Warnings workspace={workspace} data={data} state={state} />;
}

function Warnings({
  workspace,
  data,
  state,
}: {
  readonly workspace: NonNullable<ReturnType<typeof useSession>['workspace']>;
  readonly data: OpenData;
  readonly state: ViewState;
}) {
  const { data: analysis } = useQuery(analysisQuery(workspace, data.id, useChoices(state)));
  const warnings = analysis === undefined ? [] : dataWarnings(analysis.facts, analysis.currencies);
  return (
    <Block
      span={12}
      question="What should I know of it?"
      answer={warnings.length === 0 ? 'Nothing stands out' : 'Kept, counted and shown'}
      foot={
        <>
          {data.formats.map((format) => (
            <Button
              key={format.id}
              variant="link"
              onPress={() => saveText(`${format.id}-mapping.json`, mappingText(format), 'application/json')}
            >
              Save the mapping{data.formats.length > 1 ? ` of ${format.label}` : ''}
            </Button>
          ))}
        </>
      }
    >
      <ul className="facts">
        {warnings.map((warning) => (
          <li key={warning.code}>{warning.message}</li>
        ))}
      </ul>
    </Block>
  );
}
