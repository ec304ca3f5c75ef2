import { completenessGoal, type Completeness } from '../../metrics/completeness.ts';
import { completenessHeadline, fieldWords } from '../../sentences/completeness-words.ts';
import { count, percent } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { GoalBar } from '../../ui/goal-bar.tsx';

/** How complete are the fields that the numbers rest on? A bar a field, with its numbers beside it. */
export function CompletenessBlock({ fields }: { readonly fields: readonly Completeness[] }) {
  return (
    <Block
      span={7}
      question="How complete are the data?"
      answer={completenessHeadline(fields)}
      definition={`Share of records in which the field is filled and usable. Tick: ${percent(completenessGoal)}, the goal.`}
    >
      <table className="table table-fields">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">
              <span className="visually-hidden">Bar</span>
            </th>
            <th scope="col" className="right">
              Share
            </th>
            <th scope="col" className="right">
              Of
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, have, of }) => (
            <tr key={field}>
              <th scope="row">{fieldWords[field].name}</th>
              <td className="bar-cell">{of > 0 && <GoalBar share={have / of} goal={completenessGoal} />}</td>
              <td className="right">
                <b>{of === 0 ? '–' : percent(have / of)}</b>
              </td>
              <td className="right quiet">
                {of === 0 ? 'no such column' : `${count(have)} of ${count(of)} ${fieldWords[field].of}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Block>
  );
}
