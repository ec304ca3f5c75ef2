const directives: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'app-worker',
};

const policyOf = (names: readonly string[]): string =>
  names.map((name) => `${name} ${directives[name] ?? ''}`).join('; ');

/** The policy that keeps data in the browser. It must be on every response: a worker is bound by its own response, not by the page's. */
export const contentSecurityPolicy = policyOf(Object.keys(directives));

/** The same for a `<meta>` element, which knows no `frame-ancestors`; it binds the page where a host sets no headers. */
export const metaSecurityPolicy = policyOf(
  Object.keys(directives).filter((name) => name !== 'frame-ancestors'),
);

/** Headers of every response. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy':
    'camera=(), geolocation=(), microphone=(), payment=(), usb=(), display-capture=(), browsing-topics=()',
};
