import type { Dimension } from '../domain/dimension.ts';
import type { Funnels } from '../engine/funnels.ts';

/** Funnels as a plain object for `--json`: over everything and group by group. */
export const funnelsJson = ({ stages, total, groups }: Funnels, by: Dimension) => ({
  stages,
  total,
  by: { [by]: groups },
});
