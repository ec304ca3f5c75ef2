/**
 * Runs the `main` of a TypeScript module under Node with the same resolution rules as the page.
 * Usage: node src/headless/run.mjs <module.ts> [arguments…]
 */
import { resolve } from 'node:path';
import { createServer, createServerModuleRunner } from 'vite';

const [file, ...args] = process.argv.slice(2);
const server = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
});
const runner = createServerModuleRunner(server.environments.ssr, { hmr: false });
try {
  const { main } = await runner.import(resolve(file));
  process.exitCode = await main(args);
} finally {
  await runner.close();
  await server.close();
}
