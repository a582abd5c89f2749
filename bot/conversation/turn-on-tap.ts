import type { Draft } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { MessageContent } from '../domain/outgoing-message.ts';
import { findCurrentEdition } from '../use-cases/edition-context.ts';
import type { World } from '../use-cases/world.ts';
import { beginDraft } from './begin-draft.ts';
import type { ChatTurn } from './chat-turn.ts';
import { asAsked } from './heard.ts';
import type { Tapped } from './inbound-event.ts';
import { contextOf, settled } from './intake-context.ts';
import { lineLeft } from './line-left.ts';
import { notOpenNotice } from './notices.ts';
import { tapOnDraft, unknownDraft } from './tap-on-draft.ts';
import type { Tap } from './tap-data.ts';
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
    const isFirst = draft === undefined || draft.status === 'discarded';
    const welcome = isFirst ? 'intake.welcome' : 'intake.welcome-again';
    const next = open ? asAsked(open) : beginDraft(world, turn, edition, welcome);
    turn.keep(next);
    turn.moveCardDown(next.id, open && leftOf(world, turn, open, edition, event));
  }
  return { reply: { message: { text: 'notice.below' } } };
}

function leftOf(
  world: World,
  turn: ChatTurn,
  draft: Draft,
  edition: Edition,
  { at }: Tapped,
): MessageContent {
  const context = contextOf(draft, edition, turn.person, at, world.similar);
  return lineLeft(settled(draft, edition, context), context);
}

function receiptOf(draft: Draft): Reply {
  return { show: { kind: 'receipt', submissionId: draft.id } };
}
