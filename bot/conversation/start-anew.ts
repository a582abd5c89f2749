import type { Draft } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { World } from '../use-cases/world.ts';
import { changeAnew } from './begin-change.ts';
import { beginDraft } from './begin-draft.ts';
import type { ChatTurn } from './chat-turn.ts';
import { discardDraft } from './discard-draft.ts';

/** Throws a draft away, as its owner confirmed, and begins another; of a change, the same change. */
export async function startAnew(
  world: World,
  turn: ChatTurn,
  draft: Draft,
  edition: Edition,
): Promise<Draft> {
  const { changes } = draft;
  if (changes !== undefined) return changeAnew(world, turn, { ...draft, changes }, edition);
  await discardDraft(turn, draft, world.now());
  return beginDraft(world, turn, edition, 'intake.started-over');
}
