import type { Cuts } from '../../../../bot/http/contract/cut.ts';

/** Where in the shortlist somebody is: what of which round, and whose feedback is open. */
export interface ShortlistPlace {
  part: Part;
  roundId?: string;
  submissionId?: string;
}

const parts = ['cut', 'feedback', 'files'] as const;
export type Part = (typeof parts)[number];

export type CutRound = Cuts['rounds'][number];

/** @param at as it stands in the address: `feedback:preselection:<submission>` */
export function placeOf(at: string | undefined): ShortlistPlace {
  const [part, roundId, submissionId] = (at ?? '').split(':');
  return {
    part: parts.find((each) => each === part) ?? 'cut',
    ...(roundId && { roundId }),
    ...(submissionId && { submissionId }),
  };
}

export function atOf({ part, roundId, submissionId }: ShortlistPlace): string {
  return [part, roundId ?? '', submissionId ?? ''].join(':').replace(/:+$/, '');
}

/** What of a round there is for this person. */
export function partsFor({ may }: CutRound): Part[] {
  const there: Record<Part, boolean> = { cut: true, feedback: may.feedback, files: may.export };
  return parts.filter((part) => there[part]);
}
