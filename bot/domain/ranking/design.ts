import { at, sumOf, wholeAt } from './numbers.ts';

/** One judge's number for one submission: the mean of the sheet. */
export interface Scored {
  submissionId: string;
  judge: string;
  /** On the round's scale. */
  score: number;
}

/**
 * Who scored what, as arrays by position: the model's side of a round. Only submissions and judges with a sheet that
 * has a number are in it.
 */
export interface Design {
  submissions: readonly string[];
  judges: readonly string[];
  /** Sheets lie together per submission: those of submission i from `starts[i]` up to `starts[i + 1]`. */
  starts: Int32Array;
  /** Per sheet, the position of its judge. */
  judgeOf: Int32Array;
  /** Per sheet, its score less `centre`. */
  scores: Float64Array;
  /** The plain mean of all sheets; taken off so that squares keep their digits. */
  centre: number;
}

/** @param order the submissions and the judges in the order that the arrays get */
export function designOf(
  scored: readonly Scored[],
  order: { submissions: readonly string[]; judges: readonly string[] },
): Design {
  const judgeAt = new Map(order.judges.map((judge, index) => [judge, index]));
  const perSubmission = new Map<string, { judge: number; score: number }[]>(
    order.submissions.map((id) => [id, []]),
  );
  for (const { submissionId, judge, score } of scored) {
    perSubmission.get(submissionId)?.push({ judge: judgeAt.get(judge) ?? Number.NaN, score });
  }
  const starts = new Int32Array(order.submissions.length + 1);
  const judgeOf = new Int32Array(scored.length);
  const scores = new Float64Array(scored.length);
  let sheet = 0;
  order.submissions.forEach((id, index) => {
    const sheets = perSubmission.get(id) ?? [];
    for (const { judge, score } of sheets.sort((a, b) => a.judge - b.judge)) {
      judgeOf[sheet] = judge;
      scores[sheet] = score;
      sheet += 1;
    }
    starts[index + 1] = sheet;
  });
  const centre = sumOf(scores) / scores.length;
  for (let index = 0; index < scores.length; index += 1) scores[index] = at(scores, index) - centre;
  const { submissions, judges } = order;
  return { submissions, judges, starts, judgeOf, scores, centre };
}

/** Per submission the sum of its sheets' values. */
export function sumsOfSubmissions({ starts }: Design, values: Float64Array): Float64Array {
  const sums = new Float64Array(starts.length - 1);
  for (let index = 0; index < sums.length; index += 1) {
    let sum = 0;
    for (let sheet = wholeAt(starts, index); sheet < wholeAt(starts, index + 1); sheet += 1)
      sum += at(values, sheet);
    sums[index] = sum;
  }
  return sums;
}

/** Per judge the sum of their sheets' values. */
export function sumsOfJudges({ judges, judgeOf }: Design, values: Float64Array): Float64Array {
  const sums = new Float64Array(judges.length);
  for (let sheet = 0; sheet < values.length; sheet += 1) {
    const judge = wholeAt(judgeOf, sheet);
    sums[judge] = at(sums, judge) + at(values, sheet);
  }
  return sums;
}

/** Per sheet what its judge has. */
export function perSheet({ judgeOf }: Design, ofJudges: Float64Array): Float64Array {
  const values = new Float64Array(judgeOf.length);
  for (let sheet = 0; sheet < values.length; sheet += 1)
    values[sheet] = at(ofJudges, wholeAt(judgeOf, sheet));
  return values;
}

/** How many sheets each submission has. */
export function sheetCounts({ starts }: Design): Int32Array {
  const counts = new Int32Array(starts.length - 1);
  for (let index = 0; index < counts.length; index += 1) {
    counts[index] = wholeAt(starts, index + 1) - wholeAt(starts, index);
  }
  return counts;
}
