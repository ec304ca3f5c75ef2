import { defineConfig } from 'vitest/config';
import { areas } from './areas.mjs';

const area = process.env['MUTATION_AREA'] ?? '';
const tests = Object.entries(areas).flatMap(([name, { tests }]) =>
  name === area || area === '' ? tests : [],
);

export default defineConfig({
  test: {
    include: tests,
    exclude: ['test/metrics/lead-value-coverage.test.ts'],
    testTimeout: 600_000,
    pool: 'threads',
    isolate: false,
  },
});
