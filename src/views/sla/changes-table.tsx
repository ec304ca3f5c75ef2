import type { ChangesText } from '../../sentences/agreement/agreement-changes.ts';

/** What a version changes of the one before it. */
export function ChangesTable({ changes }: { readonly changes: ChangesText }) {
  if (changes.changes.length === 0) return <p className="note">{changes.none}</p>;
  return (
    <table className="table">
      <thead>
        <tr>
          {changes.head.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.changes.map(({ term, before, now }) => (
          <tr key={term}>
            <th scope="row">
              <bdi>{term}</bdi>
            </th>
            <td>{before}</td>
            <td>{now}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
