import type { Draft, Remark } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { MessageContent } from '../domain/outgoing-message.ts';
import { findCurrentEdition } from '../use-cases/edition-context.ts';
import type { World } from '../use-cases/world.ts';
import { isTextKey } from '../texts/texts.ts';
import { withAddedStepSaid } from './added-steps.ts';
import { tooLongToKeep } from './answer.ts';
import type { ChatTurn } from './chat-turn.ts';
import { deletedNotice, deleteDraft } from './discard-draft.ts';
import { handIn } from './hand-in.ts';
import { hearTap, saysTheSame } from './hear-tap.ts';
import { asAsked, revised } from './heard.ts';
import type { Tapped } from './inbound-event.ts';
import { contextOf, settled } from './intake-context.ts';
import { notOpenNotice } from './notices.ts';
import { withRemindersSaid } from './reminders-said.ts';
import { startAnew } from './start-anew.ts';
import type { StepContext } from './steps/step.ts';
import { stepOf } from './steps/steps.ts';
import type { DraftTap } from './tap-data.ts';
import { typedOn } from './tap-data.ts';
import type { Reply, TurnResult } from './turn-result.ts';

/** A tap on the card of a draft, which may have been drawn long ago. */
export async function tapOnDraft(
  world: World,
  turn: ChatTurn,
  event: Tapped,
  tap: DraftTap,
): Promise<TurnResult> {
  const draft = await turn.draftOf(tap.draft);
  if (draft === undefined) return { reply: unknownDraft };
  if (draft.status !== 'open' || draft.id !== turn.draft?.id) {
    return { reply: replyForClosed(turn, draft, event, tap) };
  }
  const edition = await findCurrentEdition(world.store);
  if (edition === undefined || notOpenNotice(edition, event.at, draft, turn.person.language) !== undefined) {
    return tapOnWaiting(world, turn, event, draft, tap);
  }
  return tapOnOpen(world, turn, event, { draft, edition, tap });
}

/** Nothing can be entered now, but what was can be deleted. */
async function tapOnWaiting(
  world: World,
  turn: ChatTurn,
  event: Tapped,
  draft: Draft,
  tap: DraftTap,
): Promise<TurnResult> {
  if (tap.verb === 'intake.delete-confirm' && draft.deleting) return discard(world, turn, event, draft);
  if (tap.verb === 'intake.delete') return keep(world, turn, draft, { ...asAsked(draft), deleting: true });
  return tap.verb === 'intake.keep' ? keep(world, turn, draft, asAsked(draft)) : { reply: show(draft) };
}

interface OpenTap {
  draft: Draft;
  edition: Edition;
  tap: DraftTap;
}

async function tapOnOpen(
  world: World,
  turn: ChatTurn,
  event: Tapped,
  { draft, edition, tap }: OpenTap,
): Promise<TurnResult> {
  const context = contextOf(draft, edition, turn.person, event.at, world.similar);
  const standing = settled(draft, edition, context);
  if (tap.revision !== draft.revision || tap.step !== standing.step) {
    return tapOnStale(world, turn, event, { draft, edition, tap, standing, context });
  }
  const tooLong = tooLongToKeep(stepOf(standing.step, edition), typedOn(tap), context);
  if (tooLong !== undefined && isTextKey(tooLong.text)) {
    return { reply: { refuse: { text: tooLong.text, values: tooLong.values }, code: 'too-long' } };
  }
  turn.remember(event.key);
  if (turn.conversation.asking === true) turn.note({ asking: false });
  const heard = hearTap(standing, tap, context);
  if (heard.wish === 'discard') return discard(world, turn, event, draft);
  if (heard.wish === 'start-over') {
    const next = await startAnew(world, turn, draft, edition);
    turn.redrawCard(next.id);
    return { reply: show(next) };
  }
  const wanted = heard.wish === 'hand-in' ? handIn(heard.draft, context, event.at) : heard.draft;
  const waiting = withRemindersSaid(wanted, edition, turn, event.at);
  return keep(world, turn, draft, withAddedStepSaid(waiting, edition));
}

/** The card was drawn for another question, or an answer was given since. */
function tapOnStale(
  world: World,
  turn: ChatTurn,
  event: Tapped,
  { draft, edition, tap, standing, context }: OpenTap & { standing: Draft; context: StepContext },
): TurnResult {
  // Nobody answered it: the edition asks something else now.
  if (tap.revision === draft.revision && tap.step === draft.step) {
    return keep(world, turn, draft, withAddedStepSaid(asAsked(standing), edition));
  }
  const again = turn.knows(event.key) || saysTheSame(draft, tap, context);
  return { reply: again ? show(draft) : show(draft, answeredElsewhere) };
}

/** Stores the draft and has its card drawn anew, where it is. */
function keep(world: World, turn: ChatTurn, before: Draft, wanted: Draft): TurnResult {
  const after = revised(before, wanted, world.now());
  turn.keep(after);
  if (after !== before) turn.redrawCard(after.id);
  const reply = show(after);
  return after.status === 'handing-in' ? { reply, handsIn: after.id } : { reply };
}

async function discard(world: World, turn: ChatTurn, event: Tapped, draft: Draft): Promise<TurnResult> {
  turn.remember(event.key);
  await deleteDraft(world, turn, draft, deletedNotice);
  return { reply: { show: deletedNotice } };
}

/** A card that outlived its draft. */
function replyForClosed(turn: ChatTurn, draft: Draft, event: Tapped, tap: DraftTap): Reply {
  const again = turn.knows(event.key) || tap.verb === 'intake.hand-in';
  const { draft: current } = turn;
  if (draft.status === 'open') return show(draft, waits);
  if (draft.status !== 'discarded') return again ? show(draft) : show(draft, alreadyHandedIn);
  if (tap.verb === 'intake.delete-confirm') return { show: deletedNotice };
  return show(again && current !== undefined ? current : draft);
}

export const unknownDraft: Reply = { refuse: { text: 'intake.refused' }, code: 'not-found' };

const answeredElsewhere: Remark = { tone: 'info', text: 'intake.answered-elsewhere', values: {} };
const waits: Remark = { tone: 'info', text: 'change.waits', values: {} };
const alreadyHandedIn: Remark = { tone: 'info', text: 'intake.already-handed-in', values: {} };

function show(draft: Draft, aside?: Remark): Extract<Reply, { show: MessageContent }> {
  return { show: { kind: 'intake-card', draftId: draft.id }, ...(aside && { aside }) };
}
