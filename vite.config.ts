import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { metaSecurityPolicy, securityHeaders } from './src/app/security-policy.ts';

/** Writes the security policy into the built page, and as a `_headers` file for static hosts that read one. */
const securityPolicy = (): Plugin => ({
  name: 'security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: metaSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
  generateBundle() {
    const lines = Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}`);
    this.emitFile({ type: 'asset', fileName: '_headers', source: `/*\n${lines.join('\n')}\n` });
  },
});

/** Tests of what turns bytes into cells, and statements into answers, before any of it is a time: slow, and the same in every zone. */
const withoutTime = [
  'test/architecture/**',
  'test/charts/**',
  'test/stats/**',
  'test/naive/**',
  'test/metrics/**',
  'test/sql/**',
  'test/ingest/record-runs.test.ts',
  'test/ingest/containers.test.ts',
  'test/ingest/damaged-bytes.test.ts',
  'test/ingest/xlsx-package.test.ts',
  'test/ingest/parquet-source.test.ts',
  'test/ingest/column-bytes.test.ts',
  'test/ingest/pollution.test.ts',
  'test/ingest/pollution-score.test.ts',
];

const shared = { pool: 'threads', isolate: false, testTimeout: 120_000, hookTimeout: 180_000 } as const;

export default defineConfig({
  base: './',
  plugins: [
    react(),
    securityPolicy(),
    { ...optimizeLocales.vite({ locales: ['en-US', 'sv-SE', 'es-ES', 'pl-PL'] }), enforce: 'pre' },
  ],
  worker: { format: 'es' },
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 1000 },
  preview: { host: '127.0.0.1', port: 4173, headers: { ...securityHeaders } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit-of-time',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', ...withoutTime],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          expect: { poll: { timeout: 60_000 } },
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
