import type { Defect } from '../../metrics/judge-defects.ts';
import { Block } from '../../ui/block.tsx';

/** What was looked for and does not occur: an absence that was checked is worth saying. */
export function NotFoundBlock({ absent, of }: { readonly absent: readonly Defect[]; readonly of: number }) {
  return (
    <Block
      span={5}
      question="What was looked for and not found?"
      answer={
        absent.length === 0
          ? 'Every kind of defect that is looked for occurs'
          : `${absent.length} of ${of} kinds of defects do not occur`
      }
    >
      <ul className="note facts-tight">
        {absent.map(({ kind }) => (
          <li key={kind.id}>{kind.name}</li>
        ))}
      </ul>
    </Block>
  );
}
