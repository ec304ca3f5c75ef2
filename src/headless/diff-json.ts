import { changedParts } from '../domain/definition-set.ts';
import type { Analysis } from '../engine/analysis.ts';
import type { DefinitionDiff } from '../engine/definition-diff.ts';
import { definitionLabel } from '../sentences/definition-label.ts';

/** Which definitions were applied, with the label of each joint within its window. */
export const definitionJson = (analysis: Analysis) => ({
  name: analysis.definitionSet.name,
  version: analysis.definitionSet.version,
  validFrom: analysis.definitionSet.validFrom,
  anchor: analysis.definitions.anchor,
  windows: analysis.windows,
  labels: {
    l2o: definitionLabel('l2o', 'windowed', analysis),
    o2d: definitionLabel('o2d', 'windowed', analysis),
    l2d: definitionLabel('l2d', 'windowed', analysis),
  },
});

/** What another definition does to the numbers, as a plain object for `--json`. */
export const diffJson = ({ analyses, table, moved, journeys, answered, overlaps }: DefinitionDiff) => ({
  before: definitionJson(analyses.before),
  after: definitionJson(analyses.after),
  changed: changedParts(analyses.before.definitionSet, analyses.after.definitionSet),
  ...table,
  moved,
  journeys,
  answered,
  overlaps,
});
