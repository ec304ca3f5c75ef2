/** Handovers of single leads, worked out by hand. Monday 2026-05-04, Stockholm is two hours ahead of UTC. */
import { describe, expect, it } from 'vitest';
import { OFFICE_HOURS } from '../support/naive/business-clock.ts';
import { detailedJourneys } from '../support/naive/detailed-journeys.ts';
import type { NaiveHandover } from '../support/naive/handovers.ts';
import { convertedWithin, isMatureFor, naiveHandovers } from '../support/naive/handovers.ts';
import type { Histories } from '../support/naive/histories.ts';
import { call, oneLead } from '../support/naive/one-lead.ts';
import { withDefaults } from '../support/naive/settings.ts';

const MONDAY_NINE = '2026-05-04T07:00:00Z';
const PROMISE = { calendar: OFFICE_HOURS, sla_minutes: 60, sla_attempts: 6, sla_attempt_days: 7 };
const NO_CALL: [] = [];

function handoversOf(histories: Histories, asOf = '2026-06-30'): NaiveHandover[] {
  const settings = withDefaults({ as_of_date: asOf });
  return naiveHandovers(detailedJourneys(histories, settings), PROMISE, settings);
}

function handoverOf(histories: Histories, asOf = '2026-06-30'): NaiveHandover | undefined {
  return handoversOf(histories, asOf)[0];
}

