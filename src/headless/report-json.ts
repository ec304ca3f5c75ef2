import type { FileLedger } from '../ingest/ledger.ts';
import type { ConversionGroup } from '../metrics/conversion-table.ts';
import type { Defect, Effect } from '../metrics/judge-defects.ts';
import type { Report } from './build-report.ts';
import { definitionJson, diffJson } from './diff-json.ts';
import { funnelsJson } from './funnel-json.ts';

const joints = ({ l2o, o2d, l2d }: ConversionGroup) => ({ l2o, o2d, l2d });

const file = ({
  name,
  format,
  encoding,
  delimiter,
  records,
  loaded,
  setAside,
  duplicates,
  notData,
  reasons,
  columns,
}: FileLedger) => ({
  name,
  format,
  encoding,
  delimiter,
  records,
  loaded,
  setAside,
  duplicates,
  notData,
  reasons,
  columns,
});

const effect = ({ joint, group, bounds }: Effect) => ({
  joint,
  dimension: group?.dimension ?? null,
  group: group?.name ?? null,
  bounds,
});

const defect = ({ kind, count, of, effects }: Defect) => ({
  id: kind.id,
  name: kind.name,
  count,
  of,
  treatment: kind.treatment,
  assumption: kind.assumption,
  readings: kind.readings ?? false,
  bounds: { toDate: effects.toDate.map(effect), windowed: effects.windowed.map(effect) },
});

/** The report as a plain object for `--json`. Rates are fractions; a joint that cannot be measured is null. `definition`, `funnels`, `value`, `plans` and `diff` are there where they were asked for. */
export const reportJson = ({
  analysis,
  files,
  tables,
  warnings,
  quality,
  review,
  isAgreed,
  funnels,
  value,
  plans,
  diff,
}: Report) => ({
  asOf: analysis.definitions.asOf,
  anchor: analysis.definitions.anchor,
  windows: analysis.windows,
  files: files.map(file),
  totals: {
    journeys: analysis.facts.journeys,
    opportunities: analysis.facts.opportunities,
    deals: analysis.facts.deals,
    ...(tables[0] === undefined ? { l2o: null, o2d: null, l2d: null } : joints(tables[0].table.total)),
  },
  by: Object.fromEntries(
    tables.map(({ dimension, table }) => [
      dimension,
      table.groups.map((group) => ({ group: group.group, ...joints(group) })),
    ]),
  ),
  warnings: warnings.map(({ code, message, count }) => ({ code, message, count })),
  quality: quality.defects.map(defect),
  completeness: quality.completeness,
  notMeasurable: analysis.notMeasurable,
  review,
  ...(isAgreed ? { definition: definitionJson(analysis) } : {}),
  ...(value === null ? {} : { value: { ...value.numbers, card: value.card } }),
  ...(plans.length === 0 ? {} : { plans }),
  ...(funnels === null ? {} : { funnels: funnelsJson(funnels.counted, funnels.by) }),
  ...(diff === null ? {} : { diff: diffJson(diff) }),
});
