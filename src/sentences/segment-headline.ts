import type { GroupVerdict } from '../metrics/channel-verdict.ts';
import { percent } from './format.ts';

const listed = (verdicts: readonly GroupVerdict[]): string =>
  verdicts.map(({ group, o2d }) => `${group} (${percent(o2d.rate ?? 0)})`).join(', ');

/** The answer to "and in each segment?": which segments win clearly more or less often than all opportunities do. */
export const segmentHeadline = (verdicts: readonly GroupVerdict[]): string => {
  const above = verdicts.filter((verdict) => verdict.o2dSide === 'above');
  const below = verdicts.filter((verdict) => verdict.o2dSide === 'below');
  if (above.length > 0 && below.length > 0)
    return `${listed(above)} wins more often than average, ${listed(below)} less often`;
  if (above.length > 0) return `${listed(above)} wins more often than average`;
  if (below.length > 0) return `${listed(below)} wins less often than average`;
  if (verdicts.length < 2) return 'The data name no segments to compare';
  return 'No segment wins clearly more or less often than average';
};
