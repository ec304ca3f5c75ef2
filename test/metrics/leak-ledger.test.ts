import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellWorth } from '../../src/metrics/cell-worth.ts';
import { gapToTarget, leakLedger, sumOfEntries, type LedgerEntry } from '../../src/metrics/leak-ledger.ts';
import { leakOf, unmeasuredPromises } from '../../src/metrics/leak-of.ts';
import { journeysOf } from '../../src/metrics/leak-counts.ts';
import { leakRow } from '../support/leak-row.ts';
import { anyLeakRows } from '../support/leak-rows-at-random.ts';

const worth: CellWorth = {
  leadMinor: { created: 333.3, mql: 2000.4, sal: 4000.25, sql: 7999.9 },
  winRate: 0.237,
  dealSizeMinor: 41_234.5,
};
const worthOf = (): CellWorth => worth;
const promises = { untried: true, slow: true, few_attempts: true };

describe('a lost lead belongs to', () => {
  it('its lost opportunity, whatever sales did before', () =>
    expect(leakOf(leakRow('opportunity', 'dropped', 1, promises))).toBe('lostOpportunity'));

  it('its stalled opportunity, whatever sales did before', () =>
    expect(leakOf(leakRow('opportunity', 'stalled', 1, promises))).toBe('stalledOpportunity'));

  it.each(['dropped', 'recycled'])('being discarded untried, when it was %s without an attempt', (standing) =>
    expect(leakOf(leakRow('mql', standing, 1, promises))).toBe('untried'),
  );

  it('a slow first response rather than to too few attempts', () =>
    expect(leakOf(leakRow('mql', 'dropped', 1, { ...promises, untried: false }))).toBe('slow'));

  it('a slow first response, when nobody tried and nobody discarded it', () =>
    expect(leakOf(leakRow('mql', 'stalled', 1, promises))).toBe('slow'));

  it('too few attempts rather than to where it stands', () =>
    expect(leakOf(leakRow('sal', 'recycled', 1, { few_attempts: true }))).toBe('fewAttempts'));

  it.each([
    ['stalled', 'stalled'],
    ['dropped', 'disqualified'],
    ['recycled', 'recycled'],
  ])('where it stands (%s), when sales kept its promises', (standing, leak) =>
    expect(leakOf(leakRow('sql', standing, 1))).toBe(leak),
  );

  it('stalling, when nobody tried but no deadline was missed', () =>
    expect(leakOf(leakRow('mql', 'stalled', 1, { untried: true }))).toBe('stalled'));
});

describe('no leak holds', () => {
  it.each([
    ['opportunity', 'won'],
    ['opportunity', 'in_progress'],
    ['mql', 'in_progress'],
  ])('%s leads that are %s, whatever sales failed to do', (stage, standing) =>
    expect(leakOf(leakRow(stage, standing, 1, promises))).toBeNull(),
  );
});

