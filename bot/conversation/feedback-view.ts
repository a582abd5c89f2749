import type { RoundId } from '../domain/edition/edition.ts';
import { localText } from '../domain/edition/edition.ts';
import type { Language, PersonId } from '../domain/person.ts';
import { numberText } from '../domain/submission/submission.ts';
import type { OwnFeedback } from '../use-cases/feedback/feedback-read.ts';
import { readOwnFeedback } from '../use-cases/feedback/feedback-read.ts';
import type { World } from '../use-cases/world.ts';

/** What a submitter heard of a round. Texts that people typed are as they typed them. */
export interface FeedbackView {
  kind: 'feedback';
  number: string;
  title: string;
  round: string;
  /** A paragraph a line. */
  words: string;
  /** `about`: the name of a criterion, where it is about one. */
  remarks: { about?: string; text: string }[];
}

/** @returns `undefined` when there is none, it was not sent, or it is somebody else's */
export async function viewSentFeedback(
  world: World,
  person: PersonId,
  { submissionId, roundId }: { submissionId: string; roundId: RoundId },
  language: Language,
): Promise<FeedbackView | undefined> {
  const all = await viewAllFeedback(world, person, submissionId, language);
  return all.find((each) => each.roundId === roundId)?.view;
}

/** Of all rounds, in their order. */
export async function viewAllFeedback(
  world: World,
  person: PersonId,
  submissionId: string,
  language: Language,
): Promise<{ roundId: RoundId; view: FeedbackView }[]> {
  const own = await readOwnFeedback(world, person, submissionId);
  if (own === undefined) return [];
  return own.feedback.map((feedback) => ({
    roundId: feedback.roundId,
    view: viewOf(own, feedback, language),
  }));
}

function viewOf(
  { edition, submission }: OwnFeedback,
  { roundId, words, remarks }: OwnFeedback['feedback'][number],
  language: Language,
): FeedbackView {
  const round = edition.rounds.find(({ id }) => id === roundId);
  const names = new Map(round?.criteria.map(({ id, name }) => [id, localText(name, language)]));
  return {
    kind: 'feedback',
    number: numberText(edition.numberPrefix, submission.number),
    title: submission.title,
    round: round === undefined ? roundId : localText(round.name, language),
    words: words[language],
    remarks: remarks.map(({ criterionId, text }) => {
      const about = criterionId === undefined ? undefined : names.get(criterionId);
      return { ...(about !== undefined && { about }), text };
    }),
  };
}
