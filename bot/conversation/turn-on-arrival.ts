import { findCurrentEdition } from '../use-cases/edition-context.ts';
import type { World } from '../use-cases/world.ts';
import { beginDraft } from './begin-draft.ts';
import type { ChatTurn } from './chat-turn.ts';
import type { Arrived } from './inbound-event.ts';
import { notOpenNotice } from './notices.ts';
import type { TurnResult } from './turn-result.ts';

/** Teams tells of an arrival twice, and of later ones too: whoever was spoken to has been welcomed. */
export async function turnOnArrival(world: World, turn: ChatTurn, event: Arrived): Promise<TurnResult> {
  if (!turn.isFirst) return {};
  turn.remember(event.key);
  await welcome(world, turn, event);
  return {};
}

async function welcome(world: World, turn: ChatTurn, event: Arrived): Promise<void> {
  const edition = await findCurrentEdition(world.store);
  const notOpen = notOpenNotice(edition, event.at, undefined, turn.person.language);
  if (notOpen !== undefined) turn.post(notOpen);
  if (notOpen !== undefined || edition === undefined) return;
  turn.moveCardDown(beginDraft(world, turn, edition, 'intake.welcome').id);
}