describe('the leak ledger', () => {
  const rows = [
    leakRow('opportunity', 'won', 2, { amount_minor: 90_000 }),
    leakRow('opportunity', 'in_progress', 1, { amount_minor: 10_000 }),
    leakRow('opportunity', 'dropped', 3, { amount_minor: 100_000 }),
    leakRow('mql', 'in_progress', 4),
    leakRow('mql', 'dropped', 5, { untried: true, slow: true }),
    leakRow('mql', 'dropped', 6),
    leakRow('sal', 'dropped', 7),
    leakRow('sal', 'dropped', 2, { channel: 'Fair' }),
    leakRow('mql', 'recycled', 8),
  ];
  const simple: CellWorth = {
    leadMinor: { created: 10, mql: 1000, sal: 2000, sql: 4000 },
    winRate: 0.5,
    dealSizeMinor: 1,
  };
  const ledgerOf = () => leakLedger(rows, () => simple, {});

  it('enters each leak at what its leads are usually worth, the largest first', () =>
    expect(
      ledgerOf().lines.map(({ leak, stage, journeys, minor }) => [leak, stage, journeys, minor]),
    ).toEqual([
      ['lostOpportunity', null, 3, 50_000],
      ['disqualified', 'sal', 9, 18_000],
      ['recycled', null, 8, 8000],
      ['disqualified', 'mql', 6, 6000],
      ['untried', null, 5, 5000],
    ]));

  it('puts a small leak after a large one, whichever it is', () => {
    const upside = leakLedger(
      [
        leakRow('opportunity', 'dropped', 1, { amount_minor: 2 }),
        leakRow('opportunity', 'stalled', 1, { amount_minor: 10 }),
        leakRow('mql', 'recycled', 1),
      ],
      () => simple,
      {},
    );
    expect(upside.lines.map(({ leak, minor }) => [leak, minor])).toEqual([
      ['recycled', 1000],
      ['stalledOpportunity', 5],
      ['lostOpportunity', 1],
    ]);
  });

  it('splits only the disqualified by stage', () => {
    const spread = [
      leakRow('mql', 'stalled', 1),
      leakRow('sal', 'stalled', 2),
      leakRow('mql', 'dropped', 3),
      leakRow('sal', 'dropped', 4),
    ];
    expect(
      leakLedger(spread, () => simple, {}).lines.map(({ leak, stage, journeys }) => [leak, stage, journeys]),
    ).toEqual([
      ['disqualified', 'sal', 4],
      ['stalled', null, 3],
      ['disqualified', 'mql', 3],
    ]);
  });

  it('states the gap: what could have come, less what came and what is under way', () => {
    const ledger = ledgerOf();
    expect(ledger.potentialMinor).toBe(90_000 + 5000 + 50_000 + 4000 + 5000 + 6000 + 18_000 + 8000);
    expect(ledger.won).toEqual({ journeys: 2, minor: 90_000, unvalued: 0 });
    expect(ledger.inProgress).toEqual({ journeys: 5, minor: 9000, unvalued: 0 });
    expect(ledger.lost).toEqual({ journeys: 31, minor: 87_000, unvalued: 0 });
  });

  it('sets the list against a target, with what no leak explains', () =>
    expect(gapToTarget(ledgerOf(), 200_000)).toEqual({
      targetMinor: 200_000,
      gapMinor: 110_000,
      inProgressMinor: 9000,
      leaksMinor: 87_000,
      restMinor: 14_000,
    }));

  it('says so where mending every leak would pass the target', () =>
    expect(gapToTarget(ledgerOf(), 150_000).restMinor).toBe(-36_000));

  it('counts leads that the rate card has no value for, without money', () => {
    const some = leakLedger(rows, (channel) => (channel === 'Fair' ? null : simple), {});
    const line = some.lines.find(({ leak, stage }) => leak === 'disqualified' && stage === 'sal');
    expect(line).toMatchObject({ journeys: 9, minor: 14_000, unvalued: 2 });
    expect(some.lost).toEqual({ journeys: 31, minor: 83_000, unvalued: 2 });
  });

  it('puts leaks of equal money in order of the leads they hold', () => {
    const none = leakLedger(rows, () => null, {});
    expect(none.lines.map(({ journeys }) => journeys)).toEqual([9, 8, 6, 5, 3]);
  });

  it('passes on why a leak cannot be shown', () =>
    expect(leakLedger([], worthOf, unmeasuredPromises('No activities.'))).toMatchObject({
      lines: [],
      potentialMinor: 0,
      unmeasured: { untried: 'No activities.', slow: 'No activities.', fewAttempts: 'No activities.' },
    }));

  it('has nothing to excuse where handovers can be measured', () =>
    expect(unmeasuredPromises(null)).toEqual({}));

  it('holds every lead once: the lines are the leads lost and the money of the gap, exactly', () =>
    fc.assert(
      fc.property(anyLeakRows, (any) => {
        const { lines, lost, won, inProgress, potentialMinor, entries } = leakLedger(any, worthOf, {});
        expect(sumOfEntries(lines)).toEqual(lost);
        expect(lost.journeys).toBe(
          journeysOf(any, ({ standing }) => standing !== 'won' && standing !== 'in_progress'),
        );
        expect(lost.minor).toBe(potentialMinor - won.minor - inProgress.minor);
        expect(won.journeys + inProgress.journeys + lost.journeys).toBe(journeysOf(any));
        expect(entries.every(({ minor }) => Number.isInteger(minor))).toBe(true);
      }),
      { seed: 4 },
    ));

  it('adds up to the same by channel, by segment, by stage and by leak', () =>
    fc.assert(
      fc.property(anyLeakRows, (any) => {
        const { entries, lost } = leakLedger(any, worthOf, {});
        const lostEntries = entries.filter(({ leak }) => leak !== null);
        const by = (nameOf: (entry: LedgerEntry) => string | null) =>
          [...new Set(lostEntries.map(nameOf))]
            .map((name) => sumOfEntries(lostEntries.filter((entry) => nameOf(entry) === name)).minor)
            .reduce((sum, minor) => sum + minor, 0);
        expect([
          by(({ channel }) => channel),
          by(({ segment }) => segment),
          by(({ stage }) => stage),
          by(({ leak }) => leak),
        ]).toEqual([lost.minor, lost.minor, lost.minor, lost.minor]);
      }),
      { seed: 4 },
    ));

  it('is off by less than one minor unit an entry, and by half a unit in all', () =>
    fc.assert(
      fc.property(anyLeakRows, (any) => {
        const { entries, potentialMinor } = leakLedger(any, worthOf, {});
        const exact = any.map((row) => {
          if (row.standing === 'won') return row.amount_minor;
          if (row.stage === 'opportunity') return (row.amount_minor + row.without_amount * 41_234.5) * 0.237;
          const { created, mql, sal, sql } = worth.leadMinor;
          const each = { created, mql, sal, sql }[row.stage as 'created' | 'mql' | 'sal' | 'sql'] ?? NaN;
          return row.journeys * each;
        });
        for (const [index, entry] of entries.entries())
          expect(Math.abs(entry.minor - (exact[index] ?? NaN))).toBeLessThan(1);
        const total = exact.reduce((sum, value) => sum + value, 0);
        expect(Math.abs(potentialMinor - total)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
      { seed: 4 },
    ));

  it('holds the same leads in the same leaks whatever their worth, so that money alone scales with the amounts', () =>
    fc.assert(
      fc.property(anyLeakRows, fc.integer({ min: 2, max: 9 }), (any, factor) => {
        const dearer: CellWorth = {
          leadMinor: { created: 10 * factor, mql: 1000 * factor, sal: 2000 * factor, sql: 4000 * factor },
          winRate: 0.25,
          dealSizeMinor: 4 * factor,
        };
        const plain: CellWorth = {
          leadMinor: { created: 10, mql: 1000, sal: 2000, sql: 4000 },
          winRate: 0.25,
          dealSizeMinor: 4,
        };
        const scaled = any.map((row) => ({ ...row, amount_minor: row.amount_minor * factor }));
        const before = leakLedger(any, () => plain, {});
        const after = leakLedger(scaled, () => dearer, {});
        expect(after.lines).toEqual(before.lines.map((line) => ({ ...line, minor: line.minor * factor })));
        expect(after.potentialMinor).toBe(before.potentialMinor * factor);
      }),
      { seed: 4 },
    ));
});
