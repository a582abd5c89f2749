import type { WeighedDraw } from './rank-draws.ts';

/** Where the scores are once differences between judges are taken out. Positions are those of the design. */
export interface Calibration {
  method: CalibrationMethod;
  /** μ̂, on the round's scale. */
  mean: number;
  /** Per submission q̂: its calibrated score is `mean` plus this. */
  submissions: Float64Array;
  /** Per submission the standard error of q̂. */
  errors: Float64Array;
  /** Per judge b̂: above 0 is milder than the others, below 0 stricter. */
  judges: Float64Array;
  /** Per judge the standard error of b̂, at the estimated variances. */
  judgeErrors: Float64Array;
  /** In squares of the round's scale. Additive least squares has no variance of submissions or judges. */
  variances: { residual: number; submissions?: number; judges?: number };
  /** Per sheet what neither submission nor judge explains, over its standard deviation. */
  residuals: Float64Array;
  /** Possible truths to draw from. */
  ways: WeighedDraw[];
}

/**
 * `mixed`: linear mixed model by REML, shrinks towards the mean what rests on little. `additive`: least squares with
 * every judge and submission an effect of its own, for few judges.
 */
export type CalibrationMethod = 'mixed' | 'additive';

/**
 * How sure the intervals take the variances to be. `estimated` takes the estimates for the truth, as published tables
 * do; `uncertain` draws them too, so that 95 % is 95 %.
 */
export type VarianceTrust = 'estimated' | 'uncertain';
