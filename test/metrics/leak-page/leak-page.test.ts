import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSlaTerms } from '../../../src/domain/sla.ts';
import type { CellWorth } from '../../../src/metrics/cell-worth.ts';
import type { LeakCounts } from '../../../src/metrics/leak-counts.ts';
import { leakLedger } from '../../../src/metrics/leak-ledger.ts';
import { leakDeltas } from '../../../src/metrics/leak-page/leak-deltas.ts';
import { keyOfStanding } from '../../../src/metrics/leak-page/leak-key.ts';
import { leakPage, type LeakPageInput } from '../../../src/metrics/leak-page/leak-page.ts';
import { splitEntries, type LeakPartCounts } from '../../../src/metrics/leak-parts.ts';
import { leakRow } from '../../support/leak-row.ts';
import { anyLeakRows } from '../../support/leak-rows-at-random.ts';

const sum = <Row>(rows: readonly Row[], pick: (row: Row) => number): number =>
  rows.reduce((total, row) => total + pick(row), 0);

const worth: CellWorth = {
  leadMinor: { created: 3.3, mql: 12.7, sal: 47.1, sql: 190.9 },
  winRate: 0.237,
  dealSizeMinor: 81_234.5,
};
/** Leads of one channel have no value. */
const worthOf = (channel: string): CellWorth | null => (channel === 'List' ? null : worth);

/** The same leads cut into parts: the shares of a row say how its leads, amounts and gaps are spread. */
const cutInParts = (rows: readonly LeakCounts[], shares: readonly number[]): readonly LeakPartCounts[] =>
  rows.flatMap((row, at) => {
    const share = shares[at % Math.max(1, shares.length)] ?? 0;
    const first = Math.floor((row.journeys * share) / 4);
    const part = (name: string, journeys: number, fraction: number, without: number): LeakPartCounts => ({
      ...row,
      part: name,
      journeys,
      amount_minor: row.amount_minor * fraction,
      without_amount: without,
    });
    const parts = [
      part('Ada', first, share / 4, row.without_amount),
      part('(blank)', row.journeys - first, 1 - share / 4, 0),
    ];
    return parts.filter(({ journeys, amount_minor: amount }) => journeys > 0 || amount > 0);
  });

const merged = (rows: readonly LeakCounts[]): readonly LeakCounts[] => [
  ...new Map(
    rows.map((row) => [
      JSON.stringify([
        row.channel,
        row.segment,
        row.stage,
        row.standing,
        row.untried,
        row.slow,
        row.few_attempts,
      ]),
      row,
    ]),
  ).values(),
];

const anyCut = fc.record({
  rows: anyLeakRows.map(merged),
  shares: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 }),
});

describe('the parts of a ledger', () => {
  it('add up to every entry, in leads and to the minor unit, however its leads are spread', () => {
    fc.assert(
      fc.property(anyCut, ({ rows, shares }) => {
        const { entries, lost } = leakLedger(rows, worthOf, {});
        const parts = splitEntries(rows, entries, cutInParts(rows, shares), worthOf);
        for (const entry of entries) {
          const own = parts.filter(
            (one) =>
              one.channel === entry.channel &&
              one.segment === entry.segment &&
              one.stage === entry.stage &&
              one.standing === entry.standing &&
              one.leak === entry.leak,
          );
          const alike = entries.filter(
            (one) =>
              one.channel === entry.channel &&
              one.segment === entry.segment &&
              one.stage === entry.stage &&
              one.standing === entry.standing &&
              one.leak === entry.leak,
          );
          for (const pick of ['journeys', 'minor', 'unvalued'] as const)
            expect(sum(own, (one) => one[pick])).toBe(sum(alike, (one) => one[pick]));
        }
        expect(parts.every(({ minor }) => Number.isInteger(minor))).toBe(true);
        expect(
          sum(
            parts.filter(({ leak }) => leak !== null),
            ({ minor }) => minor,
          ),
        ).toBe(lost.minor);
      }),
      { seed: 11, numRuns: 150 },
    );
  });

  it('get money by what they are worth, not by how many they are', () => {
    const rows = [leakRow('opportunity', 'dropped', 2, { amount_minor: 1000 })];
    const { entries } = leakLedger(rows, worthOf, {});
    const [row] = rows;
    const parts = [
      { ...leakRow('opportunity', 'dropped', 1, { amount_minor: 900 }), part: 'Ada' },
      { ...leakRow('opportunity', 'dropped', 1, { amount_minor: 100 }), part: 'Bo' },
    ];
    expect(row?.journeys).toBe(2);
    expect(splitEntries(rows, entries, parts, worthOf).map(({ part, minor }) => [part, minor])).toEqual([
      ['Ada', 213],
      ['Bo', 24],
    ]);
  });

  it('leave out leads that the ledger does not hold', () => {
    const rows = [leakRow('mql', 'dropped', 1)];
    const { entries } = leakLedger(rows, worthOf, {});
    const stranger = { ...leakRow('sql', 'dropped', 5), part: 'Ada' };
    expect(splitEntries(rows, entries, [stranger], worthOf)).toEqual([]);
  });

  it('have no money where the leads have no value, and say so', () => {
    const rows = [leakRow('mql', 'dropped', 3, { channel: 'List' })];
    const { entries } = leakLedger(rows, worthOf, {});
    const parts = [{ ...leakRow('mql', 'dropped', 3, { channel: 'List' }), part: 'Ada' }];
    expect(splitEntries(rows, entries, parts, worthOf)).toMatchObject([
      { minor: 0, unvalued: 3, journeys: 3 },
    ]);
  });
});

