/**
 * Runs the `main` of a TypeScript module under Node with the same resolution rules as the page.
 * Usage: node src/headless/run.mjs <module.ts> [arguments…]
 */
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [file, ...args] = process.argv.slice(2);
const { module } = await runnerImport(resolve(file), { configFile: false, logLevel: 'error' });
process.exitCode = await module.main(args);
