import type { IsoLine } from '../../charts/quadrant-props.ts';
import { count, money } from '../../sentences/format.ts';

const steps = [1, 2.5, 5] as const;

const niceValues = (from: number, to: number): readonly number[] => {
  const values: number[] = [];
  for (let power = Math.floor(Math.log10(from)); power <= Math.ceil(Math.log10(to)); power += 1) {
    values.push(...steps.map((step) => step * 10 ** power).filter((value) => value >= from && value <= to));
  }
  return values;
};

const shown = 5;

const spread = (values: readonly number[]): readonly number[] =>
  values.length <= shown
    ? values
    : values.filter(
        (_, index) =>
          Math.floor((index * shown) / values.length) !== Math.floor(((index - 1) * shown) / values.length),
      );

/**
 * Lines of equal lead value: rate × rate × average deal, labelled in money. Without one currency and a deal size they
 * say how many leads a deal takes. `largest` is the product at the far corner of the chart.
 */
export const isoValues = (
  largest: number,
  dealSizeMinor: number | null,
  currency: string | null,
): { readonly lines: readonly IsoLine[]; readonly title: string } => {
  if (!(largest > 0)) return { lines: [], title: '' };
  if (dealSizeMinor !== null && currency !== null) {
    const values = niceValues((largest * dealSizeMinor) / 60, (largest * dealSizeMinor) / 1.6);
    return {
      title: 'a lead is worth',
      lines: spread(values).map((minor) => ({
        product: minor / dealSizeMinor,
        label: money(minor, currency),
      })),
    };
  }
  const leads = niceValues(1.6 / largest, 60 / largest);
  return {
    title: 'one deal in',
    lines: spread(leads).map((value) => ({ product: 1 / value, label: `${count(value)} leads` })),
  };
};
