import { changedParts, type DefinitionPart, type DefinitionSet } from '../domain/definition-set.ts';
import type { Windows } from '../domain/definitions.ts';
import type { Joint } from './metric.ts';

/** A window that is another than the one signed, in days; null where it cannot be measured any more. */
export interface WindowDrift {
  readonly joint: Joint;
  readonly signedDays: number;
  readonly nowDays: number | null;
}

/** In what the definitions of today differ from those that an agreement froze. */
export interface AgreementDrift {
  /** Parts that leads are built by: these are of today in everything that is measured. */
  readonly built: readonly DefinitionPart[];
  /** Parts that handovers are judged by: these stay as signed. */
  readonly kept: readonly DefinitionPart[];
  /** Windows that differ; with one, `windows` is among the parts built. */
  readonly windows: readonly WindowDrift[];
}

const buildingParts: readonly DefinitionPart[] = [
  'stages',
  'anchor',
  'windows',
  'reentryDays',
  'backdateDays',
  'accountMatchDays',
  'reportTimeZone',
];

const joints: readonly Joint[] = ['l2o', 'o2d', 'l2d'];

/**
 * Compares what was frozen with the definitions in force and the windows they come to. A window that was left to the data at
 * the signing has not changed by being another one now.
 */
export const agreementDrift = (
  frozen: DefinitionSet,
  inForce: DefinitionSet,
  windows: Windows,
): AgreementDrift => {
  const moved = joints.flatMap((joint): readonly WindowDrift[] => {
    const [signedDays, nowDays] = [frozen.windows[`${joint}Days`], windows[`${joint}Days`]];
    return signedDays === null || signedDays === nowDays ? [] : [{ joint, signedDays, nowDays }];
  });
  const changed = changedParts({ ...frozen, windows }, { ...inForce, windows });
  return {
    built: buildingParts.filter((part) => (part === 'windows' ? moved.length > 0 : changed.includes(part))),
    kept: changed.filter((part) => !buildingParts.includes(part)),
    windows: moved,
  };
};
