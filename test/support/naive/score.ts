/** Section 9: which attributes close more often, the fit × interest matrix, and moving the threshold. */
import { quantileDisc } from './lead-value.ts';

/** One level of an attribute. */
export interface AttributeLevel {
  level: string;
  converted: number;
  not_converted: number;
}

/** Section 9.1 for one attribute; lift is null where nobody converted at all. */
export function attributeLift(levels: AttributeLevel[]): {
  levels: { level: string; rate: number | null; lift: number | null; woe: number; iv_part: number }[];
  iv: number;
  chi2: number;
  dof: number;
} {
  const k = levels.length;
  const good = levels.reduce((sum, one) => sum + one.converted, 0);
  const bad = levels.reduce((sum, one) => sum + one.not_converted, 0);
  const overall = good / (good + bad);
  const lines = levels.map(({ level, converted, not_converted }) => {
    const n = converted + not_converted;
    const [g, b] = [(converted + 0.5) / (good + 0.5 * k), (not_converted + 0.5) / (bad + 0.5 * k)];
    const woe = Math.log(g / b);
    const rate = n === 0 ? null : converted / n;
    return {
      level,
      rate,
      lift: rate === null || good === 0 ? null : rate / overall,
      woe,
      iv_part: (g - b) * woe,
    };
  });
  let chi2 = 0;
  for (const { converted, not_converted } of levels) {
    for (const [seen, total] of [
      [converted, good],
      [not_converted, bad],
    ] as const) {
      const expected = ((converted + not_converted) * total) / (good + bad);
      if (expected > 0) chi2 += (seen - expected) ** 2 / expected;
    }
  }
  return { levels: lines, iv: lines.reduce((sum, line) => sum + line.iv_part, 0), chi2, dof: k - 1 };
}

/** Section 9.1: the commonest 20 levels keep their name, the rest is `other` (ties: the smaller name stays). */
export function pooledLevels(levels: AttributeLevel[], kept = 20): AttributeLevel[] {
  if (levels.length <= kept) return levels;
  const sizeOf = (one: AttributeLevel): number => one.converted + one.not_converted;
  const sorted = levels.toSorted((a, b) => sizeOf(b) - sizeOf(a) || (a.level < b.level ? -1 : 1));
  const rest = sorted.slice(kept);
  return [
    ...sorted.slice(0, kept),
    {
      level: 'other',
      converted: rest.reduce((sum, one) => sum + one.converted, 0),
      not_converted: rest.reduce((sum, one) => sum + one.not_converted, 0),
    },
  ];
}

/** Section 9.2: the two cuts of the terciles; null without values. */
export function tercileCuts(values: number[]): [number, number] | null {
  const [low, high] = [quantileDisc(values, 1 / 3), quantileDisc(values, 2 / 3)];
  return low === null || high === null ? null : [low, high];
}

/** Section 9.2: the third a value lies in; a value equal to a cut belongs to the lower one. */
export function thirdOf(value: number | null, cuts: [number, number]): 'low' | 'middle' | 'high' | 'unknown' {
  if (value === null) return 'unknown';
  if (value <= cuts[0]) return 'low';
  return value <= cuts[1] ? 'middle' : 'high';
}

/** A lead with a score, and whether it converted within the window. */
export interface ScoredLead {
  score: number;
  converted: boolean;
}

/** Section 9.3: what a threshold (score at or above it) would have selected. */
export function thresholdLine(
  leads: ScoredLead[],
  threshold: number,
): {
  threshold: number;
  selected: number;
  converted: number;
  l2o: number | null;
  recall: number | null;
  selected_share: number | null;
  /** The point of the ROC curve. */
  false_positive_rate: number | null;
} {
  const selected = leads.filter((lead) => lead.score >= threshold);
  const converted = selected.filter((lead) => lead.converted).length;
  const all = leads.filter((lead) => lead.converted).length;
  const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  return {
    threshold,
    selected: selected.length,
    converted,
    l2o: ratio(converted, selected.length),
    recall: ratio(converted, all),
    selected_share: ratio(selected.length, leads.length),
    false_positive_rate: ratio(selected.length - converted, leads.length - all),
  };
}

/** Section 9.3: the chance that a converted lead has the higher score than one that did not, ties half; every pair is looked at. */
export function areaUnderCurve(leads: ScoredLead[]): number | null {
  let [pairs, won] = [0, 0];
  for (const good of leads.filter((lead) => lead.converted)) {
    for (const bad of leads.filter((lead) => !lead.converted)) {
      pairs += 1;
      if (good.score > bad.score) won += 1;
      if (good.score === bad.score) won += 0.5;
    }
  }
  return pairs === 0 ? null : won / pairs;
}
