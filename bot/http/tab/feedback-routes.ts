import { z } from 'zod';
import type { PersonKey } from '../../domain/person.ts';
import { feedbackForAll } from '../../use-cases/feedback/feedback-for-all.ts';
import { viewFeedbackList } from '../../use-cases/feedback/feedback-list.ts';
import { viewFeedbackWork } from '../../use-cases/feedback/feedback-work.ts';
import type { FeedbackDone, FeedbackWords } from '../../use-cases/feedback/feedback-write.ts';
import {
  approveFeedback,
  draftFeedback,
  editFeedback,
  sendFeedback,
} from '../../use-cases/feedback/feedback-write.ts';
import { RefusedError } from '../../use-cases/refusal.ts';
import type { World } from '../../use-cases/world.ts';
import type { FeedbackDeed } from '../contract/feedback.ts';
import * as contract from '../contract/feedback.ts';
import { shapeFeedback, shapeFeedbackList } from './shape-feedback.ts';
import type { TabDoor } from './tab-door.ts';

/** Who goes through a round answers within this time and is asked to go on; in milliseconds. */
const longestRun = 1_500;

const round = z.enum(['preselection', 'assessment', 'pitch']);

/** What submitters hear of a round: to draft, to edit, to approve and to send. */
export function addFeedbackRoutes(door: TabDoor, world: World, words: FeedbackWords): void {
  door.ask('/feedback', contract.feedbackList, async (asker, { query }) =>
    shapeFeedbackList(await viewFeedbackList(world, asker, roundIn(query))),
  );
  door.act(
    '/feedback/all',
    { body: contract.feedbackForAll, answer: contract.feedbackRun },
    async (asker, body) => {
      const until = performance.now() + longestRun;
      return feedbackForAll(world, asker, body, { words, isLate: () => performance.now() > until });
    },
  );
  door.ask('/feedback/:id', contract.feedback, async (asker, request) => {
    const place = { submissionId: request.id(), roundId: roundIn(request.query) };
    return shapeFeedback(await viewFeedbackWork(world, asker, place));
  });
  door.act(
    '/feedback/:id',
    { body: contract.feedbackDeed, answer: contract.feedbackDone },
    async (asker, body, request) => {
      const place = { submissionId: request.id(), roundId: body.roundId };
      const { kind } = await carryOut(world, asker, place.submissionId, body, words);
      return { kind, feedback: shapeFeedback(await viewFeedbackWork(world, asker, place)) };
    },
  );
}

function carryOut(
  world: World,
  person: PersonKey,
  submissionId: string,
  said: FeedbackDeed,
  words: FeedbackWords,
): Promise<FeedbackDone> {
  const command = { submissionId, roundId: said.roundId, basedOn: said.basedOn, key: said.key };
  switch (said.deed) {
    case 'draft':
      return draftFeedback(world, person, command, words);
    case 'edit':
      return editFeedback(world, person, { ...command, words: said.words, remarks: said.remarks });
    case 'approve':
      return approveFeedback(world, person, command);
    case 'send':
      return sendFeedback(world, person, command);
    default:
      return said satisfies never;
  }
}

function roundIn(query: URLSearchParams) {
  const found = round.safeParse(query.get('round'));
  if (!found.success) throw new RefusedError('malformed');
  return found.data;
}
