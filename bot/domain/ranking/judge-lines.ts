import { agreementWithOthers } from './agreement.ts';
import type { Calibration } from './calibration.ts';
import type { Design } from './design.ts';
import { sumsOfJudges } from './design.ts';
import { at, wholeAt } from './numbers.ts';
import type { JudgeLine, RemarkableScore } from './ranking-result.ts';

/** Standard deviations from where a score is worth talking about. */
const remarkableFrom = 2.5;

export function judgeLines(design: Design, calibration?: Calibration): JudgeLine[] {
  const agreement = agreementWithOthers(design);
  const sheets = sumsOfJudges(design, new Float64Array(design.scores.length).fill(1));
  return design.judges
    .map((judge, index) => ({
      judge,
      sheets: at(sheets, index),
      offset: calibration?.judges[index],
      standardError: calibration?.judgeErrors[index],
      agreesWithOthers: agreement[index],
    }))
    .sort((a, b) => (a.judge < b.judge ? -1 : 1));
}

/** Scores far from what submission and judge let expect, the furthest first. */
export function remarkableScores(design: Design, { residuals }: Calibration): RemarkableScore[] {
  const remarkable = design.submissions.flatMap((submissionId, index) => {
    const found: RemarkableScore[] = [];
    for (let sheet = wholeAt(design.starts, index); sheet < wholeAt(design.starts, index + 1); sheet += 1) {
      const deviation = at(residuals, sheet);
      if (Math.abs(deviation) < remarkableFrom) continue;
      found.push({ submissionId, judge: design.judges[wholeAt(design.judgeOf, sheet)] ?? '', deviation });
    }
    return found;
  });
  return remarkable.sort(
    (a, b) => Math.abs(b.deviation) - Math.abs(a.deviation) || (idOf(a) < idOf(b) ? -1 : 1),
  );
}

function idOf({ submissionId, judge }: RemarkableScore): string {
  return JSON.stringify([submissionId, judge]);
}
