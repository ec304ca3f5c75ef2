import { describe, expect, it } from 'vitest';
import {
  draftOf,
  nextVersion,
  noSigningChoices,
  notSignable,
  noTicks,
  ticksOn,
} from '../../src/views/sla/agreement-draft.ts';
import { agreementWith } from '../support/agreements.ts';

const { marketing, sales, definitions, calendar, card } = agreementWith();
const negotiated = { marketing, sales, definitions, calendar, card };
const draft = draftOf(negotiated, noSigningChoices, [], '2026-11-25');

describe('a draft of an agreement', () => {
  it('holds from the next Monday and is reviewed a quarter later, on a day of the week', () => {
    expect([draft.signedOn, draft.startsOn, draft.reviewOn]).toEqual([
      '2026-11-25',
      '2026-11-30',
      '2027-03-01',
    ]);
    const onMonday = draftOf(negotiated, noSigningChoices, [], '2026-11-30');
    expect([onMonday.startsOn, onMonday.reviewOn]).toEqual(['2026-12-07', '2027-03-08']);
    const onSunday = draftOf(negotiated, noSigningChoices, [], '2026-11-22');
    expect([onSunday.startsOn, onSunday.reviewOn]).toEqual(['2026-11-23', '2027-02-23']);
  });

  it('takes the days and the language that were chosen', () => {
    const chosen = draftOf(
      negotiated,
      { language: 'pl', startsOn: '2027-01-04', reviewOn: '2027-02-06' },
      [],
      '2026-11-25',
    );
    expect(chosen).toMatchObject({ language: 'pl', startsOn: '2027-01-04', reviewOn: '2027-02-06' });
  });

  it('begins what marketing promises a month with the first whole month', () => {
    const from = (startsOn: string) =>
      draftOf(negotiated, { ...noSigningChoices, startsOn }, [], '2026-11-25').marketing.firstMonth;
    expect([from('2026-12-01'), from('2026-12-02'), from('2027-01-31')]).toEqual([
      '2026-12-01',
      '2027-01-01',
      '2027-02-01',
    ]);
  });

  it('has the number after the last version', () => {
    expect(nextVersion([])).toBe(1);
    expect(nextVersion([agreementWith(), agreementWith({ version: 4 })])).toBe(5);
    expect(draftOf(negotiated, noSigningChoices, [agreementWith()], '2026-11-25').version).toBe(2);
  });
});

describe('ticks', () => {
  it('are on one text: any changed term takes both back', () => {
    const ticked = { ...ticksOn(noTicks, draft), marketing: true, sales: true };
    expect(ticksOn(ticked, draft)).toEqual(ticked);
    expect(ticksOn(ticked, { ...draft })).toEqual(ticked);
    const changed = { ...draft, sales: { ...draft.sales, attempts: 5 } };
    expect(ticksOn(ticked, changed)).toMatchObject({ marketing: false, sales: false });
    expect(ticksOn(ticked, { ...draft, language: 'sv' })).toMatchObject({ marketing: false, sales: false });
  });

  it.each([
    [false, false, 'Both sides tick before it can be signed.'],
    [true, false, 'Sales has not ticked yet.'],
    [false, true, 'Marketing has not ticked yet.'],
    [true, true, null],
  ])('of marketing %s and of sales %s: %s', (byMarketing, bySales, expected) =>
    expect(notSignable(draft, { of: '', marketing: byMarketing, sales: bySales })).toBe(expected),
  );

  it('are not enough without a rate card, or with a review before the first day', () => {
    const both = { of: '', marketing: true, sales: true };
    expect(notSignable({ ...draft, reviewOn: draft.startsOn }, both)).toBe(
      'The review must come after the first day.',
    );
    expect(notSignable({ ...draft, card: { ...card, rates: [] } }, both)).toContain(
      'There is no rate card yet',
    );
  });
});
