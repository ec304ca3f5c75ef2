/** k successes in n trials of one group; whole numbers, 0 <= k <= n. */
export interface Group {
  readonly k: number;
  readonly n: number;
}
