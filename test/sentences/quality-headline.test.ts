import { describe, expect, it } from 'vitest';
import type { Bounds } from '../../src/metrics/bounds.ts';
import { defectKinds } from '../../src/metrics/defects.ts';
import type { Defect, Effect } from '../../src/metrics/judge-defects.ts';
import { completenessHeadline } from '../../src/sentences/completeness-words.ts';
import { boundsWords, points } from '../../src/sentences/bounds-words.ts';
import { qualityHeadline } from '../../src/sentences/quality-headline.ts';

const ends = (low: number, rate: number, high: number): Bounds => ({
  k: rate * 1000,
  n: 1000,
  rate,
  low,
  high,
});

const defectOf = (id: string, count: number, effects: readonly Effect[]): Defect => {
  const kind = defectKinds.find((known) => known.id === id);
  if (kind === undefined) throw new Error(`No kind ${id}.`);
  return { kind, count, of: 1000, effects: { toDate: effects, windowed: effects } };
};

const onAll = (bounds: Bounds | null): Effect => ({ joint: 'l2o', group: null, bounds });
const onWebsite = (bounds: Bounds): Effect => ({
  joint: 'l2o',
  group: { dimension: 'channel', name: 'Website' },
  bounds,
});

/** A kind that does not occur, by which O2D is known to be measured. */
const o2dHolds: Defect = defectOf('won_without_amount', 0, [
  { joint: 'o2d', group: null, bounds: ends(0.1, 0.1, 0.1) },
]);

const headline = (...defects: readonly Defect[]): string =>
  qualityHeadline([...defects, o2dHolds], 'windowed');

describe('the headline of the quality page', () => {
  it('says that nothing was found where nothing was', () => {
    expect(headline(defectOf('missing_channel', 0, [onAll(ends(0.1, 0.3, 0.9))]))).toBe(
      'No defect was found in these data',
    );
  });

  it('says that the numbers hold where nothing can move them', () => {
    expect(headline(defectOf('other_currency', 3, [onAll(ends(0.3, 0.3, 0.3))]))).toBe(
      'The numbers hold: no defect could move L2O or O2D',
    );
  });

  it('names the largest movement where it is small, rounded up', () => {
    expect(headline(defectOf('leads_unreadable', 3, [onAll(ends(0.2969, 0.3, 0.302))]))).toBe(
      'The numbers hold: no defect could move L2O or O2D by more than 0.4 points',
    );
  });

  it('names the defect that could move a number much', () => {
    expect(
      headline(
        defectOf('leads_unreadable', 3, [onAll(ends(0.29, 0.3, 0.31))]),
        defectOf('opportunity_without_lead', 3, [onAll(ends(0.3, 0.3, 0.318))]),
      ),
    ).toBe('Opportunities without a lead could move L2O by up to 1.8 points');
  });

  it('names the group that could move more than any number of all', () => {
    expect(
      headline(
        defectOf('missing_channel', 213, [onAll(ends(0.3, 0.3, 0.3)), onWebsite(ends(0.289, 0.31, 0.324))]),
      ),
    ).toBe(
      'The numbers hold: no defect could move L2O or O2D. Leads without a source could move L2O of Website by up to 2.1 points',
    );
  });

  it('speaks only of rates that can be measured', () => {
    const defect = defectOf('other_currency', 3, [onAll(ends(0.3, 0.3, 0.3))]);
    expect(qualityHeadline([defect], 'windowed')).toBe('The numbers hold: no defect could move L2O');
    expect(qualityHeadline([defectOf('other_currency', 3, [])], 'windowed')).toBe(
      '1 kind of defect was found; neither L2O nor O2D can be measured in these data',
    );
  });

  it('does not call a bound what is only a second reading', () => {
    expect(headline(defectOf('imported_leads', 60, [onAll(ends(0.3, 0.3, 0.5))]))).toBe(
      'Leads created in bulk, taken as a whole, could move L2O by 20.0 points',
    );
    expect(
      headline(
        defectOf('repeated_persons', 9, [onAll(ends(0.299, 0.3, 0.3))]),
        defectOf('leads_unreadable', 3, [onAll(ends(0.298, 0.3, 0.3))]),
      ),
    ).toBe(
      'The numbers hold: no defect could move L2O or O2D by more than 0.2 points, matches and bulks taken as a whole',
    );
  });

  it('never says that the numbers hold where a defect cannot be weighed', () => {
    const said = headline(
      defectOf('unmatchable_leads', 900, [onAll(null)]),
      defectOf('leads_unreadable', 3, [onAll(ends(0.299, 0.3, 0.301))]),
    );
    expect(said).not.toContain('hold');
    expect(said).toBe('Lead records set aside on import could move L2O by up to 0.1 points');
  });
});

describe('bounds in words', () => {
  it('are rounded outwards, so that words are never stronger than the bounds', () => {
    expect(boundsWords(ends(0.2899, 0.3, 0.32401))).toBe('28.9% to 32.5%');
    expect(boundsWords(ends(0.289, 0.3, 0.324))).toBe('28.9% to 32.4%');
    expect(points(0.00401)).toBe('0.5 points');
  });

  it('say that nothing can move a rate, or that nothing can be told', () => {
    expect(boundsWords(ends(0.3, 0.3, 0.3))).toBe('cannot move');
    expect(boundsWords(null)).toBe('cannot be told');
  });
});

describe('the headline of completeness', () => {
  it('tells the fields that reach the goal of 95 % from those that do not', () => {
    expect(
      completenessHeadline([
        { field: 'source', have: 95, of: 100 },
        { field: 'dates', have: 100, of: 100 },
        { field: 'segment', have: 94, of: 100 },
      ]),
    ).toBe('Source and dates reach the goal; segment falls short');
  });

  it('leaves out a field that the files do not have', () => {
    expect(
      completenessHeadline([
        { field: 'source', have: 1, of: 1 },
        { field: 'stage', have: 0, of: 0 },
      ]),
    ).toBe('Source reaches the goal');
  });
});
