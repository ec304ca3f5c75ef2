import type { DefinitionSet } from '../domain/definition-set.ts';
import { standardDefinitions } from '../domain/definition-set.ts';
import type { Definitions, Windows } from '../domain/definitions.ts';
import { readsExportedFields } from '../domain/stage-rule.ts';
import type { Basis } from '../metrics/channel-verdict.ts';
import type { Joint } from '../metrics/metric.ts';

/** What a number was made with. */
export interface MadeWith {
  readonly definitions: Definitions;
  readonly definitionSet: DefinitionSet;
  readonly windows: Windows;
}

/** An agreement by its name and version, such as "Agreed in May v2". */
export const definitionName = ({ name, version }: Pick<DefinitionSet, 'name' | 'version'>): string =>
  `${name} v${version}`;

const cohort = (joint: Joint, { anchor, stages }: Definitions): string => {
  if (joint === 'o2d') return 'opportunity cohort';
  if (anchor === 'created') return 'created cohort';
  return stages !== undefined && readsExportedFields(stages.mql)
    ? 'MQL cohort, fields as exported'
    : 'MQL cohort';
};

/**
 * The short label under a number: `L2O 30d · MQL cohort · as of 2026-06-30`, with the name of the agreement where it is
 * not the standard one. A window that cannot be measured is said to be none.
 */
export const definitionLabel = (
  joint: Joint,
  basis: Basis,
  { definitions, definitionSet, windows }: MadeWith,
): string => {
  const days = windows[`${joint}Days`];
  const reach = basis === 'toDate' ? 'to date' : days === null ? 'without a window' : `${days}d`;
  return [
    `${joint.toUpperCase()} ${reach}`,
    cohort(joint, definitions),
    `as of ${definitions.asOf}`,
    ...(definitionSet === standardDefinitions ? [] : [definitionName(definitionSet)]),
  ].join(' · ');
};
