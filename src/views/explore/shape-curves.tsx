import type { Curve } from '../../charts/curve.ts';
import { IncidenceCurves } from '../../charts/incidence-curves.tsx';
import { SmallMultiples } from '../../charts/small-multiples.tsx';
import { curveShares, type GroupCurves } from '../../metrics/cube/group-curves.ts';
import type { ReferenceCurve } from '../../metrics/cube/reference-curve.ts';
import { count, percent, percentTick } from '../../sentences/format.ts';

interface ShapeCurvesProps {
  readonly curves: GroupCurves;
  readonly isMultiples: boolean;
  /** Days of the axis. */
  readonly days: number;
  readonly title: string;
  /** What day 0 is. */
  readonly since: string;
}

const curvesShown = 6;
const panelsShown = 12;

const curveOf = (key: string, label: string, curve: ReferenceCurve, isAll: boolean): Curve => ({
  key,
  label,
  steps: curveShares(curve),
  knownTo: curve.horizonDays,
  tone: isAll ? 'dark' : 'quiet',
  hasBand: isAll,
});

/** Cumulative incidence by day: all with its band, and the largest groups that have a curve of their own. */
export function ShapeCurves({ curves, isMultiples, days, title, since }: ShapeCurvesProps) {
  const own = curves.groups.filter(({ curve }) => !curve.isParent);
  const shown = own
    .slice(0, isMultiples ? panelsShown : curvesShown)
    .map(({ group, curve }) => curveOf(group, group, curve, false));
  const all = curveOf(' all', 'All', curves.all, true);
  const finals = own
    .map(({ group, curve }) => `${group}: ${curve.final === null ? 'not known' : percent(curve.final)}`)
    .join('; ');
  const props = {
    days,
    sureTo: curves.followedTo,
    sureToLabel: '30 or more followed in each',
    xTitle: `days ${since}`,
    title,
    summary: `All: ${curves.all.final === null ? 'not known' : percent(curves.all.final)} in the end, of ${count(curves.all.records)} records. ${finals}`,
    emptyText: 'No curve yet: at no age are 30 records still followed.',
    words: { day: 'Day', low: 'from', high: 'to' },
    format: percent,
    formatTick: percentTick,
  };
  return isMultiples ? (
    <SmallMultiples {...props} curves={shown} />
  ) : (
    <IncidenceCurves {...props} curves={[all, ...shown]} />
  );
}
