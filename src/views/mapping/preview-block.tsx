import { useQuery } from '@tanstack/react-query';
import type { CrmFormat } from '../../crm/crm-format.ts';
import type { Headline } from '../../engine/headline.ts';
import type { Workspace } from '../../engine/workspace.ts';
import { mappingText } from '../../ingest/mapping-file.ts';
import { changeWords, headlineLines } from '../../sentences/headline-words.ts';
import { headlineQuery } from '../../queries/headline-query.ts';
import { previewQuery } from '../../queries/preview-query.ts';
import { useSession, type Draft } from '../../queries/session.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { saveText } from '../data/save-text.ts';

const answerOf = (isChanged: boolean, now: Headline | null, would: Headline | null): string => {
  if (!isChanged) return 'Nothing is changed yet. Change a line below, and see here what the numbers become.';
  return would === null ? 'Reading the files again to see what the numbers become' : changeWords(now, would);
};

/** What would it change? The headline numbers now and under the changed mapping, before anything is used. */
export function PreviewBlock({
  workspace,
  dataId,
  draft,
  mappings,
  onDiscard,
}: {
  readonly workspace: Workspace;
  readonly dataId: number;
  readonly draft: Draft;
  /** Null: nothing is changed. */
  readonly mappings: readonly CrmFormat[] | null;
  readonly onDiscard: () => void;
}) {
  const { preview, apply, work } = useSession();
  const before = useQuery({ ...headlineQuery(workspace, dataId), enabled: draft.isShown });
  const after = useQuery(previewQuery(preview, draft.id, mappings));
  const now = draft.isShown ? (before.data ?? null) : null;
  const would = mappings === null ? null : (after.data?.numbers ?? null);
  return (
    <Block
      span={12}
      question="What would it change?"
      answer={answerOf(mappings !== null, now, would)}
      definition={after.data?.seen.refusal ?? undefined}
      foot={
        mappings !== null && (
          <>
            <Button onPress={() => apply(mappings)} disabled={work !== null}>
              Use this mapping
            </Button>
            <Button variant="link" onPress={onDiscard}>
              Discard the changes
            </Button>
          </>
        )
      }
    >
      {after.error !== null && <p className="note">{after.error.message}</p>}
      <section className="table-scroll" aria-label="What it would change" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Numbers</th>
              {headlineLines.map(([label]) => (
                <th key={label} scope="col" className="right">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <NumbersRow label="Now" numbers={now} />
            {mappings !== null && <NumbersRow label="Would be" numbers={would} />}
          </tbody>
        </table>
      </section>
      {(mappings ?? draft.mappings).map((format) => (
        <p key={format.id} className="note">
          <Button
            variant="link"
            onPress={() => saveText(`${format.id}-mapping.json`, mappingText(format), 'application/json')}
          >
            Save the mapping of {format.label} for next week
          </Button>
        </p>
      ))}
    </Block>
  );
}

function NumbersRow({ label, numbers }: { readonly label: string; readonly numbers: Headline | null }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {headlineLines.map(([name, value]) => (
        <td key={name} className="right">
          {numbers === null ? '–' : value(numbers)}
        </td>
      ))}
    </tr>
  );
}
