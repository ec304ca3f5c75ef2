import { describe, expect, it } from 'vitest';
import { slaGrid } from '../../src/domain/sla-grid.ts';
import {
  simulateByArrival,
  simulateByOwner,
  simulateSla,
  suggestedResponseMinutes,
  type SlaCubeRow,
} from '../../src/metrics/sla-simulation.ts';

const row = (more: Partial<SlaCubeRow>): SlaCubeRow => ({
  owner: 'Ada',
  weekday: null,
  hour: null,
  needed: 0,
  due: 8,
  attempts: 0,
  attempt_stop: false,
  attempts_due: true,
  handovers: 10,
  ...more,
});

const responseAt = (cube: readonly SlaCubeRow[], responseMinutes: number) =>
  simulateSla(cube, { responseMinutes, attempts: 6 }).response;

describe('another promise', () => {
  it('is kept by the responses that need no more of the grid, of the handovers that would be due', () => {
    const cube = [row({ needed: 0 }), row({ needed: 3 }), row({ needed: 8 }), row({ needed: 0, due: 3 })];
    expect(responseAt(cube, 5)).toMatchObject({ k: 20, n: 40 });
    expect(responseAt(cube, 30)).toMatchObject({ k: 20, n: 40 });
    expect(responseAt(cube, 60)).toMatchObject({ k: 20, n: 30 });
    expect(responseAt(cube, 960)).toMatchObject({ k: 20, n: 30 });
  });

  it('of attempts is kept by enough of them or a stop, of those whose days are over', () => {
    const cube = [
      row({ attempts: 2, needed: 8 }),
      row({ attempts: 1 }),
      row({ attempts: 0, attempt_stop: true, handovers: 5 }),
      row({ attempts: 9, attempts_due: false }),
    ];
    const found = simulateSla(cube, { responseMinutes: 5, attempts: 2 });
    expect(found.attempts).toMatchObject({ k: 15, n: 25 });
    expect(found.full).toMatchObject({ k: 5, n: 25 });
    expect(found.response).toMatchObject({ k: 25, n: 35 });
  });

  it('outside the grid is refused', () =>
    expect(() => simulateSla([], { responseMinutes: 7, attempts: 1 })).toThrow(RangeError));

  it('is judged by owner, and by arrival without counting twice', () => {
    const cube = [
      row({ owner: 'Bo', handovers: 3 }),
      row({ owner: 'Ada', handovers: 4 }),
      row({ owner: null, weekday: 1, hour: 23, handovers: 2 }),
      row({ owner: null, weekday: 1, hour: 9, handovers: 5 }),
    ];
    const promise = { responseMinutes: 5, attempts: 1 };
    expect(simulateSla(cube, promise).response.n).toBe(7);
    expect(simulateByOwner(cube, promise).map(({ owner, response }) => [owner, response.n])).toEqual([
      ['Ada', 4],
      ['Bo', 3],
    ]);
    expect(
      simulateByArrival(cube, promise).map(({ weekday, hour, response }) => [weekday, hour, response.n]),
    ).toEqual([
      [1, 9, 5],
      [1, 23, 2],
    ]);
  });

  it('never loses attainment by more time, where everything is due', () => {
    const cube = [0, 2, 5, 8].map((needed) => row({ needed }));
    const rates = slaGrid.responseMinutes.map((minutes) => responseAt(cube, minutes).rate ?? 0);
    expect(rates).toEqual(rates.toSorted((a, b) => a - b));
  });
});

describe('the suggested response target', () => {
  const rep = (owner: string, kept: number, needed: number): readonly SlaCubeRow[] => [
    row({ owner, needed, handovers: kept }),
    row({ owner, needed: 8, handovers: 10 - kept }),
  ];

  it('is the shortest that the median rep keeps for four fifths of the leads', () => {
    expect(suggestedResponseMinutes([...rep('Ada', 8, 1), ...rep('Bo', 10, 4), ...rep('Cai', 7, 0)])).toBe(
      120,
    );
    expect(suggestedResponseMinutes([...rep('Ada', 8, 1), ...rep('Bo', 8, 2), ...rep('Cai', 7, 0)])).toBe(30);
  });

  it('follows the weaker of the two reps in the middle', () => {
    expect(suggestedResponseMinutes([...rep('Ada', 10, 0), ...rep('Bo', 7, 0)])).toBeNull();
    expect(suggestedResponseMinutes([...rep('Ada', 10, 0), ...rep('Bo', 8, 5)])).toBe(240);
  });

  it('leaves out leads of nobody and reps with fewer than five due', () => {
    const bad = { needed: 8 } as const;
    expect(
      suggestedResponseMinutes([
        ...rep('Ada', 10, 0),
        row({ ...bad, owner: '(blank)', handovers: 90 }),
        row({ ...bad, owner: 'Bo', handovers: 4 }),
      ]),
    ).toBe(5);
    expect(
      suggestedResponseMinutes([...rep('Ada', 10, 0), row({ ...bad, owner: 'Bo', handovers: 5 })]),
    ).toBeNull();
  });

  it('is none where nobody was handed a lead', () => expect(suggestedResponseMinutes([])).toBeNull());
});
