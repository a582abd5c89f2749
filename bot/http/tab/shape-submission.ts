import type { Edition } from '../../domain/edition/edition.ts';
import { categoryOf, localText } from '../../domain/edition/edition.ts';
import type { Feedback } from '../../domain/judging/feedback.ts';
import type { Language } from '../../domain/person.ts';
import { participantName } from '../../domain/submission/participant.ts';
import type { Contact, Submission } from '../../domain/submission/submission.ts';
import type { SubmissionPage } from '../../use-cases/overview/view-submission-page.ts';
import type { SubmissionDetail } from '../contract/submissions.ts';
import { shapeLine } from './shape.ts';
import { ownAnswer, ownQuestions } from './shape-own-answer.ts';
import { threadLink } from './thread-link.ts';

/** Field by field, as in shape.ts. */
export function shapeSubmission(page: SubmissionPage, language: Language, chat: string): SubmissionDetail {
  const { edition, submission, contact, mine, may, post, feedback } = page;
  const category = categoryOf(edition, submission.categoryId);
  return {
    submission: shapeLine(edition, submission),
    categoryName: category === undefined ? submission.categoryId : localText(category.name, language),
    ...shapeAnswers(edition, submission, language),
    submittedAt: submission.submittedAt,
    changedAt: submission.changedAt,
    status: submission.status,
    withdrawnAt: submission.withdrawnAt,
    // Whom to call over there is for who may see whom to call at all.
    contact: contact && shapeContact(contact),
    contactThere: contact && submission.contactThere && shapeContact(submission.contactThere),
    mine,
    may: { history: may.history, score: may.score, change: may.change },
    post: post && threadLink(post),
    chat,
    feedback: feedback.flatMap((each) => shapeFeedback(edition, each, language)),
  };
}

type Answers = Pick<
  SubmissionDetail,
  'whose' | 'partners' | 'description' | 'finished' | 'proof' | 'conditions' | 'own' | 'novelty' | 'follows'
>;

function shapeAnswers(
  edition: Edition,
  submission: Omit<Submission, 'contact'>,
  language: Language,
): Answers {
  const { whose, partners, description, finished, proof, conditions, own, novelty, follows } = submission;
  return {
    ...{ whose, description, proof, novelty },
    partners: partners.map(participantName),
    finished: { from: finished.from, to: finished.to },
    conditions: edition.conditions.flatMap(({ id, question }) => {
      const answer = conditions[id];
      return answer === undefined ? [] : [{ question: localText(question, language), answer }];
    }),
    own: ownQuestions(edition).flatMap((question) => {
      const given = own[question.id];
      if (given === undefined || given === '') return [];
      return [{ label: localText(question.label, language), text: ownAnswer(question, given, language) }];
    }),
    follows: follows?.title,
  };
}

function shapeContact({ name, mail, role, phone }: Contact): SubmissionDetail['contact'] {
  return { name, mail, role, phone };
}

function shapeFeedback(
  { rounds }: Edition,
  { roundId, words, remarks, sent }: Feedback,
  language: Language,
): SubmissionDetail['feedback'] {
  if (sent === undefined) return [];
  const round = rounds.find(({ id }) => id === roundId);
  const names = new Map(round?.criteria.map(({ id, name }) => [id, localText(name, language)]));
  return [
    {
      roundId,
      round: round === undefined ? roundId : localText(round.name, language),
      sentAt: sent.at,
      words: words[language],
      remarks: remarks.map(({ criterionId, text }) => ({ about: names.get(criterionId ?? ''), text })),
    },
  ];
}
