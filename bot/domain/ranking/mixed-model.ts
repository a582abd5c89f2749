import type { Calibration, VarianceTrust } from './calibration.ts';
import { inverse } from './cholesky.ts';
import type { Design } from './design.ts';
import { perSheet, sumsOfSubmissions } from './design.ts';
import { drawAt } from './draw-scores.ts';
import type { RatioFit } from './fit-ratios.ts';
import { fitAt } from './fit-ratios.ts';
import type { Equations } from './mixed-equations.ts';
import { at, wholeAt } from './numbers.ts';
import { judgeQuadratics, sheetQuadratics, standardised } from './posterior-spread.ts';
import type { WeighedDraw } from './rank-draws.ts';
import { ratioPosterior } from './ratio-posterior.ts';

/**
 * y = μ + q + b + ε by REML: q̂ = g·ZqᵀH⁻¹r and Cov(q) = s²(g·I − g²·ZqᵀPZq), both without building H.
 * @param fit from `fitRatios`
 * @param net points per side on which uncertain variances are weighed; 1 trusts the estimates
 */
export function mixedModel(
  design: Design,
  fit: RatioFit,
  { trust, net }: { trust: VarianceTrust; net: number },
): Calibration {
  const { equations, fitted, ratios } = fit;
  const variance = fitted.square / (design.scores.length - 1);
  const inverted = inverse(equations.factor);
  return {
    method: 'mixed',
    mean: design.centre + fitted.mean,
    submissions: fitted.submissions,
    errors: submissionErrors(design, equations, inverted, variance),
    judges: fitted.judges,
    judgeErrors: judgeErrors(equations, inverted, variance),
    variances: {
      residual: variance,
      submissions: ratios.submissions * variance,
      judges: ratios.judges * variance,
    },
    residuals: standardised(fitted.left, residualShares(design, equations, inverted), variance),
    ways: waysToDraw(design, fit, trust, net),
  };
}

function waysToDraw(design: Design, fit: RatioFit, trust: VarianceTrust, net: number): WeighedDraw[] {
  switch (trust) {
    case 'estimated':
      return [{ weight: 1, open: () => drawAt(design, fit, 'certain') }];
    case 'uncertain':
      if (net <= 1) return [{ weight: 1, open: () => drawAt(design, fit, 'drawn') }];
      return ratioPosterior(design, fit, net).map(({ ratios, out, weight }) => ({
        weight,
        open: () => drawAt(design, fitAt(design, ratios, out), 'drawn'),
      }));
    default:
      return trust satisfies never;
  }
}

/** √ of the diagonal of s²(g·I − g²·ZqᵀPZq). */
function submissionErrors(
  design: Design,
  { counts, ratios, ones }: Equations,
  inverted: Float64Array,
  variance: number,
): Float64Array {
  const quadratics = judgeQuadratics(design, inverted);
  const shared = sumsOfSubmissions(design, perSheet(design, ones.perJudge));
  return Float64Array.from(counts, (count, index) => {
    const shrink = 1 + ratios.submissions * count;
    const known =
      count / shrink -
      (ratios.judges * at(quadratics, index)) / shrink ** 2 -
      ((count - ratios.judges * at(shared, index)) / shrink) ** 2 / ones.square;
    const share = ratios.submissions - ratios.submissions ** 2 * known;
    return Math.sqrt(variance * Math.max(0, share));
  });
}

/** √ of the diagonal of s²(h·I − h²·ZbᵀPZb); with K = (I + h·M)⁻¹ that is s²(h·K + h²·(ZbᵀH⁻¹1)² / 1ᵀH⁻¹1). */
function judgeErrors(
  { ratios, factor, ones }: Equations,
  inverted: Float64Array,
  variance: number,
): Float64Array {
  return ones.perJudge.map((own, judge) => {
    const kept = at(inverted, judge * factor.size + judge);
    const share = ratios.judges * kept + (ratios.judges * own) ** 2 / ones.square;
    return Math.sqrt(variance * share);
  });
}

/** The diagonal of P: V − h·V·Zb·(I + h·M)⁻¹·Zbᵀ·V − H⁻¹1(1ᵀH⁻¹1)⁻¹1ᵀH⁻¹. */
function residualShares(
  design: Design,
  { counts, pull, ratios, ones }: Equations,
  inverted: Float64Array,
): Float64Array {
  const quadratics = sheetQuadratics(design, inverted, pull);
  const own = Float64Array.from(design.judgeOf, (judge) => 1 - ratios.judges * at(ones.perJudge, judge));
  const sums = sumsOfSubmissions(design, own);
  const shares = new Float64Array(own.length);
  for (let index = 0; index < counts.length; index += 1) {
    const weight = at(pull, index);
    for (let sheet = wholeAt(design.starts, index); sheet < wholeAt(design.starts, index + 1); sheet += 1) {
      const ofOnes = at(own, sheet) - weight * at(sums, index);
      shares[sheet] = 1 - weight - ratios.judges * at(quadratics, sheet) - ofOnes ** 2 / ones.square;
    }
  }
  return shares;
}
