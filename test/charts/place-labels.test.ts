import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxesTouch, boxTouchesDisc, isInside, type Box, type Disc } from '../../src/charts/box.ts';
import { placeLabels, type LabelRequest } from '../../src/charts/place-labels.ts';

const bounds: Box = { x: 0, y: 0, width: 600, height: 400 };

const request = (key: string, x: number, y: number, more: Partial<LabelRequest> = {}): LabelRequest => ({
  key,
  x,
  y,
  radius: 10,
  width: 80,
  height: 18,
  ...more,
});

const place = (requests: readonly LabelRequest[], solid: readonly Box[] = [], faint: readonly Box[] = []) =>
  placeLabels(requests, { bounds, discs: requests, solid, faint });

const points = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 600 }),
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 4, max: 20 }),
    ),
    {
      maxLength: 18,
    },
  )
  .map((places) => places.map(([x, y, radius], index) => request(`channel ${index}`, x, y, { radius })));

describe('names beside the discs of a chart', () => {
  it('stand to the right where there is room', () => {
    expect(place([request('Web', 300, 200)])).toMatchObject([
      { key: 'Web', anchor: 'start', leader: null, box: { x: 316, y: 191 } },
    ]);
  });

  it('stand to the left of a disc at the right edge', () => {
    expect(place([request('Web', 580, 200)])[0]?.anchor).toBe('end');
  });

  it('keep off a fixed text', () => {
    const note: Box = { x: 310, y: 150, width: 200, height: 100 };
    const [label] = place([request('Web', 300, 200)], [note]);
    expect(label === undefined || boxesTouch(label.box, note)).toBe(false);
  });

  it('rather keep off a line that they may cross', () => {
    const line: Box = { x: 310, y: 199, width: 290, height: 2 };
    const [label] = place([request('Web', 300, 200)], [], [line]);
    expect(label === undefined || boxesTouch(label.box, line)).toBe(false);
  });

  it('are joined to a disc that they had to move away from', () => {
    const wall: Box = { x: 262, y: 150, width: 76, height: 100 };
    const [label] = place([request('Web', 300, 200)], [wall]);
    expect(label).toBeUndefined();
    const posts: readonly Box[] = [
      { x: 312, y: 188, width: 18, height: 24 },
      { x: 270, y: 188, width: 18, height: 24 },
      { x: 270, y: 165, width: 60, height: 18 },
      { x: 270, y: 217, width: 20, height: 18 },
    ];
    const [moved] = place([request('Web', 300, 200)], posts);
    expect(moved?.leader).not.toBeNull();
  });

  it('are left out where there is no room at all', () => {
    expect(place([request('Web', 300, 200)], [bounds])).toEqual([]);
  });

  it('stay within the distance that still makes sense', () => {
    const wall: Box = { x: 250, y: 150, width: 100, height: 100 };
    expect(place([request('Web', 300, 200, { furthest: 10 })], [wall])).toEqual([]);
  });

  it('of the first request get the better place', () => {
    const [first] = place([request('Web', 300, 200), request('Event', 300, 230)]);
    expect(first).toMatchObject({ key: 'Web', anchor: 'start' });
  });

  it('never touch each other or a disc and never leave the plot', () => {
    fc.assert(
      fc.property(points, (requests) => {
        const labels = place(requests);
        for (const [index, label] of labels.entries()) {
          expect(isInside(label.box, bounds)).toBe(true);
          expect(requests.some((disc: Disc) => boxTouchesDisc(label.box, disc))).toBe(false);
          expect(labels.slice(index + 1).some((other) => boxesTouch(label.box, other.box))).toBe(false);
        }
      }),
      { seed: 121, numRuns: 150 },
    );
  });

  it('stand in the same place every time', () => {
    fc.assert(
      fc.property(points, (requests) => {
        expect(place(requests)).toEqual(place(requests));
      }),
      { seed: 122, numRuns: 30 },
    );
  });
});
