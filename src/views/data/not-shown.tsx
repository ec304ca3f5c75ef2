import { Link } from '@tanstack/react-router';
import type { Draft } from '../../queries/session.ts';
import { Block } from '../../ui/block.tsx';
import { FileBlock } from './file-block.tsx';

/** Files that were read but hold no lead as they are read now: what is known of them, and the way on. */
export function NotShown({ draft }: { readonly draft: Draft }) {
  return (
    <>
      <Block
        span={12}
        question="What about the files that were dropped last?"
        answer="They are read, but nothing of them is shown yet"
        definition={draft.seen.refusal ?? ''}
        foot={
          <Link to="/mapping" search={true}>
            Say what their columns mean
          </Link>
        }
      />
      {draft.seen.files.map((file) => (
        <FileBlock key={file.name} file={file} downloads={[]} />
      ))}
    </>
  );
}
