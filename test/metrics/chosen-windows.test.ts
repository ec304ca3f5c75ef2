import { describe, expect, it } from 'vitest';
import { chosenWindows, windowsUnderChoice } from '../../src/metrics/chosen-windows.ts';

const inForce = { l2oDays: 30, o2dDays: 60, l2dDays: 120 };

describe('windows that a person looks through', () => {
  it('are those in force as long as none is chosen', () => {
    expect(windowsUnderChoice(inForce, {})).toEqual(inForce);
    expect(windowsUnderChoice(inForce, { l2oDays: 30, o2dDays: 60 })).toEqual(inForce);
  });

  it('take the place of one joint, and both together make that of lead to deal', () => {
    expect(windowsUnderChoice(inForce, { l2oDays: 14 })).toEqual({ l2oDays: 14, o2dDays: 60, l2dDays: 74 });
    expect(windowsUnderChoice(inForce, { o2dDays: 90 })).toEqual({ l2oDays: 30, o2dDays: 90, l2dDays: 120 });
  });

  it('leave a joint without a window that cannot be measured', () => {
    expect(windowsUnderChoice({ l2oDays: null, o2dDays: 60, l2dDays: null }, { l2oDays: 14 })).toEqual({
      l2oDays: null,
      o2dDays: 60,
      l2dDays: null,
    });
    expect(
      windowsUnderChoice({ l2oDays: null, o2dDays: 60, l2dDays: 100 }, { l2oDays: 14, o2dDays: 30 }),
    ).toEqual({ l2oDays: null, o2dDays: 30, l2dDays: 100 });
  });

  it('name only what was chosen', () => {
    expect(chosenWindows(undefined, undefined)).toEqual({});
    expect(chosenWindows(7, undefined)).toEqual({ l2oDays: 7 });
    expect(chosenWindows(undefined, 365)).toEqual({ o2dDays: 365 });
  });
});
