const lockName = 'throughline-keeper';

const forever = new Promise<never>(() => undefined);

/** A page that is being reloaded lets go a moment after the new one asks. */
const patienceMs = 500;

/**
 * Makes this tab the one that may change what is kept, until it closes. False where another tab is; that one can still
 * be read from here.
 */
export const becomeKeeper = (): Promise<boolean> =>
  new Promise((resolve) => {
    navigator.locks
      .request(lockName, { signal: AbortSignal.timeout(patienceMs) }, () => {
        resolve(true);
        return forever;
      })
      .catch(() => resolve(false));
  });

/** Waits until no other tab may change what is kept, and then makes it this one. */
export const keeperAfterOthers = (): Promise<void> =>
  new Promise((resolve) => {
    void navigator.locks.request(lockName, () => {
      resolve();
      return forever;
    });
  });
