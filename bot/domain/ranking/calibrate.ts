import type { AdditiveFit } from './additive-model.ts';
import { additiveModel, fitAdditive } from './additive-model.ts';
import type { Calibration, CalibrationMethod } from './calibration.ts';
import type { Design } from './design.ts';
import type { RatioFit } from './fit-ratios.ts';
import { distinguishes, fitRatios } from './fit-ratios.ts';
import type { JudgeSupport } from './judge-support.ts';
import { squaresOf, testFactor, testJudgeVariance } from './judge-support.ts';
import { mixedModel } from './mixed-model.ts';
import type { RankingSettings } from './ranking-input.ts';
import { fewJudges } from './ranking-input.ts';

/** A calibrated round, and whether calibrating it was called for. */
export interface Calibrated {
  calibration: Calibration;
  support: JudgeSupport;
  /** The variance ratios, also where the additive method gives the scores. */
  fit: RatioFit;
}

/**
 * Fits the round by the method that the settings name.
 * @returns `undefined` when σq² = 0: the scores do not tell submissions apart
 */
export function calibrate(
  design: Design,
  settings: Pick<RankingSettings, 'method' | 'trust'>,
  net: number,
): Calibrated | undefined {
  const fit = fitRatios(design);
  if (!distinguishes(fit)) return undefined;
  const method = methodFor(design, settings.method);
  switch (method) {
    case 'mixed':
      return {
        fit,
        calibration: mixedModel(design, fit, { trust: settings.trust, net }),
        support: testJudgeVariance(design, fit),
      };
    case 'additive': {
      const additive: AdditiveFit = fitAdditive(design);
      return {
        fit,
        calibration: additiveModel(design, additive, settings.trust),
        support: testFactor(squaresOf(design, additive), 'judges'),
      };
    }
    default:
      return method satisfies never;
  }
}

function methodFor(design: Design, method: RankingSettings['method']): CalibrationMethod {
  if (method !== 'auto') return method;
  return design.judges.length < fewJudges ? 'additive' : 'mixed';
}
