import { Sparkline } from '../../charts/sparkline.tsx';
import { Triangle } from '../../charts/triangle.tsx';
import type { NumberedNote } from '../../domain/numbered-notes.ts';
import type { VolumeReview } from '../../metrics/review/volume-review.ts';
import type { WeeklyReview } from '../../metrics/review/weekly-review.ts';
import { verdictLabels } from '../../metrics/verdict.ts';
import { usualRange, volumeNames, volumesAnswer, volumeValue } from '../../sentences/review/volume-answer.ts';
import { reviewQuestions } from '../../sentences/review/review-agenda.ts';
import { Block } from '../../ui/block.tsx';
import { volumePoints } from './period-points.ts';

/** What came in and went out in the week, each thing on its own day. */
export function VolumesBlock({
  review,
  notes,
}: {
  readonly review: WeeklyReview;
  readonly notes: readonly NumberedNote[];
}) {
  const { volumes, header } = review;
  const week = `week ${Number(header.week.label.slice(-2))}`;
  return (
    <Block
      span={12}
      id="volumes"
      question={reviewQuestions.volumes}
      answer={volumesAnswer(volumes, week)}
      definition={`Counted in ${week}, each on its own day: throughput, not conversion. Usual range: limits of an XmR chart, the last twelve weeks held against up to a year before them.`}
    >
      {volumes.length > 0 && (
        <table className="table table-cards">
          <thead>
            <tr>
              <th scope="col">Of the week</th>
              <th scope="col" className="right">
                Value
              </th>
              <th scope="col" className="right">
                Average
              </th>
              <th scope="col" className="right">
                Usual range
              </th>
              <th scope="col">Half a year</th>
              <th scope="col">Verdict</th>
            </tr>
          </thead>
          <tbody>
            {volumes.map((volume) => (
              <VolumeRow key={volume.id} volume={volume} notes={notes} currency={header.currency} />
            ))}
          </tbody>
        </table>
      )}
    </Block>
  );
}

interface VolumeProps {
  readonly volume: VolumeReview;
  readonly notes: readonly NumberedNote[];
  readonly currency: string | null;
}

function VolumeRow({ volume, notes, currency }: VolumeProps) {
  const { id, last, mean, verdict, direction } = volume;
  const isSignal = verdict === 'signal';
  return (
    <tr>
      <th scope="row">{volumeNames[id]}</th>
      <td className="right">
        <b>{last === null ? '–' : volumeValue(volume, last.value, currency)}</b>
      </td>
      <td className="right" data-label="Average">
        {mean === null ? '–' : volumeValue(volume, mean, currency)}
      </td>
      <td className="right" data-label="Usual range">
        {usualRange(volume, currency) ?? '–'}
      </td>
      <td className="hide-narrow">
        <VolumeLine volume={volume} notes={notes} currency={currency} />
      </td>
      <td data-label="Verdict">
        {isSignal && direction !== 'none' ? (
          <span className="nowrap">
            <Triangle direction={direction} /> <b>{verdictLabels[verdict]}</b>
          </span>
        ) : (
          <span className="quiet">{verdictLabels[verdict]}</span>
        )}
      </td>
    </tr>
  );
}

function VolumeLine({ volume, notes, currency }: VolumeProps) {
  const { weeks } = volume;
  const noted = volumePoints(volume, notes).flatMap((point, index) =>
    point.notes.length === 0 ? [] : [{ ...point, index }],
  );
  const said = noted.map(
    ({ label, notes: those }) => `${label}: ${those.map(({ text }) => text).join('; ')}`,
  );
  const values = weeks.map(({ value }) => value);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <Sparkline
      values={values}
      marksAt={noted.map(({ index }) => index)}
      label={`From ${volumeValue(volume, first, currency)} to ${volumeValue(volume, last, currency)} in ${values.length} weeks${said.length === 0 ? '' : `. Notes, ${said.join('; ')}`}`}
    />
  );
}
