import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { metaSecurityPolicy, securityHeaders } from './src/app/security-policy.ts';

/** Writes the security policy into the built page, and as a `_headers` file for static hosts that read one. */
const securityPolicy = (): Plugin => ({
  name: 'security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: metaSecurityPolicy }, injectTo: 'head-prepend' },
  ],
  generateBundle() {
    const lines = Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}`);
    this.emitFile({ type: 'asset', fileName: '_headers', source: `/*\n${lines.join('\n')}\n` });
  },
});

export default defineConfig({
  base: './',
  plugins: [react(), securityPolicy()],
  worker: { format: 'es' },
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 1000 },
  preview: { host: '127.0.0.1', port: 4173, headers: { ...securityHeaders } },
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
