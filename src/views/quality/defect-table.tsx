import { movement } from '../../metrics/bounds.ts';
import type { Basis } from '../../metrics/channel-verdict.ts';
import { farthest, type BoundedJoint, type Defect, type Effect } from '../../metrics/judge-defects.ts';
import { boundsWords } from '../../sentences/bounds-words.ts';
import { count, percent } from '../../sentences/format.ts';
import { BoundsStrip } from '../../ui/bounds-strip.tsx';
import { Button } from '../../ui/button.tsx';
import { groupName } from '../explore/explore-model.ts';

interface DefectTableProps {
  /** Those that occur, in the order in which they are shown. */
  readonly defects: readonly Defect[];
  readonly basis: Basis;
  readonly onOpen: (defect: Defect) => void;
}

const joints: readonly BoundedJoint[] = ['l2o', 'o2d'];

/** The ends of a scale that holds every range of a joint over all leads or opportunities. */
const scaleOf = (defects: readonly Defect[], joint: BoundedJoint, basis: Basis) => {
  const bounds = defects.flatMap(({ effects }) =>
    effects[basis].flatMap((effect) =>
      effect.joint === joint && effect.group === null ? (effect.bounds ?? []) : [],
    ),
  );
  return {
    from: Math.min(...bounds.map(({ low }) => low)),
    to: Math.max(...bounds.map(({ high }) => high)),
  };
};

/** Every defect that occurs: how often, what the rules do with it, and what both rates could be. */
export function DefectTable({ defects, basis, onOpen }: DefectTableProps) {
  const shown = joints.filter((joint) =>
    defects.some(({ effects }) => effects[basis].some((effect) => effect.joint === joint)),
  );
  return (
    <table className="table table-cards table-defects">
      <thead>
        <tr>
          <th scope="col">Defect</th>
          <th scope="col" className="right">
            Records
          </th>
          <th scope="col" className="right">
            Share
          </th>
          <th scope="col">The rules</th>
          {shown.map((joint) => (
            <th key={joint} scope="col">
              {joint.toUpperCase()} could be
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {defects.map((defect, position) => (
          <tr key={defect.kind.id}>
            <th scope="row">
              <span className="defect-name">{defect.kind.name}</span>
            </th>
            <td className="right">
              <Button
                variant="link"
                onPress={() => onOpen(defect)}
                label={`${count(defect.count)}, ${defect.kind.name}: show the records`}
              >
                {count(defect.count)}
              </Button>
            </td>
            <td className="right" data-label="share">
              {defect.of === 0 ? '–' : percent(defect.count / defect.of)}
            </td>
            <td className="full" data-label="the rules">
              <p>
                <b>{capital(defect.kind.treatment)}.</b>{' '}
                <span className="defect-rule">{defect.kind.rule}</span>
              </p>
            </td>
            {shown.map((joint) => (
              <td key={joint} className="full" data-label={`${joint.toUpperCase()} could be`}>
                <EffectCells
                  effects={defect.effects[basis].filter((effect) => effect.joint === joint)}
                  scale={scaleOf(defects, joint, basis)}
                  mark={position === 0 ? farthest(defect, basis) : 0}
                  isReading={defect.kind.readings === true}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function EffectCells({
  effects,
  scale,
  mark,
  isReading,
}: {
  readonly effects: readonly Effect[];
  readonly scale: { readonly from: number; readonly to: number };
  /** The movement to point out; 0 points out none. */
  readonly mark: number;
  readonly isReading: boolean;
}) {
  return (
    <div>
      {effects.map(({ group, bounds }) => {
        const moved = bounds === null ? 0 : movement(bounds);
        const isMarked = mark > 0 && moved === mark;
        return (
          <div key={group?.name ?? ''} className="bounds-cell">
            {group !== null && <span className="bounds-group">{groupName(group.name)}</span>}
            <span className={`bounds-words ${isMarked ? 'signal' : moved === 0 ? 'quiet' : ''}`}>
              {boundsWords(bounds)}
            </span>
            {bounds !== null && moved > 0 && group === null && (
              <BoundsStrip {...bounds} {...scale} tone={isMarked ? 'signal' : 'settled'} />
            )}
            {isReading && moved > 0 && <span className="bounds-group">all or none; no bound</span>}
          </div>
        );
      })}
    </div>
  );
}
