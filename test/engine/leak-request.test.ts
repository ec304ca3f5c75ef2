import { expect, it } from 'vitest';
import { noFilter } from '../../src/domain/filter.ts';
import { defaultSlaTerms } from '../../src/domain/sla.ts';
import { leakRequest } from '../../src/engine/leak-request.ts';

it('leaks are asked for with the window of leads, the limit of qualification and the window of opportunities', () =>
  expect(leakRequest({ l2oDays: 45, o2dDays: 120, l2dDays: 165 }, defaultSlaTerms, noFilter, true)).toEqual({
    filter: noFilter,
    windowDays: 45,
    qualificationLimitDays: 21,
    opportunityLimitDays: 120,
    handovers: true,
  }));
