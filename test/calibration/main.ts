import { parseArgs } from 'node:util';
import { differenceStudy } from './difference-study.ts';
import { incidenceStudy } from './incidence-study.ts';
import { leadValueStudy } from './lead-value-study.ts';
import { planStudy } from './plan-study.ts';
import { projectionStudy } from './projection-study.ts';
import { shrinkageStudy } from './shrinkage-study.ts';
import { slaEffectStudy } from './sla-effect-study.ts';
import { runStudy, type Finding, type Study } from './study.ts';
import { wilsonStudy } from './wilson-study.ts';

const studies: readonly Study[] = [
  wilsonStudy,
  differenceStudy,
  shrinkageStudy,
  incidenceStudy,
  projectionStudy(0.25, 0.95),
  projectionStudy(0.25, 0.8),
  projectionStudy(0.5, 0.95),
  slaEffectStudy(0),
  slaEffectStudy(0.05),
  leadValueStudy(0),
  leadValueStudy(0.5),
  leadValueStudy(1),
  planStudy,
];

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const line = (finding: Finding): string =>
  [
    finding.name,
    percent(finding.nominal),
    percent(finding.coverage),
    percent(finding.truthBelow),
    percent(finding.truthAbove),
    finding.bias.toPrecision(3),
    percent(finding.wrongSign),
    String(finding.claims),
  ].join(' | ');

const head = 'study | nominal | coverage | truth below | truth above | bias | wrong sign | claims';

/**
 * Plants a truth in simulated worlds and counts how often the product's intervals hold it. Prints a table, or JSON with
 * `--json`; `--worlds` (2,000) and `--only` choose how many and which.
 */
export const main = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      worlds: { type: 'string', default: '2000' },
      only: { type: 'string', default: '' },
    },
  });
  const findings = studies
    .filter(({ name }) => name.toLowerCase().includes(values.only.toLowerCase()))
    .map((study) => runStudy(study, Number(values.worlds)));
  process.stdout.write(
    values.json
      ? `${JSON.stringify(findings, null, 2)}\n`
      : `${[head, '--- | --- | --- | --- | --- | --- | --- | ---', ...findings.map(line)].join('\n')}\n`,
  );
  return 0;
};
