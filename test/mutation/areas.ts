/** A part of the code in which faults are planted, and the tests that are to notice them, as patterns of paths. */
export interface MutationArea {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

const room = (name: string): MutationArea => ({
  mutate: [`src/metrics/${name}/**/*.ts`],
  tests: [`test/metrics/${name}/**/*.test.ts`],
});

/** By name. None of the tests needs the engine or a browser. */
export const areas: ReadonlyMap<string, MutationArea> = new Map([
  ...['cube', 'review', 'promise', 'plan', 'leak-page', 'reconcile', 'benchmarks'].map(
    (name) => [name, room(name)] as const,
  ),
  [
    'stats',
    {
      mutate: ['src/stats/**/*.ts'],
      tests: [
        'test/stats/**/*.test.ts',
        'test/oracle/{aalen-johansen,benjamini-hochberg,beta-binomial,chi-square,kaplan-meier,mix-rate,newcombe,p-prime,projection,wilson,xmr}.test.ts',
      ],
    },
  ],
  [
    'metrics',
    {
      mutate: ['src/metrics/*.ts'],
      tests: [
        'test/metrics/*.test.ts',
        'test/oracle/{attribute-lift,planner,revenue-decomposition,score-gain,sla-effect}.test.ts',
      ],
    },
  ],
]);