const counted = (rows: readonly LeakCounts[], shares: readonly number[] = [2]): LeakPageInput => {
  const parts = cutInParts(rows, shares);
  return {
    leaks: { from: '2025-10-01', to: '2026-09-30', rows, values: null, because: null, trail: null },
    terms: defaultSlaTerms,
    times: { asOf: '2026-09-30', firstDay: '2024-01-01', leadDays: 45, opportunityDays: 135 },
    owners: parts,
    months: parts.map((part) => ({ ...part, part: part.part === 'Ada' ? '2026-01-01' : '2026-02-01' })),
    history: parts.map((part) => ({ ...part, part: part.part === 'Ada' ? '2026-01-01' : '2026-02-01' })),
    circumstances: [],
    reasons: [],
    loads: [],
  };
};

describe('the page of leaks', () => {
  it('has every lost lead under one leak, and each leak by owner and by month adds up to it', () => {
    fc.assert(
      fc.property(anyCut, ({ rows, shares }) => {
        fc.pre(rows.length > 0);
        const page = leakPage(counted(rows, shares), true);
        if (page === null) throw new Error('There are leads.');
        const { lines, ledger } = page;
        expect(sum(lines, ({ journeys }) => journeys)).toBe(ledger.lost.journeys);
        expect(sum(lines, ({ minor }) => minor)).toBe(ledger.lost.minor);
        expect(page.leads).toBe(sum(rows, ({ journeys }) => journeys));
        for (const line of lines) {
          expect(sum(line.owners, ({ journeys }) => journeys)).toBe(line.journeys);
          expect(sum(line.owners, ({ minor }) => minor)).toBe(line.minor);
          expect(sum(line.months, ({ journeys }) => journeys)).toBe(line.journeys);
          expect(sum(line.months, ({ minor }) => minor)).toBe(line.minor);
          const listed = rows.filter((row) =>
            line.standings.some((one) =>
              (['stage', 'standing', 'untried', 'slow', 'few_attempts'] as const).every(
                (name) => one[name] === row[name],
              ),
            ),
          );
          expect(sum(listed, ({ journeys }) => journeys)).toBe(line.journeys);
          expect(listed.every((row) => keyOfStanding(row) === line.key)).toBe(true);
        }
      }),
      { seed: 12, numRuns: 80 },
    );
  });

  it('goes from what could have been brought to what was won, step by step, to the minor unit', () => {
    fc.assert(
      fc.property(anyLeakRows, (rows) => {
        const ledger = leakLedger(rows, worthOf, {});
        expect(ledger.potentialMinor + sum(leakDeltas(ledger), ({ minor }) => minor)).toBe(ledger.won.minor);
      }),
      { seed: 13, numRuns: 80 },
    );
  });

  it('counts leads alone where nothing has a value, the largest leak first', () => {
    const rows = [
      leakRow('mql', 'dropped', 2),
      leakRow('mql', 'stalled', 5),
      leakRow('opportunity', 'won', 1),
    ];
    const page = leakPage(counted(rows), true);
    expect(page).toMatchObject({ hasMoney: false, leads: 8 });
    expect(page?.lines.map(({ key, journeys, moneyShare }) => [key, journeys, moneyShare])).toEqual([
      ['stalled', 5, null],
      ['disqualified mql', 2, null],
    ]);
  });

  it('has nothing to say where no lead has had its window', () =>
    expect(leakPage(counted([]), true)).toBeNull());

  it('says of a leak which share of all leads it took', () => {
    const rows = [leakRow('mql', 'dropped', 10), leakRow('mql', 'in_progress', 30)];
    expect(leakPage(counted(rows), true)?.lines[0]?.rate).toMatchObject({ k: 10, n: 40, rate: 0.25 });
  });

  it('gives the reasons noted at the stage of a disqualification, and no others', () => {
    const rows = [leakRow('mql', 'dropped', 10), leakRow('mql', 'stalled', 1)];
    const reason = { channel: 'Web', segment: 'Small', leads: 4 };
    const page = leakPage(
      {
        ...counted(rows),
        reasons: [
          { ...reason, stage: 'mql', reason: 'No budget' },
          { ...reason, stage: 'sal', reason: 'Too small' },
        ],
      },
      true,
    );
    expect(page?.lines.map(({ key, reasons }) => [key, reasons?.reasons.map((one) => one.reason)])).toEqual([
      ['disqualified mql', ['No budget']],
      ['stalled', undefined],
    ]);
  });

  it('says how many stalled leads nobody has tried lately, where activities can tell', () => {
    const rows = [leakRow('mql', 'stalled', 8)];
    const seen = { ...leakRow('mql', 'stalled', 6), owner: 'Ada', month: '2026-01-01', arrival: 'inside' };
    const circumstances = [
      { ...seen, is_neglected: true },
      { ...seen, journeys: 2, is_neglected: false },
    ];
    const input = { ...counted(rows), circumstances };
    expect(leakPage(input, true)?.lines[0]?.neglected).toMatchObject({ k: 6, n: 8 });
    const untold = { ...input, leaks: { ...input.leaks, because: 'No calls.' } };
    expect(leakPage(untold, true)?.lines[0]?.neglected).toBeNull();
    expect(leakPage(untold, true)?.ledger.unmeasured.slow).toBe('No calls.');
  });
});
