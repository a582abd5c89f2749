import type { Draft } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { World } from '../use-cases/world.ts';
import { beginDraft } from './begin-draft.ts';
import type { ChatTurn } from './chat-turn.ts';

/** Throws a draft away, as its owner confirmed, and begins another. */
export function startAnew(world: World, turn: ChatTurn, draft: Draft, edition: Edition): Draft {
  turn.keep({ ...draft, status: 'discarded', revision: draft.revision + 1, updatedAt: world.now() });
  return beginDraft(world, turn, edition, 'intake.started-over');
}
