import type { Remark } from '../domain/draft/draft.ts';
import type { Language, PersonId } from '../domain/person.ts';
import { fieldsOf } from '../domain/submission/submission-fields.ts';
import { people, personDocumentId, personPartition } from '../store/documents/person-documents.ts';
import { asGone, loadOwn } from '../use-cases/submitting/own-submission.ts';
import type { World } from '../use-cases/world.ts';
import { contextOf } from './intake-context.ts';
import type { FeedbackView } from './feedback-view.ts';
import { viewAllFeedback } from './feedback-view.ts';
import type { Line } from './intake-view.ts';
import { linesOf } from './intake-view.ts';
import type { OwnSubmission } from './own-submissions.ts';
import { ownSubmission } from './own-submissions.ts';

/** One submission as its submitter entered it. Texts that people typed are as they typed them. */
export interface OwnSubmissionView extends OwnSubmission {
  kind: 'own-submission';
  edition: string;
  lines: Line[];
  /** What they heard of each round; none while nothing was sent. */
  feedback?: FeedbackView[];
  /** They are asked whether to withdraw it. */
  asking: boolean;
  remark?: Remark;
}

/** @returns `undefined` when it is not there, or is somebody else's */
export async function viewOwnSubmission(
  world: World,
  person: PersonId,
  { submissionId, asking = false }: { submissionId: string; asking?: boolean },
  language: Language,
): Promise<OwnSubmissionView | undefined> {
  const own = await loadOwn(world.store, person, submissionId).catch(asGone);
  const owner = (await people.read(world.store, personPartition(person), personDocumentId))?.value;
  if (own === undefined || owner === undefined) return undefined;
  const { edition, stored } = own;
  const now = world.now();
  const context = contextOf({ answers: fieldsOf(stored.value) }, edition, { ...owner, language }, now);
  const view = ownSubmission(stored.value, edition, now);
  const feedback = await viewAllFeedback(world, person, submissionId, language);
  return {
    kind: 'own-submission',
    ...view,
    edition: edition.name,
    lines: linesOf(context),
    ...(feedback.length > 0 && { feedback: feedback.map((each) => each.view) }),
    asking: asking && view.mayChange && stored.value.status === 'submitted',
  };
}
