/** What one simulated world says of one interval: the truth that was planted, and what was claimed of it. */
export interface Claim {
  readonly truth: number;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** A method under test. `world` makes one world of a seed and claims; several claims of one world are allowed, none too. */
export interface Study {
  readonly name: string;
  /** The share of worlds in which the truth should be inside. */
  readonly nominal: number;
  readonly world: (seed: number) => readonly Claim[];
}

/** What a study measured over its worlds. Shares are 0 to 1; `bias` is the mean of estimate minus truth, in the unit of the claim. */
export interface Finding {
  readonly name: string;
  readonly nominal: number;
  readonly worlds: number;
  readonly claims: number;
  readonly coverage: number;
  readonly truthBelow: number;
  readonly truthAbove: number;
  readonly bias: number;
  readonly meanWidth: number;
  /** Share of the claims whose interval leaves zero out on the wrong side of the truth. */
  readonly wrongSign: number;
}

const share = (claims: readonly Claim[], holds: (claim: Claim) => boolean): number =>
  claims.filter(holds).length / claims.length;

const mean = (claims: readonly Claim[], of: (claim: Claim) => number): number =>
  claims.reduce((sum, claim) => sum + of(claim), 0) / claims.length;

/** Runs a study over `worlds` seeds, 1 and up. */
export const runStudy = ({ name, nominal, world }: Study, worlds: number): Finding => {
  const claims = Array.from({ length: worlds }, (_, index) => world(index + 1)).flat();
  return {
    name,
    nominal,
    worlds,
    claims: claims.length,
    coverage: share(claims, ({ truth, low, high }) => low <= truth && truth <= high),
    truthBelow: share(claims, ({ truth, low }) => truth < low),
    truthAbove: share(claims, ({ truth, high }) => truth > high),
    bias: mean(claims, ({ estimate, truth }) => estimate - truth),
    meanWidth: mean(claims, ({ low, high }) => high - low),
    wrongSign: share(claims, ({ truth, low, high }) => (low > 0 && truth <= 0) || (high < 0 && truth >= 0)),
  };
};
