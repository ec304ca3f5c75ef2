import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const installers = [
  [
    'apt-get',
    [
      ['update', '-qq'],
      ['install', '-y', '-qq', 'chromium'],
    ],
  ],
  ['dnf', [['install', '-y', '-q', 'chromium']]],
  ['apk', [['add', '--quiet', 'chromium']]],
];

const found = () =>
  [process.env.CHROMIUM_PATH, ...places].find(
    (place) => place !== undefined && place !== '' && existsSync(place),
  ) ?? null;

const isThere = (command) => {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/**
 * The path of a Chromium: the one named by CHROMIUM_PATH, one of the usual places, or one freshly installed by the
 * system's package manager where this process may. Null where none could be had; the caller then says `chromiumAdvice`.
 * @returns {string | null}
 */
export const findChromium = () => {
  const known = found();
  if (known !== null || process.getuid?.() !== 0) return known;
  const installer = installers.find(([command]) => isThere(command));
  if (installer === undefined) return null;
  const [command, calls] = installer;
  try {
    for (const call of calls) execFileSync(command, call, { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    return null;
  }
  return found();
};

export const chromiumAdvice =
  'The browser tests need Chromium: install the package "chromium" (Debian: apt-get install chromium), or set CHROMIUM_PATH to a Chromium or Chrome.';
