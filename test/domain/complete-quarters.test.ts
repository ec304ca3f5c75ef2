import { describe, expect, it } from 'vitest';
import { completeQuarters } from '../../src/domain/complete-quarters.ts';

describe('the last complete quarters', () => {
  it('are those that had ended by the day, newest first', () =>
    expect(completeQuarters('2026-05-20', 2)).toEqual([
      { name: 'Q1 2026', from: '2026-01-01', to: '2026-03-31' },
      { name: 'Q4 2025', from: '2025-10-01', to: '2025-12-31' },
    ]));

  it('hold the present one on its last day, and not the day before', () => {
    expect(completeQuarters('2026-06-30', 1)[0]?.name).toBe('Q2 2026');
    expect(completeQuarters('2026-06-29', 1)[0]?.name).toBe('Q1 2026');
    expect(completeQuarters('2026-12-31', 1)[0]).toEqual({
      name: 'Q4 2026',
      from: '2026-10-01',
      to: '2026-12-31',
    });
  });

  it('are none where none is asked for', () => expect(completeQuarters('2026-06-30', 0)).toEqual([]));
});
