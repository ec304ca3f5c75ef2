import { aalenJohansen, incidenceAt, incidenceInterval } from '../../src/stats/aalen-johansen.ts';
import { createPrng } from '../support/naive/prng.ts';
import { drawLead, lifeTableOf, seenAt } from './lead-world.ts';
import type { Study } from './study.ts';

const day = 60;

/** Leads of one year, seen today: how often the interval of the share converted by day 60 holds the true one. */
export const incidenceStudy: Study = {
  name: `Share converted by day ${day}`,
  nominal: 0.95,
  world: (seed) => {
    const prng = createPrng(seed);
    const converts = 0.05 + 0.25 * prng.next();
    const daysToConvert = prng.int(20, 100);
    const habits = { converts, leaves: 0.4, daysToConvert, daysToLeave: prng.int(15, 80) };
    const seen = Array.from({ length: prng.int(100, 600) }, () =>
      seenAt(drawLead(prng, habits), prng.int(0, 364)),
    );
    const point = incidenceAt(aalenJohansen(lifeTableOf(seen)), day);
    if (point === null) return [];
    const { low, high } = incidenceInterval(point);
    const truth = converts * (1 - Math.exp(-(day + 1) / daysToConvert));
    return [{ truth, estimate: point.converted, low, high }];
  },
};
