import type { ReactNode } from 'react';
import type { QuadrantPoint } from './quadrant-point.ts';

/** A curve of equal product x times y, with its name at the right edge. */
export interface IsoLine {
  readonly product: number;
  readonly label: string;
}

/** What the four corners are called. */
export interface CornerNames {
  readonly topLeft: string;
  readonly topRight: string;
  readonly bottomLeft: string;
  readonly bottomRight: string;
}

/** Two rates against each other, in words the caller chooses. */
export interface QuadrantProps {
  readonly points: readonly QuadrantPoint[];
  readonly xAverage: number | null;
  readonly yAverage: number | null;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly isoLines: readonly IsoLine[];
  /** What the iso-lines are of; stands above their names. */
  readonly isoTitle: string;
  readonly corners: CornerNames;
  readonly title: string;
  readonly summary: string;
  readonly formatPercent: (rate: number) => string;
  /** For the axes; without decimals as a rule. Defaults to `formatPercent`. */
  readonly formatTick?: (rate: number) => string;
  /** Stands before the value of an average. */
  readonly averageLabel?: string;
  readonly onSelect?: (key: string) => void;
  /** The table twin, behind "Show as table". */
  readonly table?: ReactNode;
}
