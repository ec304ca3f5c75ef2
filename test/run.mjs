/**
 * Everything that must hold, in one command: types, lint, formatting, dead code, the tests in two time zones, and the
 * browser tests on the built page. Ends with "N passed, N failed". `--fast` leaves out the second zone and the browser;
 * `--full` runs everything in both zones, and the long versions of the tests that have one, hours of them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumAdvice, findChromium } from './support/find-chromium.mjs';

const isFast = process.argv.includes('--fast');
const isFull = process.argv.includes('--full');
if (isFull) process.env.FULL = '1';
const folder = mkdtempSync(join(tmpdir(), 'throughline-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

const run = (command, args, env = {}) => {
  const { status } = spawnSync(process.execPath, [command, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
};

const bin = (name) => join('node_modules', ...name.split('/'));

const check = (label, command, args) => {
  const isGood = run(bin(command), args);
  total[isGood ? 'passed' : 'failed'] += 1;
  process.stdout.write(`${isGood ? 'ok    ' : 'FAILED'} ${label}\n`);
};

const suite = (label, project, env = {}) => {
  const output = join(folder, `${label}.json`);
  const isGood = run(
    bin('vitest/vitest.mjs'),
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${output}`],
    env,
  );
  let failed = 1;
  try {
    const result = JSON.parse(readFileSync(output, 'utf8'));
    total.passed += result.numPassedTests;
    total.skipped += result.numPendingTests;
    failed = result.numFailedTests + (isGood ? 0 : result.numFailedTests === 0 ? 1 : 0);
  } catch {
    process.stdout.write(`The tests of "${label}" gave no result.\n`);
  }
  total.failed += failed;
};

check('types', 'typescript/bin/tsc', ['--noEmit']);
check('lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']);
check('formatting', 'oxfmt/bin/oxfmt', ['--check', '.']);
check('no dead code', 'knip/bin/knip.js', ['--no-progress']);
suite('utc', 'unit', { TZ: 'UTC' });
if (!isFast) {
  suite('los-angeles', isFull ? 'unit' : 'unit-of-time', { TZ: 'America/Los_Angeles' });
  check('build', 'vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  if (findChromium() === null) {
    process.stdout.write(`${chromiumAdvice}\n`);
    total.failed += 1;
  } else suite('browser', 'browser');
}
rmSync(folder, { recursive: true, force: true });
process.stdout.write(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}\n`,
);
process.exitCode = total.failed === 0 ? 0 : 1;
