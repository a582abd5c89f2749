import type { Draft } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { TextKey } from '../texts/texts.ts';
import type { World } from '../use-cases/world.ts';
import type { ChatTurn } from './chat-turn.ts';
import { stepIds } from './added-steps.ts';
import { contextOf } from './intake-context.ts';
import { whereNext } from './steps/steps.ts';

/** A new draft, the one they are making from now on; it is not shown yet. */
export function beginDraft(world: World, turn: ChatTurn, edition: Edition, welcome: TextKey): Draft {
  const blank: Draft = {
    id: world.newId(),
    editionId: edition.id,
    submitter: turn.id,
    status: 'open',
    answers: {},
    step: '',
    revision: 0,
    updatedAt: world.now(),
    remark: { tone: 'welcome', text: welcome, values: {} },
    knownSteps: stepIds(edition),
    firstMessage: turn.conversation.nextMessage,
  };
  const draft = { ...blank, step: whereNext(contextOf(blank, edition, turn.person, world.now())) };
  turn.keep(draft);
  return draft;
}