describe('a handover', () => {
  it('is met by a call at the deadline and breached by one a second later', () => {
    const onTime = handoverOf(oneLead([['mql', MONDAY_NINE]], [call('2026-05-04T08:00:00Z')]));
    expect(onTime).toMatchObject({ status: 'met', response_bmin: 60, response_minutes: 60, owner: 'Ada' });
    const late = handoverOf(oneLead([['mql', MONDAY_NINE]], [call('2026-05-04T08:00:01Z')]));
    expect(late).toMatchObject({ status: 'breached', pre_handover: false });
  });

  it('counts calls on the contact, and none that are automated, inbound or after the as-of day', () => {
    const byContact = call('2026-05-04T07:10:00Z', { lead_id: null, contact_id: 'C1' });
    expect(handoverOf(oneLead([['mql', MONDAY_NINE]], [byContact]))).toMatchObject({ response_bmin: 10 });
    const others = [
      call('2026-05-04T07:10:00Z', { is_automated: true }),
      call('2026-05-04T07:10:00Z', { direction: 'inbound' }),
      call('2026-05-04T07:10:00Z', { type: 'note' }),
      call('2026-05-04T07:10:00Z', { lead_id: 'L2' }),
      call('2026-07-01T07:10:00Z'),
    ];
    expect(handoverOf(oneLead([['mql', MONDAY_NINE]], others))).toMatchObject({
      first_attempt_at: null,
      attempts: 0,
      response_bmin: null,
      status: 'breached',
    });
  });

  it('answered within the day before it has response 0, but not earlier', () => {
    const dayBefore = handoverOf(oneLead([['mql', '2026-05-05T07:00:00Z']], [call('2026-05-04T07:00:00Z')]));
    expect(dayBefore).toMatchObject({
      status: 'met',
      response_bmin: 0,
      pre_handover: true,
      first_attempt_at: null,
    });
    const earlier = handoverOf(oneLead([['mql', '2026-05-05T07:00:00Z']], [call('2026-05-04T06:59:59Z')]));
    expect(earlier).toMatchObject({ status: 'breached', pre_handover: false });
  });

  it('counts calls within five minutes of the last kept one once, and other types for themselves', () => {
    const burst = ['07:00:00', '07:05:00', '07:05:01', '07:10:01', '07:10:02'].map((time) =>
      call(`2026-05-04T${time}Z`),
    );
    const mail = call('2026-05-04T07:01:00Z', { type: 'email' });
    expect(handoverOf(oneLead([['mql', MONDAY_NINE]], [...burst, mail]))?.attempts).toBe(4);
  });

  it('counts attempts for seven days, the last instant not included', () => {
    const last = ['2026-05-11T06:54:59Z', '2026-05-11T07:00:00Z'].map((at) => call(at));
    expect(handoverOf(oneLead([['mql', MONDAY_NINE]], last))?.attempts).toBe(1);
  });

  it('takes attempts up to the next cycle only', () => {
    const histories = oneLead(
      [
        ['mql', MONDAY_NINE],
        ['recycled', '2026-05-05T07:00:00Z'],
        ['mql', '2026-05-06T07:00:00Z'],
      ],
      [call('2026-05-06T07:00:00Z')],
    );
    const [first, second] = handoversOf(histories);
    expect(first).toMatchObject({ cycle: 1, attempts: 0, status: 'breached', attempt_stop: true });
    expect(second).toMatchObject({ cycle: 2, attempts: 1, response_bmin: 0, next_handover_at: null });
  });

  it('needs no six attempts once it was answered, came to an end or became an opportunity', () => {
    const plain = handoverOf(oneLead([['mql', MONDAY_NINE]], [call('2026-05-04T08:00:00Z')]));
    expect(plain).toMatchObject({ attempt_stop: false, attempts_ok: false, attempts_mature: true });
    const stops = [
      oneLead([['mql', MONDAY_NINE]], [call('2026-05-04T08:00:00Z', { reached: true })]),
      oneLead(
        [['mql', MONDAY_NINE]],
        [call('2026-05-04T08:00:00Z', { type: 'email', direction: 'inbound' })],
      ),
      oneLead([
        ['mql', MONDAY_NINE],
        ['disqualified', '2026-05-11T06:59:59Z'],
      ]),
      oneLead([['mql', MONDAY_NINE]], NO_CALL, '2026-05-11'),
    ];
    for (const histories of stops) expect(handoverOf(histories)?.attempts_ok).toBe(true);
    const late = [
      oneLead([
        ['mql', MONDAY_NINE],
        ['disqualified', '2026-05-11T07:00:00Z'],
      ]),
      oneLead([['mql', MONDAY_NINE]], NO_CALL, '2026-05-12'),
    ];
    for (const histories of late) expect(handoverOf(histories)?.attempts_ok).toBe(false);
  });

  it('is pending while its deadline lies after the as-of day', () => {
    const friday = '2026-05-08T14:30:00Z';
    expect(handoverOf(oneLead([['mql', friday]]), '2026-05-10')?.status).toBe('pending');
    const called = oneLead([['mql', friday]], [call('2026-05-08T14:40:00Z')]);
    expect(handoverOf(called, '2026-05-10')).toMatchObject({
      status: 'pending_met',
      attempts_mature: false,
    });
    expect(handoverOf(called, '2026-05-11')?.status).toBe('met');
  });

  it('converts by days, last day of the window included', () => {
    const handover = handoverOf(oneLead([['mql', MONDAY_NINE]], NO_CALL, '2026-05-14'));
    expect(handover).toMatchObject({ opp_date: '2026-05-14', opportunity_by_deadline: false });
    if (handover === undefined) return;
    expect([convertedWithin(handover, 10), convertedWithin(handover, 9)]).toEqual([true, false]);
    const settings = withDefaults({ as_of_date: '2026-06-03' });
    expect([isMatureFor(handover, 30, settings), isMatureFor(handover, 31, settings)]).toEqual([true, false]);
  });

  it('knows what had ended by its deadline', () => {
    const won = handoverOf(oneLead([['mql', MONDAY_NINE]], NO_CALL, '2026-05-04'));
    expect(won?.opportunity_by_deadline).toBe(true);
    const out = (at: string): boolean | undefined =>
      handoverOf(
        oneLead([
          ['mql', MONDAY_NINE],
          ['disqualified', at],
        ]),
      )?.disqualified_by_deadline;
    expect([out('2026-05-04T08:00:00Z'), out('2026-05-04T08:00:01Z')]).toEqual([true, false]);
  });
});
