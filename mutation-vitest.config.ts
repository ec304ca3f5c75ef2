import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/metrics/{sla-attainment,open-leads,sla-simulation,marketing-sla,speed-to-lead,sla-measurability}.test.ts'],
    testTimeout: 60_000,
  },
});
