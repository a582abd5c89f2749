import type { ChangeOf, Draft } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { Instant } from '../domain/instant.ts';
import type { MessageContent } from '../domain/outgoing-message.ts';
import type { PersonId } from '../domain/person.ts';
import { fieldsOf } from '../domain/submission/submission-fields.ts';
import type { TextKey } from '../texts/texts.ts';
import { findCurrentEdition } from '../use-cases/edition-context.ts';
import type { OwnSubmission } from '../use-cases/submitting/own-submission.ts';
import type { World } from '../use-cases/world.ts';
import type { ChatTurn } from './chat-turn.ts';
import { contextOf, settled } from './intake-context.ts';
import { lineLeft } from './line-left.ts';
import { review } from './steps/steps.ts';

/**
 * Puts the card on which a submission is changed under everything else: the change that was begun before, or a new
 * one. What they were making waits as it is.
 */
export async function beginChange(
  world: World,
  turn: ChatTurn,
  { stored, edition }: OwnSubmission,
  at: Instant,
): Promise<void> {
  const open = await turn.openDrafts();
  const current = turn.draft?.status === 'open' ? turn.draft : undefined;
  const left = current && leftOf(turn, current, edition, at);
  const begun = open.find(({ changes }) => changes?.submissionId === stored.value.id);
  if (begun !== undefined) {
    turn.turnTo(begun.id);
    turn.moveCardDown(begun.id, left);
    return;
  }
  const { id: submissionId, submitter, number } = stored.value;
  const changes = { submissionId, basedOn: fieldsOf(stored.value) };
  const waits = open.some((draft) => draft.changes === undefined && Object.keys(draft.answers).length > 0);
  const draft = changeDraft(world, edition, { changes, submitter, number }, waits && 'change.other-waits');
  turn.keep(draft);
  turn.moveCardDown(draft.id, left);
}

/** The same change from the beginning: as the submission was then. What was made of it is thrown away. */
export function changeAnew(
  world: World,
  turn: ChatTurn,
  draft: Draft & { changes: ChangeOf },
  edition: Edition,
): Draft {
  const { submitter, number, changes } = draft;
  const anew = changeDraft(world, edition, { changes, submitter, number }, 'change.anew');
  turn.keep({ ...draft, status: 'discarded', revision: draft.revision + 1, updatedAt: world.now() });
  turn.keep(anew);
  return anew;
}

/** What was handed in stays as it is; they go on with what they were making before, if there is something. */
export async function leaveChange(turn: ChatTurn, draft: Draft, now: Instant): Promise<void> {
  const { remark: _remark, paused: _paused, startingOver: _startingOver, ...rest } = draft;
  turn.keep({ ...rest, status: 'discarded', revision: draft.revision + 1, updatedAt: now });
  await turnToWaiting(turn, draft.id);
}

/** A change of an edition that is past stands in the way of nothing. */
export async function leaveOutlivedChange(world: World, turn: ChatTurn): Promise<void> {
  const { draft } = turn;
  if (draft?.status !== 'open' || draft.changes === undefined) return;
  const current = await findCurrentEdition(world.store);
  if (current === undefined || current.id === draft.editionId) return;
  turn.changeCard({ kind: 'intake-card', draftId: draft.id });
  turn.letCardGo();
  await leaveChange(turn, draft, world.now());
}

/** Has the chat go on with what waits, that is not this one. */
export async function turnToWaiting(turn: ChatTurn, draftId: string): Promise<Draft | undefined> {
  const [waiting] = (await turn.openDrafts()).filter(({ id }) => id !== draftId);
  if (waiting !== undefined) turn.turnTo(waiting.id);
  return waiting;
}

interface Changing {
  changes: ChangeOf;
  submitter: PersonId;
  number: number | undefined;
}

/** Everything is filled in as it was handed in; what was left open then may stay so. */
function changeDraft(world: World, edition: Edition, changing: Changing, said: TextKey | false): Draft {
  const optional = edition.steps.filter((step) => step.optional === true);
  return {
    id: world.newId(),
    editionId: edition.id,
    submitter: changing.submitter,
    status: 'open',
    answers: changing.changes.basedOn,
    skipped: optional.map((step) => ('id' in step ? step.id : step.ask)),
    step: review,
    revision: 0,
    updatedAt: world.now(),
    changes: changing.changes,
    ...(changing.number !== undefined && { number: changing.number }),
    ...(said !== false && { remark: { tone: 'info', text: said, values: {} } }),
  };
}

/** What stays where the living card is. */
function leftOf(turn: ChatTurn, draft: Draft, edition: Edition, at: Instant): MessageContent {
  const context = contextOf(draft, edition, turn.person, at);
  return lineLeft(settled(draft, edition, context), context);
}
