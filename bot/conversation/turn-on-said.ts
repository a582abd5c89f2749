import type { Draft } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { MessageContent } from '../domain/outgoing-message.ts';
import { findCurrentEdition } from '../use-cases/edition-context.ts';
import type { World } from '../use-cases/world.ts';
import { beginDraft } from './begin-draft.ts';
import type { ChatTurn } from './chat-turn.ts';
import { handIn } from './hand-in.ts';
import { hearTyped } from './hear-typed.ts';
import type { Heard } from './heard.ts';
import { revised } from './heard.ts';
import type { Said } from './inbound-event.ts';
import { contextOf, settled } from './intake-context.ts';
import { notice, notOpenNotice } from './notices.ts';
import { isYes, readCommand } from './reading/read-command.ts';
import { shortened } from './reading/words.ts';
import { startAnew } from './start-anew.ts';
import type { TurnResult } from './turn-result.ts';

/** What was typed has an effect once, and one message as its answer. */
export async function turnOnSaid(world: World, turn: ChatTurn, event: Said): Promise<TurnResult> {
  if (turn.knows(event.key)) return {};
  turn.remember(event.key);
  const command = readCommand(event.text);
  if (command === 'own-submissions') {
    turn.post({ kind: 'own-submissions' });
    return {};
  }
  const edition = await findCurrentEdition(world.store);
  const notOpen = notOpenNotice(edition, event.at, turn.draft, turn.person.language);
  if (notOpen !== undefined || edition === undefined) {
    if (notOpen !== undefined) turn.post(notOpen);
    return {};
  }
  const { draft } = turn;
  if (draft?.status === 'open') return goOn(world, turn, event, { draft, edition });
  const wantsNew =
    command === 'new' || command === 'continue' || command === 'start-over' || isYes(event.text);
  if (draft !== undefined && !wantsNew) turn.post(notice('notice.handed-in'));
  else begin(world, turn, edition);
  return {};
}

function begin(world: World, turn: ChatTurn, edition: Edition): void {
  const welcome = turn.draft === undefined ? 'intake.welcome' : 'intake.welcome-again';
  turn.moveCardDown(beginDraft(world, turn, edition, welcome).id, { kind: 'nothing' });
}

function goOn(
  world: World,
  turn: ChatTurn,
  event: Said,
  { draft, edition }: { draft: Draft; edition: Edition },
): TurnResult {
  const context = contextOf(draft, edition, turn.person, event.at);
  const heard = hearTyped(settled(draft, edition, context), event, context);
  if (heard.wish === 'start-over') {
    turn.moveCardDown(startAnew(world, turn, draft, edition).id, { kind: 'nothing' });
    return {};
  }
  const after = heard.wish === 'hand-in' ? handIn(heard.draft, context, event.at) : heard.draft;
  turn.keep(revised(draft, after, world.now()));
  if (after.status === 'handing-in') {
    turn.redrawCard(draft.id);
    return { handsIn: draft.id };
  }
  turn.moveCardDown(draft.id, leftOf(draft, heard));
  return {};
}

const mostShown = 300;

/** What is left where the card was: what was asked and answered, or nothing when it was not answered. */
function leftOf(draft: Draft, { answered }: Heard): MessageContent {
  if (answered === undefined) return { kind: 'nothing' };
  return {
    kind: 'answered-line',
    draftId: draft.id,
    step: answered.step,
    answer: shortened(answered.answer, mostShown),
  };
}
