import { useState } from 'react';
import { conversionCell, type ConversionGroup } from '../../metrics/conversion-table.ts';
import type { Joint } from '../../metrics/metric.ts';
import { metrics } from '../../metrics/registry.ts';
import { count, percent } from '../../sentences/format.ts';
import { RateCell } from '../../ui/rate-cell.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { recordsOf, stripMax, type ExploreModel } from './explore-model.ts';
import type { OpenRecords } from './open-records.ts';

interface SegmentMatrixProps {
  readonly model: ExploreModel;
  readonly onOpen: (records: OpenRecords) => void;
}

const joints: readonly Joint[] = ['l2o', 'o2d'];

const columnsShown = 8;

/** Channels down, segments across; upper line leads to opportunities, lower line opportunities to deals. On a phone one segment at a time. */
export function SegmentMatrix({ model, onOpen }: SegmentMatrixProps) {
  const segments = model.bySegment.groups
    .toSorted((a, b) => b.journeys - a.journeys || b.opportunities - a.opportunities)
    .slice(0, columnsShown);
  const channels = model.byChannel.groups.toSorted(
    (a, b) => b.journeys - a.journeys || b.opportunities - a.opportunities,
  );
  const [narrow, setNarrow] = useState('');
  const shownNarrow = segments.some((segment) => segment.group === narrow) ? narrow : '';
  const columnClass = (segment: string): string =>
    segment === shownNarrow ? 'column-narrow' : 'hide-narrow';
  return (
    <>
      <div className="only-narrow">
        <SelectField
          label="Segment"
          options={[
            { value: '', label: 'All segments' },
            ...segments.map((segment) => ({ value: segment.group, label: segment.group })),
          ]}
          selected={shownNarrow}
          onChange={setNarrow}
        />
      </div>
      <section className="table-scroll" aria-label="Channels by segment" tabIndex={0}>
        <table className="table table-pivot">
          <thead>
            <tr>
              <th scope="col">Channel</th>
              <th scope="col" className={columnClass('')}>
                All segments
              </th>
              {segments.map((segment) => (
                <th key={segment.group} scope="col" className={columnClass(segment.group)}>
                  {segment.group}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {channels.map((channel) => (
              <tr key={channel.group}>
                <th scope="row">{channel.group}</th>
                <td className={columnClass('')}>
                  <CellPair
                    model={model}
                    cell={channel}
                    groups={[{ dimension: 'channel', group: channel.group }]}
                    onOpen={onOpen}
                  />
                </td>
                {segments.map((segment) => (
                  <td key={segment.group} className={columnClass(segment.group)}>
                    <CellPair
                      model={model}
                      cell={conversionCell(
                        model.cells.leads,
                        model.cells.opportunities,
                        channel.group,
                        segment.group,
                        model.bySegment.notMeasurable,
                      )}
                      groups={[
                        { dimension: 'channel', group: channel.group },
                        { dimension: 'segment', group: segment.group },
                      ]}
                      onOpen={onOpen}
                    />
                  </td>
                ))}
              </tr>
            ))}
            <tr className="row-total">
              <th scope="row">All channels</th>
              <td className={columnClass('')}>
                <CellPair model={model} cell={model.byChannel.total} groups={[]} onOpen={onOpen} />
              </td>
              {segments.map((segment) => (
                <td key={segment.group} className={columnClass(segment.group)}>
                  <CellPair
                    model={model}
                    cell={segment}
                    groups={[{ dimension: 'segment', group: segment.group }]}
                    onOpen={onOpen}
                  />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
      {model.bySegment.groups.length > columnsShown && (
        <p className="note">
          The {columnsShown} largest of {count(model.bySegment.groups.length)} segments. Choose others with
          the segment filter above.
        </p>
      )}
    </>
  );
}

function CellPair({
  model,
  cell,
  groups,
  onOpen,
}: SegmentMatrixProps & {
  readonly cell: ConversionGroup;
  readonly groups: NonNullable<OpenRecords['request']['groups']>;
}) {
  const where = groups.length === 0 ? 'All' : groups.map(({ group }) => group).join(', ');
  return joints.map((joint) => {
    const name = `${where}, ${metrics[joint].label.toLowerCase()}`;
    const records = recordsOf(model, joint, cell, groups, name);
    return (
      <RateCell
        key={joint}
        layout="stack"
        rate={cell[joint]?.[model.basis] ?? null}
        max={stripMax([...model.byChannel.groups, ...model.bySegment.groups], joint, model.basis)}
        average={model.average[joint]}
        tone="settled"
        label={name}
        {...(records === null ? {} : { onPress: () => onOpen(records) })}
        formatPercent={percent}
        formatCount={count}
      />
    );
  });
}
