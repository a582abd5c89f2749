import type { Draft } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { MessageContent } from '../domain/outgoing-message.ts';
import type { World } from '../use-cases/world.ts';
import { withAddedStepSaid } from './added-steps.ts';
import type { ChatTurn } from './chat-turn.ts';
import { deletedNotice, deleteDraft } from './discard-draft.ts';
import { handIn } from './hand-in.ts';
import { unavailable } from './hear-request.ts';
import { hearTyped } from './hear-typed.ts';
import type { Answered, Heard } from './heard.ts';
import { asAsked, remarked, revised } from './heard.ts';
import type { Said } from './inbound-event.ts';
import { contextOf, settled } from './intake-context.ts';
import { lineLeft } from './line-left.ts';
import type { Plugged } from './plugged.ts';
import type { Request } from './reading/read-request.ts';
import { shortened } from './reading/words.ts';
import { withRemindersSaid } from './reminders-said.ts';
import { startAnew } from './start-anew.ts';
import type { TurnResult } from './turn-result.ts';

interface AtDraft {
  draft: Draft;
  edition: Edition;
  plugged: Plugged;
}

/** What was typed while a draft stands open, in an edition that is. */
export async function sayAtDraft(
  world: World,
  turn: ChatTurn,
  event: Said,
  { draft, edition, plugged }: AtDraft,
): Promise<TurnResult> {
  const context = contextOf(draft, edition, turn.person, event.at, world.similar);
  const standing = settled(draft, edition, context);
  const heard = hearTyped(standing, event, context);
  const left = leftOf(draft, heard.answered) ?? lineLeft(standing, context);
  const { wish } = heard;
  switch (wish) {
    case undefined:
      return show(world, turn, event, { draft, edition, after: heard.draft, left });
    case 'hand-in': {
      const after = handIn(heard.draft, context, event.at);
      return show(world, turn, event, { draft, edition, after, left });
    }
    case 'start-over':
      turn.moveCardDown((await startAnew(world, turn, draft, edition)).id, left);
      return {};
    case 'discard':
      await deleteDraft(world, turn, draft, left);
      turn.post(deletedNotice);
      return {};
    case 'own-submissions':
      turn.keep(revised(draft, heard.draft, world.now()));
      turn.post({ kind: 'own-submissions' });
      return {};
    default:
      return request(world, turn, event, { draft, edition, plugged, heard, wish, left });
  }
}

interface Shown {
  draft: Draft;
  edition: Edition;
  after: Draft;
  left: MessageContent;
}

/** Stores the draft and makes its card the newest message. */
function show(
  world: World,
  turn: ChatTurn,
  { at }: Said,
  { draft, edition, after, left }: Shown,
): TurnResult {
  const waiting = withRemindersSaid(after, edition, turn, at);
  const said = withoutEcho(withAddedStepSaid(waiting, edition), left);
  turn.keep(revised(draft, said, world.now()));
  if (said.status === 'handing-in') {
    turn.redrawCard(draft.id);
    return { handsIn: draft.id };
  }
  turn.moveCardDown(draft.id, left);
  return {};
}

interface Requested extends AtDraft {
  heard: Heard;
  wish: Request;
  left: MessageContent;
}

/** What another part of the chat does, or else says that it can't be done. */
async function request(
  world: World,
  turn: ChatTurn,
  event: Said,
  { draft, edition, plugged, heard, wish, left }: Requested,
): Promise<TurnResult> {
  const respond = plugged.requests?.[wish];
  const sentence = unavailable(wish);
  if (respond === undefined && sentence !== undefined) {
    return show(world, turn, event, {
      ...{ draft, edition, left },
      after: remarked(heard.draft, 'info', sentence),
    });
  }
  turn.keep(revised(draft, heard.draft, world.now()));
  if (respond !== undefined) return respond(turn, event);
  turn.post({ kind: 'own-submissions' });
  return {};
}

/** What the line above still says, such as the welcome, the card need not say again. */
function withoutEcho(draft: Draft, left: MessageContent): Draft {
  return left.kind === 'asked-line' && left.text === draft.remark?.text ? asAsked(draft) : draft;
}

const mostShown = 300;

function leftOf(draft: Draft, answered: Answered | undefined): MessageContent | undefined {
  if (answered === undefined) return undefined;
  const { step, answer } = answered;
  return { kind: 'answered-line', draftId: draft.id, step, answer: shortened(answer, mostShown) };
}
