/** What is changed in each area, and the tests that are to notice it. None of them needs the engine or a browser. */
const rooms = ['cube', 'review', 'promise', 'plan', 'leak-page', 'reconcile'];

export const areas = {
  ...Object.fromEntries(
    rooms.map((room) => [
      room,
      { mutate: [`src/metrics/${room}/**/*.ts`], tests: [`test/metrics/${room}/**/*.test.ts`] },
    ]),
  ),
  stats: {
    mutate: ['src/stats/**/*.ts'],
    tests: [
      'test/stats/**/*.test.ts',
      'test/oracle/{aalen-johansen,benjamini-hochberg,beta-binomial,chi-square,kaplan-meier,mix-rate,newcombe,p-prime,projection,wilson,xmr}.test.ts',
    ],
  },
  metrics: {
    mutate: ['src/metrics/*.ts'],
    tests: [
      'test/metrics/*.test.ts',
      'test/oracle/{attribute-lift,planner,revenue-decomposition,score-gain,sla-effect}.test.ts',
    ],
  },
};
