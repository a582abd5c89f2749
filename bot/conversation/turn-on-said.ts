import type { Draft } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { MessageContent } from '../domain/outgoing-message.ts';
import { findCurrentEdition } from '../use-cases/edition-context.ts';
import type { World } from '../use-cases/world.ts';
import { beginDraft } from './begin-draft.ts';
import type { ChatTurn } from './chat-turn.ts';
import { handIn } from './hand-in.ts';
import { hearTyped } from './hear-typed.ts';
import type { Answered } from './heard.ts';
import { revised, withoutAsides } from './heard.ts';
import type { Said } from './inbound-event.ts';
import { contextOf, settled } from './intake-context.ts';
import { lineLeft } from './line-left.ts';
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
  turn.moveCardDown(beginDraft(world, turn, edition, welcome).id);
}

function goOn(
  world: World,
  turn: ChatTurn,
  event: Said,
  { draft, edition }: { draft: Draft; edition: Edition },
): TurnResult {
  const context = contextOf(draft, edition, turn.person, event.at);
  const standing = settled(draft, edition, context);
  const heard = hearTyped(standing, event, context);
  const left =
    heard.answered === undefined ? lineLeft(standing, context) : answeredLine(draft, heard.answered);
  if (heard.wish === 'start-over') {
    turn.moveCardDown(startAnew(world, turn, draft, edition).id, left);
    return {};
  }
  const wanted = heard.wish === 'hand-in' ? handIn(heard.draft, context, event.at) : heard.draft;
  const after = withoutEcho(wanted, left);
  turn.keep(revised(draft, after, world.now()));
  if (after.status === 'handing-in') {
    turn.redrawCard(draft.id);
    return { handsIn: draft.id };
  }
  turn.moveCardDown(draft.id, left);
  return {};
}

/** What the line above still says, such as the welcome, the card need not say again. */
function withoutEcho(draft: Draft, left: MessageContent): Draft {
  return left.kind === 'asked-line' && left.text === draft.remark?.text ? withoutAsides(draft) : draft;
}

const mostShown = 300;

function answeredLine(draft: Draft, { step, answer }: Answered): MessageContent {
  return { kind: 'answered-line', draftId: draft.id, step, answer: shortened(answer, mostShown) };
}
