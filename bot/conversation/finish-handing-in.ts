import type { Draft } from '../domain/draft/draft.ts';
import type { Submission } from '../domain/submission/submission.ts';
import { draftPrefix, drafts } from '../store/documents/draft-documents.ts';
import { people, personDocumentId } from '../store/documents/person-documents.ts';
import type { FeedReader } from '../store/feed-reader.ts';
import { startFeedReader } from '../store/feed-reader.ts';
import type { FeedLeaseOptions } from '../store/leased-keeper.ts';
import type { DocumentStore } from '../store/port.ts';
import { retryWhenChanged } from '../use-cases/retry-when-changed.ts';
import { submitInitiative } from '../use-cases/submitting/submit-initiative.ts';
import { turnToWaiting } from './begin-change.ts';
import { ChatTurn } from './chat-turn.ts';
import { finishChanging } from './finish-changing.ts';
import { completeFields } from './hand-in.ts';
import { IncompleteDraftError } from './incomplete-draft-error.ts';

/**
 * Carries out a handing in that was stored: makes the submission and gives the receipt, or changes the one that was
 * there. Done again, or twice at once, it has one effect; a draft that is not being handed in is left as it is.
 * @throws IncompleteDraftError
 */
export async function finishHandingIn(
  store: DocumentStore,
  partition: string,
  draftId: string,
): Promise<void> {
  const draft = (await drafts.read(store, partition, draftPrefix + draftId))?.value;
  const { handedInAt: receivedAt, changes } = draft ?? {};
  if (draft?.status !== 'handing-in' || receivedAt === undefined) return;
  const fields = completeFields(draft.answers);
  if (fields === undefined) throw new IncompleteDraftError(`draft ${draftId} is not complete`);
  const { id, editionId, submitter } = draft;
  if (changes !== undefined) {
    return finishChanging(store, partition, { changeId: id, ...changes, submitter, fields, receivedAt });
  }
  const submission = await submitInitiative(store, {
    ...{ submissionId: id, editionId, submitter, fields, receivedAt },
  });
  await retryWhenChanged(partition, () => giveReceipt(store, partition, submission));
}

async function giveReceipt(store: DocumentStore, partition: string, submission: Submission): Promise<void> {
  const person = await people.read(store, partition, personDocumentId);
  if (person === undefined) return;
  const turn = await ChatTurn.load(store, person.value);
  const draft = turn.draft;
  if (draft?.id !== submission.id || draft.status !== 'handing-in') return;
  turn.keep(handedIn(draft, submission.number));
  turn.changeCard({ kind: 'intake-card', draftId: draft.id });
  turn.letCardGo();
  turn.post({ kind: 'receipt', submissionId: submission.id });
  await turnToWaiting(turn, draft.id);
  await turn.commit();
}

function handedIn(draft: Draft, number: number): Draft {
  return { ...draft, status: 'handed-in', number, revision: draft.revision + 1 };
}

export interface FinishingOptions {
  store: DocumentStore;
  /** Fits pino. */
  log?: { error(details: object, message: string): void };
  /** Where several servers share the work. */
  lease?: FeedLeaseOptions;
}

/** Sees to it that what was being handed in when a process died is handed in. */
export function startFinishingHandIns({ store, log, lease }: FinishingOptions): FeedReader {
  return startFeedReader({
    store,
    name: 'handing-in',
    resume: 'stored',
    lease,
    ...(log && { log }),
    async handle(changes) {
      for (const change of changes.filter((each) => drafts.is(each))) {
        try {
          await finishHandingIn(store, change.partition, change.id.slice(draftPrefix.length));
        } catch (error) {
          if (!(error instanceof IncompleteDraftError)) throw error;
          log?.error({ err: error }, 'a draft can not be handed in and is left');
        }
      }
    },
  });
}
