import type { IngestReply } from './ingest-messages.ts';

/**
 * A browser says nothing when a worker is ended or runs out of memory. A lock is given up by whoever holds it in that
 * very moment: the worker holds one as long as it lives, and the page waits for it. Where a page has no locks, because
 * its address is not a secure one, only silence tells.
 */
const locks = (): LockManager | undefined => (globalThis.navigator as Partial<Navigator>).locks;

/** Holds the lock of a worker's life; run inside the worker. Resolves once it is held, or at once where there are no locks. */
export const holdLife = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const manager = locks();
    if (manager === undefined) resolve();
    else
      void manager.request(name, () => {
        resolve();
        return new Promise<never>(() => undefined);
      });
  });

/** What a worker says once it holds the lock of its life. */
export const heldReply = { kind: 'alive', id: 0 } as const satisfies IngestReply;

/**
 * Whether a reply is that one. A worker may be heard before: on a busy computer an import is under way while the lock is
 * still being given, and whoever asked for it then would be given it first, and take the worker for dead.
 */
export const saysItIsHeld = ({ kind, id }: IngestReply): boolean =>
  kind === heldReply.kind && id === heldReply.id;

/** Calls back when whoever holds the lock of a life is gone; not after `signal` is aborted. */
export const whenLifeEnds = (name: string, gone: () => void, signal: AbortSignal): void => {
  locks()
    ?.request(name, { signal }, gone)
    .catch(() => undefined);
};
