import { describe, expect, it } from 'vitest';
import { leakOwners } from '../../../src/metrics/leak-page/leak-owners.ts';
import type { PartEntry } from '../../../src/metrics/leak-parts.ts';

const entry = (part: string, journeys: number, more: Partial<PartEntry> = {}): PartEntry => ({
  part,
  channel: 'Web',
  segment: 'Small',
  stage: 'mql',
  standing: 'dropped',
  leak: 'slow',
  journeys,
  minor: journeys * 10,
  unvalued: 0,
  ...more,
});

const kept = (part: string, journeys: number): PartEntry =>
  entry(part, journeys, { leak: null, standing: 'won', minor: 0 });

const slow = (entries: readonly PartEntry[]) => leakOwners(entries).get('slow') ?? [];

describe('a leak by owner', () => {
  it('marks an owner who loses far more than all others together, and not one who loses far less', () => {
    const owners = slow([
      entry('Ada', 60),
      kept('Ada', 40),
      entry('Bo', 100),
      kept('Bo', 300),
      entry('Cai', 10),
      kept('Cai', 190),
    ]);
    expect(owners.map(({ owner, isSignal }) => [owner, isSignal])).toEqual([
      ['Bo', false],
      ['Ada', true],
      ['Cai', false],
    ]);
  });

  it('marks nobody where owners differ by chance alone', () => {
    const owners = slow([entry('Ada', 22), kept('Ada', 78), entry('Bo', 18), kept('Bo', 82)]);
    expect(owners.map(({ isSignal }) => isSignal)).toEqual([false, false]);
  });

  it('marks nobody with fewer than 30 leads, and from 30 on it may', () => {
    const others = [entry('Bo', 10), kept('Bo', 990)];
    const markOf = (lost: number) =>
      slow([...others, entry('Ada', lost)]).find(({ owner }) => owner === 'Ada');
    expect(markOf(29)?.isSignal).toBe(false);
    expect(markOf(30)?.isSignal).toBe(true);
  });

  it('marks nobody where one owner has all leads, as there is nobody to compare with', () =>
    expect(slow([entry('Ada', 60), kept('Ada', 40)])).toMatchObject([{ owner: 'Ada', isSignal: false }]));

  it('has leads of nobody in a row of their own', () => {
    const owners = slow([entry('(blank)', 5), entry('Ada', 1), kept('Ada', 1)]);
    expect(owners.map(({ owner, rate }) => [owner, rate.k, rate.n])).toEqual([
      ['(blank)', 5, 5],
      ['Ada', 1, 2],
    ]);
  });

  it('lists the owner with the most money first, then with the most leads, then by name', () => {
    const owners = slow([
      entry('Dee', 1, { minor: 0 }),
      entry('Ada', 1, { minor: 0 }),
      entry('Bo', 2, { minor: 0 }),
      entry('Cai', 1, { minor: 5 }),
    ]);
    expect(owners.map(({ owner }) => owner)).toEqual(['Cai', 'Bo', 'Ada', 'Dee']);
  });

  it('keeps disqualified leads of two stages apart', () => {
    const found = leakOwners([
      entry('Ada', 3, { leak: 'disqualified' }),
      entry('Ada', 4, { leak: 'disqualified', stage: 'sql' }),
    ]);
    expect([...found].map(([key, [first]]) => [key, first?.journeys])).toEqual([
      ['disqualified mql', 3],
      ['disqualified sql', 4],
    ]);
  });

  it('corrects for how many are compared: a difference that would do alone does not among fifty', () => {
    const one = [entry('Ada', 20), kept('Ada', 40)];
    const alone = slow([...one, entry('Bo', 600), kept('Bo', 2400)]);
    expect(alone.find(({ owner }) => owner === 'Ada')?.isSignal).toBe(true);
    const many = Array.from({ length: 50 }, (_, at) => [entry(`o${at}`, 12), kept(`o${at}`, 48)]).flat();
    expect(slow([...one, ...many]).find(({ owner }) => owner === 'Ada')?.isSignal).toBe(false);
  });
});
