import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { securityHeaders } from '../../src/app/security-policy.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves the built page like any static host, under the policy that `policyFor` gives for a path: null for a host that forgot it. */
export const serveDist = async (
  policyFor: (path: string, usual: string) => string | null,
): Promise<{ readonly address: string; readonly close: () => Promise<void> }> => {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = join('dist', normalize(path === '/' ? '/index.html' : path));
    for (const [name, value] of Object.entries(securityHeaders)) {
      const sent = name === 'Content-Security-Policy' ? policyFor(path, value) : value;
      if (sent !== null) response.setHeader(name, sent);
    }
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    // The names of assets change with their content.
    if (path.startsWith('/assets/'))
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
