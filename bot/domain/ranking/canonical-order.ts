import type { Scored } from './design.ts';

/** An order that does not depend on what submissions and judges are called, nor on how the sheets came in. */
export interface CanonicalOrder {
  submissions: string[];
  judges: string[];
  /** Where runs of submissions begin that the scores give no way to tell apart, and the end. */
  alike: number[];
}

/**
 * Gives each submission and judge a mark that follows from their scores, from the marks of who gave or got them, and
 * so on (colour refinement); orders by it. Names decide only between what is alike in all that.
 */
export function canonicalOrder(scored: readonly Scored[]): CanonicalOrder {
  const plain = new Map<string, number>();
  let judges = marksOf(scored, 'judge', 'submissionId', plain);
  let submissions = marksOf(scored, 'submissionId', 'judge', judges);
  judges = marksOf(scored, 'judge', 'submissionId', submissions);
  submissions = marksOf(scored, 'submissionId', 'judge', judges);
  const ordered = byMark(submissions);
  const alike = ordered.flatMap((id, index) =>
    index > 0 && submissions.get(id) === submissions.get(ordered[index - 1] ?? '') ? [] : [index],
  );
  return { submissions: ordered, judges: byMark(judges), alike: [...alike, ordered.length] };
}

function marksOf(
  scored: readonly Scored[],
  of: 'judge' | 'submissionId',
  by: 'judge' | 'submissionId',
  known: ReadonlyMap<string, number>,
): Map<string, number> {
  const marks = new Map<string, number>();
  for (const sheet of scored) {
    const mark = mix(sheet.score, known.get(sheet[by]) ?? 0);
    marks.set(sheet[of], (marks.get(sheet[of]) ?? 0) + mark);
  }
  return marks;
}

const bits = new DataView(new ArrayBuffer(16));

/** 49 well-stirred bits, so that sums of sixteen stay exact and sums of more are all but surely distinct. */
function mix(score: number, mark: number): number {
  bits.setFloat64(0, score);
  bits.setFloat64(8, mark);
  let low = 0x9e3779b9;
  let high = 0x85ebca6b;
  for (let offset = 0; offset < 16; offset += 4) {
    const part = bits.getInt32(offset);
    low = Math.imul(low ^ part, 0x85ebca6b);
    low ^= low >>> 15;
    high = Math.imul(high ^ part, 0xc2b2ae35);
    high ^= high >>> 13;
  }
  return (low >>> 0) + (high >>> 15) * 2 ** 32;
}

function byMark(marks: ReadonlyMap<string, number>): string[] {
  return [...marks]
    .sort(([one, mark], [other, otherMark]) => mark - otherMark || (one < other ? -1 : 1))
    .map(([id]) => id);
}
