import { defineConfig } from 'vitest/config';
import { areas } from './areas.ts';

const chosen = process.env['MUTATION_AREA'];

export default defineConfig({
  test: {
    include: [...areas].flatMap(([name, { tests }]) =>
      chosen === undefined || chosen === name ? tests : [],
    ),
    exclude: ['test/metrics/lead-value-coverage.test.ts'],
    testTimeout: 600_000,
    pool: 'threads',
    isolate: false,
  },
});
