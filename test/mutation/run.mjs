/**
 * Plants faults in `src/stats` and `src/metrics`, area by area, and asks each area's own tests to notice. A fault that
 * only the test of another area would notice counts as missed, so the score is a lower bound. Names of areas as
 * arguments choose some of them. Each report is kept in `dist/mutation/AREA.json`; ends with one line an area.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, renameSync } from 'node:fs';
import { areas } from './areas.mjs';

const lowestScore = 85;
const chosen = process.argv.slice(2).filter((word) => word in areas);
const lines = [];
const whole = { noticed: 0, planted: 0 };

const counted = (report) => {
  const states = Object.values(report.files).flatMap((file) => file.mutants.map(({ status }) => status));
  const count = (...names) => states.filter((state) => names.includes(state)).length;
  const noticed = count('Killed', 'Timeout');
  return { noticed, stopped: count('Timeout'), planted: noticed + count('Survived', 'NoCoverage') };
};

const percent = ({ noticed, planted }) => `${((100 * noticed) / planted).toFixed(1)} %`;

for (const area of chosen.length > 0 ? chosen : Object.keys(areas)) {
  const stryker = 'node_modules/@stryker-mutator/core/bin/stryker.js';
  const mutate = areas[area].mutate.join();
  spawnSync(process.execPath, [stryker, 'run', 'test/mutation/stryker.json', '--mutate', mutate], {
    stdio: 'inherit',
    env: { ...process.env, MUTATION_AREA: area },
  });
  const report = `dist/mutation/${area}.json`;
  renameSync('dist/mutation/mutation.json', report);
  const score = counted(JSON.parse(readFileSync(report, 'utf8')));
  whole.noticed += score.noticed;
  whole.planted += score.planted;
  lines.push(`${area}: ${percent(score)} of ${score.planted} noticed, ${score.stopped} of them as endless`);
}

process.stdout.write(`\n${lines.join('\n')}\ntogether: ${percent(whole)} of ${whole.planted}\n`);
process.exitCode = (100 * whole.noticed) / whole.planted >= lowestScore ? 0 : 1;
