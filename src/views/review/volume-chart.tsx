import { RunChart } from '../../charts/run-chart.tsx';
import type { NumberedNote } from '../../domain/numbered-notes.ts';
import type { VolumeReview } from '../../metrics/review/volume-review.ts';
import { wholePercent } from '../../sentences/format.ts';
import { volumeNames, volumeValue } from '../../sentences/review/volume-answer.ts';
import { volumePoints } from './period-points.ts';

/** Half a year of a volume, week by week, with its limits. */
export function VolumeChart({
  volume,
  notes,
  currency,
  summary,
}: {
  readonly volume: VolumeReview;
  readonly notes: readonly NumberedNote[];
  readonly currency: string;
  readonly summary: string;
}) {
  const format = (value: number): string => volumeValue(volume, value, currency);
  return (
    <RunChart
      points={volumePoints(volume, notes)}
      pointsTitle="By whole week"
      target={null}
      title={volumeNames[volume.id]}
      summary={summary}
      emptyText="No whole week yet"
      format={format}
      formatSeen={wholePercent}
    />
  );
}
