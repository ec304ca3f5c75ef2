import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{stats,metrics,domain,oracle}/**/*.test.ts'],
    exclude: [
      'test/oracle/{journeys,weekly-review,weekly-review-cube}.test.ts',
      'test/metrics/lead-value-coverage.test.ts',
    ],
    testTimeout: 600_000,
  },
});
