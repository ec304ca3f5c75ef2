import type { DataQuality } from '../engine/data-quality.ts';
import { byMovement, type Defect } from '../metrics/judge-defects.ts';
import { boundsWords } from '../sentences/bounds-words.ts';
import { count } from '../sentences/format.ts';
import { qualityHeadline } from '../sentences/quality-headline.ts';

const ranges = ({ effects }: Defect, joint: 'l2o' | 'o2d', plain: (text: string) => string): string =>
  effects.windowed
    .filter((effect) => effect.joint === joint)
    .map(({ group, bounds }) => `${group === null ? '' : `${plain(group.name)}: `}${boundsWords(bounds)}`)
    .join('; ') || 'not measurable';

/** The section on data quality: what could move the numbers most, and every defect that occurs with its bounds. */
export const qualityLines = (
  { defects }: DataQuality,
  plain: (text: string) => string,
): readonly string[] => {
  const found = byMovement(defects, 'windowed');
  return [
    '',
    '## Data quality',
    '',
    `${plain(qualityHeadline(defects, 'windowed'))}.`,
    ...(found.length === 0
      ? []
      : [
          '',
          '| Defect | Records | Rules | L2O could be | O2D could be |',
          '| --- | ---: | --- | --- | --- |',
          ...found.map(
            (defect) =>
              `| ${defect.kind.name} | ${count(defect.count)} | ${defect.kind.treatment} | ${ranges(defect, 'l2o', plain)} | ${ranges(defect, 'o2d', plain)} |`,
          ),
          '',
          'Each range holds if that one defect were put right in any way, all else as it is, within the windows.',
        ]),
  ];
};
