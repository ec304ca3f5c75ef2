import { useState } from 'react';
import type { Workspace } from '../../engine/workspace.ts';
import type { FileLedger } from '../../ingest/ledger.ts';
import type { Draft } from '../../queries/session.ts';
import { several } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { CardSwitch } from '../../ui/card-switch.tsx';
import { JoinsBlock } from './joins-block.tsx';
import { KnownFile } from './known-file.tsx';
import {
  editedMappings,
  editFormat,
  editOwn,
  formatOf,
  isEdited,
  noEdits,
  type MappingEdits,
} from './mapping-edits.ts';
import { OwnFileBlock } from './own-file-block.tsx';
import { PreviewBlock } from './preview-block.tsx';
import { WordsBlock } from './words-block.tsx';

const answerOf = ({ seen }: Draft): string => {
  const unknown = seen.vocabularies
    .filter(({ role }) => role === 'status')
    .flatMap(({ words }) => words.filter(({ meaning }) => meaning === null)).length;
  const files = seen.files.filter(({ format, records }) => format === 'unknown' && records > 0).length;
  const open = [
    ...(seen.questions.length > 0 ? [several(seen.questions.length, ['column', 'columns'])] : []),
    ...(unknown > 0 ? [several(unknown, ['status', 'statuses'])] : []),
    ...(files > 0 ? [several(files, ['file', 'files'])] : []),
  ];
  return open.length === 0
    ? 'Every file, column and status has its meaning'
    : `You know best: ${open.join(' and ')} without a meaning`;
};

/** How are these files read, and what would the numbers be if they were read otherwise? */
export function MappingPage({
  workspace,
  dataId,
  draft,
}: {
  readonly workspace: Workspace;
  readonly dataId: number;
  readonly draft: Draft | null;
}) {
  return (
    <div className="grid">
      {draft === null ? (
        <Block
          span={12}
          level="page"
          rule="none"
          question="How are these files read?"
          answer="The files are no longer at hand"
          definition="Kept data are rows, not files. Drop the files again on the Data page to read them otherwise; the mapping in force can be saved there."
        />
      ) : (
        <MappingOf key={draft.id} workspace={workspace} dataId={dataId} draft={draft} />
      )}
    </div>
  );
}

function MappingOf({
  workspace,
  dataId,
  draft,
}: {
  readonly workspace: Workspace;
  readonly dataId: number;
  readonly draft: Draft;
}) {
  const [edits, setEdits] = useState<MappingEdits>(noEdits);
  const mappings = isEdited(edits) ? editedMappings(draft, edits) : null;
  const { files, vocabularies } = draft.seen;
  const [shown, setShown] = useState(() =>
    Math.max(
      0,
      files.findIndex(({ format }) => format === 'unknown'),
    ),
  );
  const file = files[shown];
  return (
    <>
      <Block
        span={12}
        level="page"
        rule="none"
        question="How are these files read?"
        answer={answerOf(draft)}
      />
      <PreviewBlock
        workspace={workspace}
        dataId={dataId}
        draft={draft}
        mappings={mappings}
        onDiscard={() => setEdits(noEdits)}
      />
      {vocabularies.map((vocabulary) => {
        const format = formatOf(vocabulary.format, draft, edits);
        return (
          format !== null && (
            <WordsBlock
              key={`${vocabulary.format} ${vocabulary.role}`}
              vocabulary={vocabulary}
              format={format}
              onChange={(changed) => setEdits(editFormat(edits, changed))}
            />
          )
        );
      })}
      <div className="span-12">
        <CardSwitch
          label="Files"
          cards={files.map(({ name, records }, position) => ({
            value: String(position),
            title: name,
            note: `${kindOf(files[position])}, ${several(records, ['record', 'records'])}`,
          }))}
          selected={String(shown)}
          onChange={(value) => setShown(Number(value))}
        />
      </div>
      {file !== undefined && (
        <FileOf key={shown} file={file} draft={draft} edits={edits} onChange={setEdits} />
      )}
      {draft.isShown && <JoinsBlock workspace={workspace} dataId={dataId} />}
    </>
  );
}

const kindOf = (file: FileLedger | undefined): string =>
  file === undefined || file.table === '' ? 'not a known kind' : file.table;

function FileOf({
  file,
  draft,
  edits,
  onChange,
}: {
  readonly file: FileLedger;
  readonly draft: Draft;
  readonly edits: MappingEdits;
  readonly onChange: (edits: MappingEdits) => void;
}) {
  const format = formatOf(file.format, draft, edits);
  if (format !== null)
    return (
      <KnownFile file={file} format={format} onChange={(changed) => onChange(editFormat(edits, changed))} />
    );
  return file.sketch.length === 0 ? (
    <Block span={12} question={`How is ${file.name} read?`} answer="It holds nothing that could be a table" />
  ) : (
    <OwnFileBlock
      file={file}
      own={edits.own[file.name] ?? null}
      onChange={(own) => onChange(editOwn(edits, file.name, own))}
    />
  );
}
