import { useQuery } from '@tanstack/react-query';
import type { Workspace } from '../../engine/workspace.ts';
import { joinHitsQuery } from '../../queries/join-hits-query.ts';
import { count, percent } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { joinLines } from './join-lines.ts';

/** Do the files belong together? How many records that name another one find it. */
export function JoinsBlock({
  workspace,
  dataId,
}: {
  readonly workspace: Workspace;
  readonly dataId: number;
}) {
  const { data: hits } = useQuery(joinHitsQuery(workspace, dataId));
  if (hits === undefined)
    return <Block span={12} question="Do the files belong together?" answer="Counting" />;
  const lines = joinLines(hits);
  const weak = lines.filter(({ found, of }) => found < of);
  return (
    <Block
      span={12}
      question="Do the files belong together?"
      answer={
        lines.length === 0
          ? 'Nothing here names a record of another file'
          : weak.length === 0
            ? 'Every record that names another one finds it'
            : `${weak.length} of ${lines.length} joins miss records`
      }
      definition="A record that names another one which is in no file is kept, but cannot be followed: add the file it stands in."
    >
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Join</th>
            <th scope="col" className="right">
              Found
            </th>
            <th scope="col" className="right">
              Of
            </th>
            <th scope="col" className="right">
              Share
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, found, of }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="right">{count(found)}</td>
              <td className="right">{count(of)}</td>
              <td className="right">{percent(found / of)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Block>
  );
}
