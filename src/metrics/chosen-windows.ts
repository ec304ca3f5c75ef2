import type { Windows } from '../domain/definitions.ts';

/** Windows that a person looks through, in place of those in force. Missing: those in force. */
export interface ChosenWindows {
  readonly l2oDays?: number;
  readonly o2dDays?: number;
}

/** The shortest and the longest window a person can choose, in days. */
export const chosenWindowDays = { shortest: 7, longest: 365 } as const;

/**
 * The windows a page is counted with. A joint that cannot be measured stays without one. The window of lead to deal is
 * both together as soon as one of them is chosen.
 */
export const windowsUnderChoice = (inForce: Windows, chosen: ChosenWindows): Windows => {
  const l2oDays = inForce.l2oDays === null ? null : (chosen.l2oDays ?? inForce.l2oDays);
  const o2dDays = inForce.o2dDays === null ? null : (chosen.o2dDays ?? inForce.o2dDays);
  const isChanged = l2oDays !== inForce.l2oDays || o2dDays !== inForce.o2dDays;
  const together = l2oDays === null || o2dDays === null ? null : l2oDays + o2dDays;
  return {
    l2oDays,
    o2dDays,
    l2dDays: inForce.l2dDays === null || !isChanged ? inForce.l2dDays : (together ?? inForce.l2dDays),
  };
};

/** The choices that are there. */
export const chosenWindows = (l2oDays: number | undefined, o2dDays: number | undefined): ChosenWindows => ({
  ...(l2oDays === undefined ? {} : { l2oDays }),
  ...(o2dDays === undefined ? {} : { o2dDays }),
});
