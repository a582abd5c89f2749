import type { RoundId } from '../../domain/edition/edition.ts';
import type { PersonKey } from '../../domain/person.ts';
import type { CountedSubmission } from '../cut/cut-scores.ts';
import { countedIn } from '../cut/cut-scores.ts';
import { submissionIdsByNumber } from '../editions/edition-use.ts';
import type { FeedbackLine } from './feedback-list.ts';
import { openFeedbackRound, readFeedbackLine } from './feedback-list.ts';
import type { CountedFor, FeedbackDone, FeedbackWords } from './feedback-write.ts';
import { approveFeedback, draftFeedback, sendFeedback } from './feedback-write.ts';
import { inBatches } from '../in-batches.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

/**
 * `draft`: what has none. `redraft`: what is outdated, also where it was edited. `approve`: drafts that are not outdated
 * and seem to name nobody: those that do have to be looked at. `send`: what was approved and is not outdated.
 */
type FeedbackWish = 'draft' | 'redraft' | 'approve' | 'send';

export interface FeedbackForAll {
  roundId: RoundId;
  wish: FeedbackWish;
  /** How many submissions, by number, were gone through before. */
  from: number;
  /** What makes the command the same command. */
  key: string;
}

export interface FeedbackRun {
  done: number;
  /** Others were first, or it was changed meanwhile: nothing was done about those. */
  passedOver: number;
  /** How many submissions were gone through, and of how many; the same number when all were. */
  upTo: number;
  of: number;
}

const atOnce = 10;

/**
 * Goes through the submissions of a round until `isLate`: who asks goes on from there. Broken off, or asked again, it
 * does to each once what is to be done to it.
 * @throws RefusedError `not-found`, `no-edition`, `round-not-frozen`
 */
export async function feedbackForAll(
  world: World,
  person: PersonKey,
  { roundId, wish, from, key }: FeedbackForAll,
  { words, isLate }: { words: FeedbackWords; isLate: () => boolean },
): Promise<FeedbackRun> {
  const place = await openFeedbackRound(world, person, roundId);
  const ids = await submissionIdsByNumber(world.store, place.edition.id);
  const countedFor = countedOnce(world);
  const run: FeedbackRun = { done: 0, passedOver: 0, upTo: Math.min(from, ids.length), of: ids.length };
  while (run.upTo < ids.length) {
    const batch = ids.slice(run.upTo, run.upTo + atOnce);
    const results = await inBatches(batch, async (id) => {
      const line = await readFeedbackLine(world.store, place, id);
      if (line === undefined || !isWanted(line, wish)) return 'left';
      const command = {
        submissionId: id,
        roundId,
        basedOn: line.feedback?.revision ?? 0,
        key: `${key}:${id}`,
      };
      return outcomeOf(carryOut(world, person, wish, command, { words, countedFor }));
    });
    run.done += results.filter((each) => each === 'done').length;
    run.passedOver += results.filter((each) => each === 'passed-over').length;
    run.upTo += batch.length;
    if (isLate()) break;
  }
  return run;
}

function isWanted({ feedback, isOutdated }: FeedbackLine, wish: FeedbackWish): boolean {
  switch (wish) {
    case 'draft':
      return feedback === undefined;
    case 'redraft':
      return isOutdated;
    case 'approve':
      return (
        feedback?.status === 'draft' &&
        !isOutdated &&
        !feedback.remarks.some(({ seemsToName, leftOut }) => seemsToName && leftOut !== true)
      );
    case 'send':
      return feedback?.status === 'approved' && !isOutdated;
    default:
      return wish satisfies never;
  }
}

function carryOut(
  world: World,
  person: PersonKey,
  wish: FeedbackWish,
  command: Parameters<typeof draftFeedback>[2],
  { words, countedFor }: { words: FeedbackWords; countedFor: CountedFor },
): Promise<FeedbackDone> {
  switch (wish) {
    case 'draft':
    case 'redraft':
      return draftFeedback(world, person, command, words, countedFor);
    case 'approve':
      return approveFeedback(world, person, command);
    case 'send':
      return sendFeedback(world, person, command);
    default:
      return wish satisfies never;
  }
}

/** That one can't be done now, because something happened to it meanwhile, keeps the others from nothing. */
async function outcomeOf(deed: Promise<FeedbackDone>): Promise<'done' | 'passed-over'> {
  try {
    return (await deed).kind === 'done' ? 'done' : 'passed-over';
  } catch (error) {
    if (error instanceof RefusedError) return 'passed-over';
    throw error;
  }
}

/** Frozen sheets don't change: a category is counted once for each closing of the round. */
function countedOnce({ store }: World): CountedFor {
  const known = new Map<string, Promise<CountedSubmission[]>>();
  return ({ edition, round, submission: { categoryId } }) => {
    const key = `${categoryId} ${round.closesAt}`;
    const counted = known.get(key) ?? countedIn(store, edition, round, categoryId);
    known.set(key, counted);
    return counted;
  };
}
