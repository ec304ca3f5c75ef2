const lockName = 'throughline-keeper';

const forever = new Promise<never>(() => undefined);

/**
 * Makes this tab the one that may change what is kept, until it closes. False where another tab is; that one can still
 * be read from here.
 */
export const becomeKeeper = (): Promise<boolean> =>
  new Promise((resolve) => {
    void navigator.locks.request(lockName, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : forever;
    });
  });

/** Waits until no other tab may change what is kept, and then makes it this one. */
export const keeperAfterOthers = (): Promise<void> =>
  new Promise((resolve) => {
    void navigator.locks.request(lockName, () => {
      resolve();
      return forever;
    });
  });
