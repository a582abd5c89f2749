import type { Draft, Remark } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { MessageContent } from '../domain/outgoing-message.ts';
import { findCurrentEdition } from '../use-cases/edition-context.ts';
import type { World } from '../use-cases/world.ts';
import { isTextKey } from '../texts/texts.ts';
import { tooLongToKeep } from './answer.ts';
import { beginDraft } from './begin-draft.ts';
import type { ChatTurn } from './chat-turn.ts';
import { handIn } from './hand-in.ts';
import { hearTap, saysTheSame } from './hear-tap.ts';
import { revised, withoutAsides } from './heard.ts';
import type { Tapped } from './inbound-event.ts';
import { contextOf, settled } from './intake-context.ts';
import { lineLeft } from './line-left.ts';
import { notOpenNotice } from './notices.ts';
import { startAnew } from './start-anew.ts';
import { stepOf } from './steps/steps.ts';
import type { DraftTap, Tap } from './tap-data.ts';
import { typedOn } from './tap-data.ts';
import type { Reply, TurnResult } from './turn-result.ts';

export async function turnOnTap(world: World, turn: ChatTurn, event: Tapped, tap: Tap): Promise<TurnResult> {
  switch (tap.verb) {
    case 'intake.start':
    case 'intake.continue':
      return bringCardDown(world, turn, event);
    case 'intake.own-submissions':
      return {
        reply: { show: { kind: 'own-submissions', ...(tap.submission && { receiptOf: tap.submission }) } },
      };
    case 'intake.receipt': {
      const draft = await turn.draftOf(tap.submission);
      return { reply: draft?.status === 'handed-in' ? receiptOf(draft) : unknownDraft };
    }
    default:
      return tapOnDraft(world, turn, event, tap);
  }
}

/** Puts the living card under the message that was tapped, with a new draft when there is none open. */
async function bringCardDown(world: World, turn: ChatTurn, event: Tapped): Promise<TurnResult> {
  const edition = await findCurrentEdition(world.store);
  const notOpen = notOpenNotice(edition, event.at, turn.draft, turn.person.language);
  if (notOpen !== undefined || edition === undefined)
    return { reply: { show: notOpen ?? { kind: 'own-submissions' } } };
  const { draft } = turn;
  const open = draft?.status === 'open' ? draft : undefined;
  // Brought again, it is there already. Tapped again long after, there may be a new one to begin.
  if (open === undefined || !turn.knows(event.key)) {
    turn.remember(event.key);
    const welcome = draft === undefined ? 'intake.welcome' : 'intake.welcome-again';
    const next = open ? withoutAsides(open) : beginDraft(world, turn, edition, welcome);
    turn.keep(next);
    turn.moveCardDown(next.id, open && leftOf(turn, open, edition, event));
  }
  return { reply: { message: { text: 'notice.below' } } };
}

function leftOf(turn: ChatTurn, draft: Draft, edition: Edition, { at }: Tapped): MessageContent {
  const context = contextOf(draft, edition, turn.person, at);
  return lineLeft(settled(draft, edition, context), context);
}

async function tapOnDraft(world: World, turn: ChatTurn, event: Tapped, tap: DraftTap): Promise<TurnResult> {
  const draft = await turn.draftOf(tap.draft);
  if (draft === undefined) return { reply: unknownDraft };
  if (draft.status !== 'open' || draft.id !== turn.draft?.id) {
    return { reply: replyForClosed(turn, draft, event, tap) };
  }
  const edition = await findCurrentEdition(world.store);
  if (edition === undefined || notOpenNotice(edition, event.at, draft, turn.person.language) !== undefined) {
    return { reply: { show: cardOf(draft) } };
  }
  return tapOnOpen(world, turn, event, { draft, edition, tap });
}

interface OpenTap {
  draft: Draft;
  edition: Edition;
  tap: DraftTap;
}

function tapOnOpen(
  world: World,
  turn: ChatTurn,
  event: Tapped,
  { draft, edition, tap }: OpenTap,
): TurnResult {
  const context = contextOf(draft, edition, turn.person, event.at);
  const standing = settled(draft, edition, context);
  if (tap.revision !== draft.revision || tap.step !== standing.step) {
    const again = turn.knows(event.key) || saysTheSame(draft, tap, context);
    return { reply: { show: cardOf(draft), ...(!again && { aside: answeredElsewhere }) } };
  }
  const tooLong = tooLongToKeep(stepOf(standing.step, edition), typedOn(tap), context);
  if (tooLong !== undefined && isTextKey(tooLong.text)) {
    return { reply: { refuse: { text: tooLong.text, values: tooLong.values }, code: 'too-long' } };
  }
  turn.remember(event.key);
  const heard = hearTap(standing, tap, context);
  if (heard.wish === 'start-over') {
    const next = startAnew(world, turn, draft, edition);
    turn.redrawCard(next.id);
    return { reply: { show: cardOf(next) } };
  }
  const wanted = heard.wish === 'hand-in' ? handIn(heard.draft, context, event.at) : heard.draft;
  const after = revised(draft, wanted, world.now());
  turn.keep(after);
  if (after !== draft) turn.redrawCard(draft.id);
  const reply: Reply = { show: cardOf(draft) };
  return after.status === 'handing-in' ? { reply, handsIn: draft.id } : { reply };
}

/** A card that outlived its draft. */
function replyForClosed(turn: ChatTurn, draft: Draft, event: Tapped, tap: DraftTap): Reply {
  const again = turn.knows(event.key) || tap.verb === 'intake.hand-in';
  const { draft: current } = turn;
  if (draft.status !== 'discarded') return { show: cardOf(draft), ...(!again && { aside: alreadyHandedIn }) };
  return again && current !== undefined ? { show: cardOf(current) } : { show: cardOf(draft) };
}

const unknownDraft: Reply = { refuse: { text: 'intake.refused' }, code: 'not-found' };

const answeredElsewhere: Remark = { tone: 'info', text: 'intake.answered-elsewhere', values: {} };
const alreadyHandedIn: Remark = { tone: 'info', text: 'intake.already-handed-in', values: {} };

function cardOf(draft: Draft): MessageContent {
  return { kind: 'intake-card', draftId: draft.id };
}

function receiptOf(draft: Draft): Reply {
  return { show: { kind: 'receipt', submissionId: draft.id } };
}
