import { phaseOf } from '../domain/edition/edition.ts';
import { findCurrentEdition } from '../use-cases/edition-context.ts';
import type { World } from '../use-cases/world.ts';
import type { ChatTurn } from './chat-turn.ts';
import type { Said } from './inbound-event.ts';
import type { Plugged } from './plugged.ts';
import { sayAtDraft } from './say-at-draft.ts';
import { sayBesides } from './say-besides.ts';
import type { TurnResult } from './turn-result.ts';

/** What was typed has an effect once, and one message as its answer. */
export async function turnOnSaid(
  world: World,
  turn: ChatTurn,
  event: Said,
  plugged: Plugged,
): Promise<TurnResult> {
  if (turn.knows(event.key)) return {};
  turn.remember(event.key);
  for (const hear of plugged.hearFirst ?? []) {
    const heard = await hear(turn, event);
    if (heard !== undefined) return heard;
  }
  const edition = await findCurrentEdition(world.store);
  const { draft } = turn;
  const isOpen = edition !== undefined && phaseOf(edition, event.at) === 'open';
  return isOpen && draft?.status === 'open'
    ? sayAtDraft(world, turn, event, { draft, edition, plugged })
    : sayBesides(world, turn, event, { edition, plugged });
}
