import type { SheetContent } from '../domain/judging/score-sheet.ts';

export interface MergedSheet {
  content: SheetContent;
  /** Scores from here that gave way to the stored one. */
  chosenHere: SheetContent['scores'];
}

const empty: SheetContent = { scores: {}, remarks: {}, overallRemark: '' };

/**
 * Brings what was filled in on this device together with what another device stored meanwhile, so that nothing is
 * lost: stored scores stand, remarks come one below the other.
 */
export function mergeSheets(stored: SheetContent | undefined, here: SheetContent): MergedSheet {
  const { scores, remarks, overallRemark } = stored ?? empty;
  const chosenHere = Object.entries(here.scores).filter(
    ([id, score]) => scores[id] !== undefined && scores[id] !== score,
  );
  const criterionIds = new Set([...Object.keys(remarks), ...Object.keys(here.remarks)]);
  return {
    content: {
      scores: { ...here.scores, ...scores },
      remarks: Object.fromEntries(
        [...criterionIds].map((id) => [id, mergeRemarks(remarks[id] ?? '', here.remarks[id] ?? '')]),
      ),
      overallRemark: mergeRemarks(overallRemark, here.overallRemark),
    },
    chosenHere: Object.fromEntries(chosenHere),
  };
}

function mergeRemarks(stored: string, here: string): string {
  if (here.includes(stored)) return here;
  if (stored.includes(here)) return stored;
  return `${stored}\n\n${here}`;
}
