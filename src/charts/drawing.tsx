import type { ReactNode } from 'react';

/** The sheet of a chart, in pixels. */
export interface DrawingProps {
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}

/** An SVG drawn for its width. It reads from left to right on every page, for time and money do in all our languages. */
export function Drawing({ width, height, children }: DrawingProps) {
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      direction="ltr"
      className="drawing"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
