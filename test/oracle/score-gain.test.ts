import { describe, expect, it } from 'vitest';
import { areaUnderRoc, thresholdRows, type ThresholdRow } from '../../src/stats/roc.ts';
import { expectOnlyFields } from '../support/known-fields.ts';
import { expectWithin, oracleCases, type OracleCases } from '../support/oracle-cases.ts';
import { hasOracle, missing } from '../support/oracle.ts';

const fields = {
  threshold: 'threshold',
  selected: 'selected',
  converted: 'positives',
  l2o: 'precision',
  recall: 'recall',
  selected_share: 'selectedShare',
} as const satisfies Record<string, keyof ThresholdRow>;

type Field = keyof typeof fields;

const names = Object.keys(fields) as readonly Field[];

interface ScoreCase {
  readonly score: readonly number[];
  readonly converted: readonly number[];
  readonly thresholds: readonly number[];
  readonly expected: {
    readonly auc: number | null;
    readonly rows: readonly Readonly<Record<Field, number | null>>[];
  };
}

describe.skipIf(!hasOracle)(`what a score threshold selects${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  const { tolerance, cases } = oracleCases('score_gain.json') as OracleCases<ScoreCase>;

  it.each(cases.map((entry, index) => ({ ...entry, index })))(
    'case $index',
    ({ score, converted, thresholds, expected }) => {
      expectOnlyFields(expected, ['auc', 'rows']);
      const counts = score.map((value, index) => ({
        score: value,
        n: 1,
        positives: converted[index] ?? Number.NaN,
      }));
      expectWithin(tolerance, areaUnderRoc(counts), expected.auc);
      const rows = thresholdRows(counts, thresholds);
      expect(rows).toHaveLength(expected.rows.length);
      for (const [index, row] of expected.rows.entries()) {
        expectOnlyFields(row, names);
        for (const name of names) expectWithin(tolerance, rows[index]?.[fields[name]], row[name]);
      }
    },
  );
});
