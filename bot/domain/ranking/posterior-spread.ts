import type { Design } from './design.ts';
import { at, wholeAt } from './numbers.ts';

/** Per submission zᵀ·A·z, with z the judges that scored it and A judges × judges, row by row. */
export function judgeQuadratics({ judges, starts, judgeOf }: Design, matrix: Float64Array): Float64Array {
  const size = judges.length;
  const quadratics = new Float64Array(starts.length - 1);
  for (let index = 0; index < quadratics.length; index += 1) {
    let sum = 0;
    for (let one = wholeAt(starts, index); one < wholeAt(starts, index + 1); one += 1) {
      const rowAt = wholeAt(judgeOf, one) * size;
      for (let other = wholeAt(starts, index); other < one; other += 1) {
        sum += 2 * at(matrix, rowAt + wholeAt(judgeOf, other));
      }
      sum += at(matrix, rowAt + wholeAt(judgeOf, one));
    }
    quadratics[index] = sum;
  }
  return quadratics;
}

/** Per sheet, by judge j and submission i: (eⱼ − pullᵢ·zᵢ)ᵀ·A·(eⱼ − pullᵢ·zᵢ). */
export function sheetQuadratics(design: Design, matrix: Float64Array, pull: Float64Array): Float64Array {
  const { judges, starts, judgeOf } = design;
  const size = judges.length;
  const whole = judgeQuadratics(design, matrix);
  const quadratics = new Float64Array(judgeOf.length);
  for (let index = 0; index < whole.length; index += 1) {
    const weight = at(pull, index);
    for (let sheet = wholeAt(starts, index); sheet < wholeAt(starts, index + 1); sheet += 1) {
      const rowAt = wholeAt(judgeOf, sheet) * size;
      let along = 0;
      for (let other = wholeAt(starts, index); other < wholeAt(starts, index + 1); other += 1) {
        along += at(matrix, rowAt + wholeAt(judgeOf, other));
      }
      quadratics[sheet] =
        at(matrix, rowAt + wholeAt(judgeOf, sheet)) - 2 * weight * along + weight ** 2 * at(whole, index);
    }
  }
  return quadratics;
}

/**
 * Residuals over their own standard deviation; 0 where there is no spread to measure against.
 * @param shares per sheet, the residual's variance as a share of `variance`
 */
export function standardised(left: Float64Array, shares: Float64Array, variance: number): Float64Array {
  return left.map((value, sheet) => {
    const deviation = Math.sqrt(variance * Math.max(0, at(shares, sheet)));
    return deviation > 1e-9 ? value / deviation : 0;
  });
}
