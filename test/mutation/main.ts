/**
 * Plants faults in `src/stats` and `src/metrics`, area by area, and asks each area's own tests to notice. A fault that
 * only the test of another area would notice counts as missed, so the score is a lower bound.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { areas, type MutationArea } from './areas.ts';

interface Place {
  readonly line: number;
  readonly column: number;
}

interface Fault {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

interface Score {
  readonly noticed: number;
  /** Those of `noticed` that were noticed because the test never ended. */
  readonly endless: number;
  readonly planted: number;
}

type FaultsByFile = Readonly<Record<string, readonly Fault[]>>;

const lowestShare = 0.85;
const folder = 'dist/mutation';
const usual = 'test/mutation/stryker.json';
const missed: readonly string[] = ['Survived', 'NoCoverage'];

const plant = (area: string, settings: string, mutate: readonly string[]): FaultsByFile => {
  const chosen = `${folder}/settings.json`;
  const own = { ...(JSON.parse(settings) as object), mutate };
  writeFileSync(chosen, JSON.stringify(own));
  const stryker = 'node_modules/@stryker-mutator/core/bin/stryker.js';
  const { status } = spawnSync(process.execPath, [stryker, 'run', chosen], {
    stdio: 'inherit',
    env: { ...process.env, MUTATION_AREA: area },
  });
  if (status !== 0)
    throw new Error(`Faults could not be planted in ${area}; what is printed above says why.`);
  const { files } = JSON.parse(readFileSync(`${folder}/mutation.json`, 'utf8')) as {
    files: Record<string, { mutants: Fault[] }>;
  };
  return Object.fromEntries(Object.entries(files).map(([file, { mutants }]) => [file, mutants]));
};

const rangeOf = (file: string, { location: { start, end } }: Fault): string =>
  `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;

const keyOf = (file: string, { mutatorName, replacement, location }: Fault): string =>
  JSON.stringify([file, mutatorName, replacement, location]);

/**
 * First every fault with the tests that come by it while they run. Then those that nobody noticed once more, in place
 * before the tests are loaded, for what a test file computes outside of its tests.
 */
const faultsOf = (name: string, { mutate }: MutationArea): FaultsByFile => {
  const settings = readFileSync(usual, 'utf8');
  const first = plant(name, settings, mutate);
  const ranges = Object.entries(first).flatMap(([file, faults]) =>
    faults.filter(({ status }) => status === 'Survived').map((fault) => rangeOf(file, fault)),
  );
  if (ranges.length === 0) return first;
  const fromTheStart = { ...(JSON.parse(settings) as object), coverageAnalysis: 'off', ignoreStatic: false };
  const again = plant(name, JSON.stringify(fromTheStart), ranges);
  const noticed = new Map(
    Object.entries(again).flatMap(([file, faults]) =>
      faults
        .filter(({ status }) => !missed.includes(status))
        .map((fault) => [keyOf(file, fault), fault] as const),
    ),
  );
  return Object.fromEntries(
    Object.entries(first).map(([file, faults]) => [
      file,
      faults.map((fault) =>
        fault.status === 'Survived' ? (noticed.get(keyOf(file, fault)) ?? fault) : fault,
      ),
    ]),
  );
};

const scoreOf = (faults: readonly Fault[]): Score => {
  const count = (...states: string[]): number =>
    faults.filter(({ status }) => states.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  return { noticed, endless: count('Timeout'), planted: noticed + count(...missed) };
};

const lineOf = (name: string, { noticed, endless, planted }: Score): string =>
  `${name}: ${((100 * noticed) / Math.max(planted, 1)).toFixed(1)} % of ${planted} noticed, ${endless} of them as endless\n`;

/**
 * Names of areas choose some of them; none means all. What was planted and noticed is kept in `dist/mutation/AREA.json`;
 * the end is one line an area. Ends with 1 where fewer than 85 % are noticed, with 2 where an area is named that there
 * is not.
 */
export const main = (chosen: readonly string[]): number => {
  const unknown = chosen.filter((name) => !areas.has(name));
  if (unknown.length > 0) {
    process.stderr.write(
      `No area is called ${unknown.join(', ')}. There are: ${[...areas.keys()].join(', ')}.\n`,
    );
    return 2;
  }
  mkdirSync(folder, { recursive: true });
  const lines: string[] = [];
  const all: Fault[] = [];
  for (const [name, area] of areas) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const faults = faultsOf(name, area);
    writeFileSync(`${folder}/${name}.json`, JSON.stringify(faults, null, 1));
    const own = Object.values(faults).flat();
    all.push(...own);
    lines.push(lineOf(name, scoreOf(own)));
  }
  const whole = scoreOf(all);
  process.stdout.write([...lines, lineOf('together', whole)].join(''));
  return whole.noticed >= lowestShare * whole.planted ? 0 : 1;
};
