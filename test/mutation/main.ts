/**
 * Plants faults in `src/stats` and `src/metrics`, area by area, and asks each area's own tests to notice. A fault that
 * only the test of another area would notice counts as missed, so the score is a lower bound. Names of areas as
 * arguments choose some of them. Each report is kept in `dist/mutation/AREA.json`; ends with one line an area.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, renameSync } from 'node:fs';
import { areas } from './areas.ts';

interface Score {
  readonly noticed: number;
  /** Those of `noticed` that were noticed because the test never ended. */
  readonly endless: number;
  readonly planted: number;
}

const lowestShare = 0.85;

const scoreOf = (report: string): Score => {
  const { files } = JSON.parse(readFileSync(report, 'utf8')) as {
    files: Record<string, { mutants: { status: string }[] }>;
  };
  const states = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...names: string[]): number => states.filter((state) => names.includes(state)).length;
  const noticed = count('Killed', 'Timeout');
  return { noticed, endless: count('Timeout'), planted: noticed + count('Survived', 'NoCoverage') };
};

const percent = ({ noticed, planted }: Score): string =>
  planted === 0 ? 'nothing' : `${((100 * noticed) / planted).toFixed(1)} %`;

/** Ends with 1 where fewer faults are noticed than wanted, with 2 where an area is named that there is not. */
export const main = (chosen: readonly string[]): number => {
  const unknown = chosen.filter((name) => !areas.has(name));
  if (unknown.length > 0) {
    process.stderr.write(
      `No area is called ${unknown.join(', ')}. There are: ${[...areas.keys()].join(', ')}.\n`,
    );
    return 2;
  }

  const scores = [...areas]
    .filter(([name]) => chosen.length === 0 || chosen.includes(name))
    .map(([name, { mutate }]) => {
      const stryker = 'node_modules/@stryker-mutator/core/bin/stryker.js';
      const settings = ['run', 'test/mutation/stryker.json', '--mutate', mutate.join(',')];
      const { status } = spawnSync(process.execPath, [stryker, ...settings], {
        stdio: 'inherit',
        env: { ...process.env, MUTATION_AREA: name },
      });
      if (status !== 0)
        throw new Error(`Faults could not be planted in ${name}; what is printed above says why.`);
      const report = `dist/mutation/${name}.json`;
      renameSync('dist/mutation/mutation.json', report);
      return { name, ...scoreOf(report) };
    });

  const whole = scores.reduce<Score>(
    (sum, one) => ({
      noticed: sum.noticed + one.noticed,
      endless: sum.endless + one.endless,
      planted: sum.planted + one.planted,
    }),
    { noticed: 0, endless: 0, planted: 0 },
  );
  for (const score of [...scores, { name: 'together', ...whole }])
    process.stdout.write(
      `${score.name}: ${percent(score)} of ${score.planted}, ${score.endless} of them endless\n`,
    );
  return whole.noticed >= lowestShare * whole.planted ? 0 : 1;
};
