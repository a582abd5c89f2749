import type { Scored } from './design.ts';
import { at, wholeAt } from './numbers.ts';

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
  const submissions = sideOf(scored, ({ submissionId }) => submissionId);
  const judges = sideOf(scored, ({ judge }) => judge);
  const scores = Float64Array.from(scored, ({ score }) => score);
  const plain = new Float64Array(submissions.ids.length);
  let ofJudges = marksOf(scores, judges, submissions, plain);
  let ofSubmissions = marksOf(scores, submissions, judges, ofJudges);
  ofJudges = marksOf(scores, judges, submissions, ofSubmissions);
  ofSubmissions = marksOf(scores, submissions, judges, ofJudges);
  const ordered = byMark(submissions.ids, ofSubmissions);
  const alike = ordered.flatMap(({ mark }, index) => (mark === ordered[index - 1]?.mark ? [] : [index]));
  return {
    submissions: ordered.map(({ id }) => id),
    judges: byMark(judges.ids, ofJudges).map(({ id }) => id),
    alike: [...alike, ordered.length],
  };
}

/** The submissions or the judges of the sheets, as they come, and per sheet the position of its own. */
interface Side {
  ids: string[];
  perSheet: Int32Array;
}

function sideOf(scored: readonly Scored[], idOf: (sheet: Scored) => string): Side {
  const positions = new Map<string, number>();
  const perSheet = Int32Array.from(scored, (sheet) => {
    const id = idOf(sheet);
    const known = positions.get(id) ?? positions.size;
    if (known === positions.size) positions.set(id, known);
    return known;
  });
  return { ids: [...positions.keys()], perSheet };
}

function marksOf(scores: Float64Array, of: Side, by: Side, known: Float64Array): Float64Array {
  const marks = new Float64Array(of.ids.length);
  for (let sheet = 0; sheet < scores.length; sheet += 1) {
    const own = wholeAt(of.perSheet, sheet);
    marks[own] = at(marks, own) + mix(at(scores, sheet), at(known, wholeAt(by.perSheet, sheet)));
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

function byMark(ids: readonly string[], marks: Float64Array): { id: string; mark: number }[] {
  return ids
    .map((id, index) => ({ id, mark: at(marks, index) }))
    .sort((one, other) => one.mark - other.mark || (one.id < other.id ? -1 : 1));
}
