import type { RoundId } from '../edition/edition.ts';
import type { Instant } from '../instant.ts';
import type { Language, PersonId } from '../person.ts';

/** What a submitter hears of a round: drafted from the frozen sheets, made good by the organisation, then sent. */
export interface Feedback {
  submissionId: string;
  roundId: RoundId;
  status: FeedbackStatus;
  findings: FeedbackFindings;
  /** Of the frozen sheets that it was drafted from. */
  sheetsHash: string;
  /** All that is said, but for the remarks. */
  words: Record<Language, string>;
  /** In the order in which they are read. */
  remarks: FeedbackRemark[];
  approved?: FeedbackAct;
  sent?: FeedbackAct;
  /** Counts the times it was written: 1 is the first. A writer says which one they saw. */
  revision: number;
  updatedAt: Instant;
  /** Of the command that made it what it is. */
  key: string;
}

interface FeedbackAct {
  by: PersonId;
  at: Instant;
}

export type FeedbackStatus = 'draft' | 'approved' | 'sent';

export type FeedbackDeed = 'draft' | 'edit' | 'approve' | 'send';

/** What may be done when, and what it becomes. What was approved and is edited has to be approved anew. */
const transitions: Record<FeedbackStatus | 'none', Partial<Record<FeedbackDeed, FeedbackStatus>>> = {
  none: { draft: 'draft' },
  draft: { draft: 'draft', edit: 'draft', approve: 'approved' },
  approved: { draft: 'draft', edit: 'draft', send: 'sent' },
  sent: {},
};

/** @returns `undefined` when that can't be done now */
export function afterFeedbackDeed(
  status: FeedbackStatus | undefined,
  deed: FeedbackDeed,
): FeedbackStatus | undefined {
  return transitions[status ?? 'none'][deed];
}

/** Whether what is said is of these sheets and of this decision. @param sheetsHash of the frozen sheets */
export function isFeedbackCurrent(
  { sheetsHash: of, findings }: Pick<Feedback, 'sheetsHash' | 'findings'>,
  sheetsHash: string,
  next: NextStep,
): boolean {
  return of === sheetsHash && findings.next === next;
}

/** What the sheets say, in steps and never in numbers: nobody can work out what one judge gave. */
export interface FeedbackFindings {
  /** Sheets that count. */
  sheets: number;
  /** Beside the others in the category; absent with few sheets, or few others. */
  overall?: Standing;
  /** In the order of the round; only those that enough sheets answered. */
  criteria: { criterionId: string; standing: Standing }[];
  next: NextStep;
}

export type Standing = 'far-above' | 'above' | 'around' | 'below' | 'far-below';

/** What happens now. After the last round nothing is said of who won. (GD14) */
export type NextStep = 'goes-on' | 'stays' | 'not-decided' | 'announced-later';

export interface FeedbackRemark {
  /** The criterion it is about; absent when it is about all. */
  criterionId?: string;
  text: string;
  /** It seems to name a person: to look at before it is approved. */
  seemsToName: boolean;
  /** The organiser keeps it from the submitter. */
  leftOut?: boolean;
}

export const wordsLength = { most: 4_000 } as const;
export const remarksCount = { most: 60 } as const;
