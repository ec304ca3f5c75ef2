import { aalenJohansen, horizon, incidenceAt } from '../../src/stats/aalen-johansen.ts';
import { maturity } from '../../src/stats/maturity.ts';
import { zOf } from '../../src/stats/normal.ts';
import { projectFinal } from '../../src/stats/projection.ts';
import { createPrng, type Prng } from '../support/naive/prng.ts';
import { drawLead, lifeTableOf, seenAt, type LeadHabits, type SimulatedLead } from './lead-world.ts';
import type { Study } from './study.ts';

const historyDays = 730;
const horizonCap = 365;

/** Companies differ: 5 to 30 % of leads convert, after 20 to 100 days on average; half of the rest leave. */
const drawHabits = (prng: Prng): LeadHabits => ({
  converts: 0.05 + 0.25 * prng.next(),
  leaves: 0.2 + 0.4 * prng.next(),
  daysToConvert: prng.int(20, 100),
  daysToLeave: prng.int(15, 80),
});

interface Arrival {
  readonly lead: SimulatedLead;
  readonly ageNow: number;
}

const tally = (ages: readonly number[]) =>
  [...new Set(ages)].map((age) => ({ age, count: ages.filter((other) => other === age).length }));

/** The week of arrivals whose maturity is nearest to the one wanted; its youngest lead has the age `from`. */
const weekOfMaturity = (curve: ReturnType<typeof aalenJohansen>, end: number, wanted: number): number => {
  const final = incidenceAt(curve, end)?.converted ?? 0;
  const at = (age: number): number => (incidenceAt(curve, age)?.converted ?? 0) / final;
  const ages = Array.from({ length: end }, (_, age) => age);
  return ages.toSorted((a, b) => Math.abs(at(a) - wanted) - Math.abs(at(b) - wanted))[0] ?? 0;
};

/**
 * Two years of arrivals, seen today; one more week of them at the given maturity, projected to its end, and held against
 * what that week's leads really did by the horizon.
 */
export const projectionStudy = (wantedMaturity: number, confidence: number): Study => ({
  name: `Projected final conversion at ${wantedMaturity * 100} % maturity`,
  nominal: confidence,
  world: (seed) => {
    const prng = createPrng(seed);
    const habits = drawHabits(prng);
    const arrivals: readonly Arrival[] = Array.from({ length: prng.int(1500, 4000) }, () => ({
      lead: drawLead(prng, habits),
      ageNow: prng.int(0, historyDays - 1),
    }));
    const curve = aalenJohansen(lifeTableOf(arrivals.map(({ lead, ageNow }) => seenAt(lead, ageNow))));
    const end = horizon(curve, horizonCap);
    if (end === null) return [];
    const youngest = Math.max(0, weekOfMaturity(curve, end, wantedMaturity) - 3);
    const cohort: readonly Arrival[] = Array.from({ length: prng.int(60, 250) }, () => ({
      lead: drawLead(prng, habits),
      ageNow: youngest + prng.int(0, 6),
    }));
    const seen = cohort.map(({ lead, ageNow }) => seenAt(lead, ageNow));
    const ages = tally(cohort.map(({ ageNow }) => ageNow));
    if (maturity(curve, end, ages) === null) return [];
    const projection = projectFinal(
      curve,
      end,
      {
        n: cohort.length,
        converted: seen.filter(({ outcome }) => outcome === 'converted').length,
        open: tally(seen.filter(({ outcome }) => outcome === 'open').map(({ age }) => age)),
      },
      zOf(confidence),
    );
    if (projection === null) return [];
    const truth =
      cohort.filter(({ lead: { convertsAfter } }) => convertsAfter !== null && convertsAfter <= end).length /
      cohort.length;
    return [{ truth, estimate: projection.projected, low: projection.low, high: projection.high }];
  },
});
