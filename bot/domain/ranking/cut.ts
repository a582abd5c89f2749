import type { LeaveOut } from './effort.ts';
import type { JudgeLeftOut } from './judge-left-out.ts';
import type { CutRule } from './ranking-input.ts';
import { equalWithin } from './ranks.ts';
import type { CutResult } from './ranking-result.ts';
import type { PlaceGroup } from './tie-chain.ts';

/** What is known about how firmly submissions stand at the line, by id. */
export interface Firmness {
  /** The chance to be within the cut. */
  within: ReadonlyMap<string, number>;
  oneMoreJudge: ReadonlyMap<string, number>;
  leftOut: readonly JudgeLeftOut[];
  leaveOut: LeaveOut;
}

/** Below this chance, or above one minus it, a submission is not on the line. */
const doubt = 0.025;

/**
 * Draws the line by number, by threshold or by both. Submissions that share a place with some of them within the
 * number and some not are `tied`: never cut by accident.
 * @param groups in order
 * @param scores of the score that decides, for the threshold
 */
export function drawCut(
  groups: readonly PlaceGroup[],
  scores: ReadonlyMap<string, number | undefined>,
  rule: CutRule,
  firmness: Firmness,
): CutResult {
  const { size = Infinity, threshold = -Infinity } = rule;
  const within: string[] = [];
  const tied: string[] = [];
  let above = 0;
  for (const { submissions } of groups) {
    const reaching = submissions.filter((id) => (scores.get(id) ?? -Infinity) >= threshold - equalWithin);
    const last = above + submissions.length;
    if (last <= size) within.push(...reaching);
    else if (above < size) tied.push(...reaching);
    above = last;
  }
  const placesLeft = tied.length === 0 ? 0 : size - within.length;
  const order = groups.flatMap(({ submissions }) => submissions);
  return {
    rule,
    within,
    tied,
    placesLeft,
    onTheLine: onTheLine(order, new Set(tied), firmness),
    withoutJudge: firmness.leftOut
      .filter(({ comeIn, fallOut, outcome }) => comeIn.length + fallOut.length > 0 || outcome !== undefined)
      .sort((a, b) => (a.judge < b.judge ? -1 : 1)),
    leaveOut: firmness.leaveOut,
  };
}

function onTheLine(
  order: readonly string[],
  tied: ReadonlySet<string>,
  { within, leftOut, oneMoreJudge }: Firmness,
): CutResult['onTheLine'] {
  const dependsOn = new Map<string, string[]>();
  for (const { judge, comeIn, fallOut } of leftOut) {
    for (const id of [...comeIn, ...fallOut]) dependsOn.set(id, [...(dependsOn.get(id) ?? []), judge]);
  }
  return order
    .filter((id) => {
      const chance = within.get(id) ?? 0;
      return tied.has(id) || dependsOn.has(id) || (chance > doubt && chance < 1 - doubt);
    })
    .map((submissionId) => ({
      submissionId,
      dependsOn: (dependsOn.get(submissionId) ?? []).sort(),
      oneMoreJudge: oneMoreJudge.get(submissionId),
    }));
}
