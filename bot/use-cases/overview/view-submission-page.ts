import { maySeeHistory, maySeeJuryPost, refuseOwnChange, refuseScoring } from '../../domain/access.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import { currentRound } from '../../domain/edition/edition.ts';
import type { Feedback } from '../../domain/judging/feedback.ts';
import type { Thread } from '../../domain/outgoing-message.ts';
import type { PersonId, PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { roleIn } from '../edition-context.ts';
import { readOwnFeedback } from '../feedback/feedback-read.ts';
import { findAddress } from '../people/find-address.ts';
import type { SubmissionView } from './view-submission.ts';
import { viewSubmission } from './view-submission.ts';
import type { World } from '../world.ts';

/** One submission with its text, and what this person can do and see from there. */
export interface SubmissionPage extends SubmissionView {
  mine: boolean;
  may: { history: boolean; score: boolean; change: boolean };
  /** Its post in the jury's channel, in the round that runs now. */
  post?: Thread;
  /** What its submitter heard. */
  feedback: Feedback[];
}

/** @throws RefusedError `not-found`, also when it is there but not for this person */
export async function viewSubmissionPage(
  world: World,
  person: PersonKey,
  submissionId: string,
): Promise<SubmissionPage> {
  const view = await viewSubmission(world, person, submissionId);
  const who = personId(person);
  const role = await roleIn(world, view.edition.id, person);
  const [own, post] = await Promise.all([
    readOwnFeedback(world, who, submissionId),
    postOf(world, who, role, view),
  ]);
  return {
    ...view,
    mine: who === view.submission.submitter,
    may: mayDo(world, who, role, view),
    ...(post && { post }),
    feedback: own?.feedback ?? [],
  };
}

function mayDo(
  world: World,
  who: PersonId,
  role: EditionRole | undefined,
  { edition, submission }: SubmissionView,
): SubmissionPage['may'] {
  const now = world.now();
  const round = currentRound(edition, now);
  const seating = round && world.readModel.seating(submission.id, round);
  return {
    history: maySeeHistory(who, role, submission),
    score: round !== undefined && refuseScoring(role, submission, round, now, seating) === undefined,
    change: refuseOwnChange(who, submission, edition, now) === undefined,
  };
}

async function postOf(
  world: World,
  who: PersonId,
  role: EditionRole | undefined,
  { edition, submission }: { edition: Edition; submission: Omit<Submission, 'contact'> },
): Promise<Thread | undefined> {
  const round = currentRound(edition, world.now());
  if (round === undefined || !maySeeJuryPost(who, role, submission)) return undefined;
  const address = await findAddress(world.store, {
    kind: 'submission-thread',
    submissionId: submission.id,
    roundId: round.id,
  });
  return address?.kind === 'thread' ? address.thread : undefined;
}
