import type { Curve } from './curve.ts';
import type { CurvePaths } from './curve-paths.ts';

const lineClass = {
  accent: 'line-signal line-curve-accent',
  dark: 'line-mark line-main',
  quiet: 'line-context line-last-year',
};

interface CurveLineProps {
  readonly curve: Curve;
  readonly paths: CurvePaths;
  readonly tone?: Curve['tone'];
}

/** A curve: solid as far as all are old enough, dashed beyond. */
export function CurveLine({ curve, paths, tone = curve.tone }: CurveLineProps) {
  return (
    <>
      {paths.solid !== '' && <path d={paths.solid} className={lineClass[tone]} data-curve={curve.key} />}
      {paths.dashed !== '' && (
        <path d={paths.dashed} className={`${lineClass[tone]} line-dashed`} data-curve={curve.key} />
      )}
    </>
  );
}

/** The interval of a curve, with edges. */
export function CurveBand({ band }: { readonly band: CurvePaths['band'] }) {
  if (!band) return null;
  return (
    <>
      <path d={band.area} className="fill-band" />
      <path d={band.edges.join('')} className="line-limit" />
    </>
  );
}
