/** What the browser offers for naming scripts that may run; absent where it has no Trusted Types. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string };
}

const ownOrigin = (url: string): string => {
  if (new URL(url, location.href).origin !== location.origin)
    throw new TypeError('Only workers of this site may start.');
  return url;
};

let policy: { readonly createScriptURL: (url: string) => string } | undefined;

const trusted = (url: string): string => {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('app-worker', { createScriptURL: ownOrigin });
  return policy === undefined ? ownOrigin(url) : policy.createScriptURL(url);
};

/** Starts a worker of this site under the page's policy; it may have a name. Throws for an address of any other origin. */
export const startWorker = (url: string, type: WorkerType, name = ''): Worker =>
  new Worker(trusted(url), { type, name });
