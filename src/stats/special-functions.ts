/** More steps than any fraction or series here needs for parameters up to a hundred million. */
const stepLimit = 100_000;

/** Two successive values closer than this, relatively, are the same one. */
const closeEnough = 1e-15;

/** Logits within which both x and 1 - x are ordinary doubles. */
const logitLimit = 700;

const needPositive = (...parameters: readonly number[]): void => {
  if (!parameters.every((parameter) => parameter > 0 && parameter < Infinity))
    throw new RangeError(`Parameters must be positive: ${parameters.join(', ')}`);
};

/** What Stirling's formula lacks: ln Γ(a + 1) - (a + 1/2) ln a + a - ln √(2π), for a > 0. */
const stirlingError = (a: number): number => {
  let sum = 0;
  let shifted = a;
  for (; shifted < 16; shifted += 1) sum += (shifted + 0.5) * Math.log1p(1 / shifted) - 1;
  const inverse = 1 / (shifted * shifted);
  const terms = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360];
  return sum + terms.reduceRight((inner, term) => inner * inverse + term, 0) / shifted;
};

/** x ln(x / mean) + mean - x for x and mean > 0, without cancellation near x = mean. */
const deviance = (x: number, mean: number): number => {
  const relative = (x - mean) / (x + mean);
  if (Math.abs(relative) >= 0.1) return x * Math.log(x / mean) + mean - x;
  let sum = (x - mean) * relative;
  let power = 2 * x * relative;
  for (let odd = 3; odd < 20; odd += 2) {
    power *= relative * relative;
    sum += power / odd;
  }
  return sum;
};

/** x^a y^b / B(a, b), where y = 1 - x: the density of the logit of a Beta(a, b) variable (saddle point form of Loader 2000). */
const logitDensity = (x: number, y: number, a: number, b: number): number => {
  const sum = a + b;
  const correction = stirlingError(sum) - stirlingError(a) - stirlingError(b);
  return (
    Math.sqrt(((a / sum) * b) / (2 * Math.PI)) *
    Math.exp(correction - deviance(a, sum * x) - deviance(b, sum * y))
  );
};

/** The continued fraction of the incomplete beta (DLMF 8.17.22) by Lentz's method; quick for x below (a + 1) / (a + b + 2). */
const betaFraction = (x: number, a: number, b: number): number => {
  let above = 1;
  let below = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = below;
  const advance = (coefficient: number): number => {
    below = 1 / (1 + coefficient * below);
    above = 1 + coefficient / above;
    value *= above * below;
    return Math.abs(above * below - 1);
  };
  for (let step = 1; step < stepLimit; step += 1) {
    const even = a + 2 * step;
    advance((step * (b - step) * x) / ((even - 1) * even));
    if (advance((-(a + step) * (a + b + step) * x) / (even * (even + 1))) < closeEnough) break;
  }
  return value;
};

const lowerBeta = (x: number, y: number, a: number, b: number): number => {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  return x < (a + 1) / (a + b + 2)
    ? (logitDensity(x, y, a, b) / a) * betaFraction(x, a, b)
    : 1 - (logitDensity(x, y, a, b) / b) * betaFraction(y, b, a);
};

/**
 * The regularised incomplete beta function I_x(a, b): the chance that a Beta(a, b) variable is at most x. Needs a, b > 0
 * and throws otherwise. 0 for x <= 0, 1 for x >= 1.
 */
export const regularisedBeta = (x: number, a: number, b: number): number => {
  needPositive(a, b);
  return lowerBeta(x, 1 - x, a, b);
};

/**
 * The x that a share p of a Beta(a, b) distribution lies below; a, b > 0, p in [0, 1], throws otherwise. Newton steps on
 * the logarithm of the distribution over the logit of x, where it is concave, kept within a bracket that halves when
 * they leave it. A quantile below 1e-304 is given as about that.
 */
export const betaQuantile = (p: number, a: number, b: number): number => {
  needPositive(a, b);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`Not a probability: ${p}`);
  if (p > 0.5) return 1 - betaQuantile(1 - p, b, a);
  if (p === 0) return 0;
  let left = -logitLimit;
  let right = logitLimit;
  let logit = Math.log(a / b);
  for (let step = 0; step < 200; step += 1) {
    const x = 1 / (1 + Math.exp(-logit));
    const y = 1 / (1 + Math.exp(logit));
    const lower = lowerBeta(x, y, a, b);
    if (lower < p) left = logit;
    else right = logit;
    const newton = logit - (lower * Math.log(lower / p)) / logitDensity(x, y, a, b);
    if (Math.abs(newton - logit) <= closeEnough * Math.max(1, Math.abs(logit))) break;
    logit = newton > left && newton < right ? newton : (left + right) / 2;
  }
  return 1 / (1 + Math.exp(-logit));
};

const lowerGammaSeries = (a: number, x: number): number => {
  let term = 1 / a;
  let sum = term;
  for (let step = 1; step < stepLimit && term > closeEnough * sum; step += 1) {
    term *= x / (a + step);
    sum += term;
  }
  return sum;
};

const upperGammaFraction = (a: number, x: number): number => {
  let constant = x + 1 - a;
  let above = Infinity;
  let below = 1 / constant;
  let value = below;
  for (let step = 1; step < stepLimit; step += 1) {
    const coefficient = step * (a - step);
    constant += 2;
    below = 1 / (constant + coefficient * below);
    above = constant + coefficient / above;
    value *= above * below;
    if (Math.abs(above * below - 1) < closeEnough) break;
  }
  return value;
};

/**
 * The regularised upper incomplete gamma function Q(a, x), a > 0 (throws otherwise): the chance that a gamma variable of
 * shape a exceeds x. `upperGamma(df / 2, value / 2)` is the tail of a chi-square. 1 for x <= 0. Series below a + 1,
 * continued fraction above (DLMF 8.7.1, 8.9.2).
 */
export const upperGamma = (a: number, x: number): number => {
  needPositive(a);
  if (x <= 0) return 1;
  const scale = Math.sqrt(a / (2 * Math.PI)) * Math.exp(-stirlingError(a) - deviance(a, x));
  return x < a + 1 ? 1 - scale * lowerGammaSeries(a, x) : scale * upperGammaFraction(a, x);
};
