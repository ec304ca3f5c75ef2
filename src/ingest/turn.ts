/** Lets everything else that waits have its turn: messages, above all the one that cancels. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });
