import { mayChaseJudges } from '../domain/access.ts';
import { isJudge } from '../domain/edition/edition-role.ts';
import type { EditionRole } from '../domain/edition/edition-role.ts';
import { findCurrentEdition, roleIn } from '../use-cases/edition-context.ts';
import { viewNextSheet } from '../use-cases/judging/view-todo.ts';
import type { World } from '../use-cases/world.ts';
import type { ChatTurn } from './chat-turn.ts';
import { holdsSomething } from './heard.ts';
import type { Said } from './inbound-event.ts';
import { notice } from './notices.ts';
import type { Plugged } from './plugged.ts';
import words from './reading/judging-words.json' with { type: 'json' };
import { createPhrasebook } from './reading/phrasebook.ts';
import type { TurnResult } from './turn-result.ts';

const phrases = createPhrasebook([words]);

/** What judges ask about their own work, and organisers about that of judges. */
export function hearJudging(world: World): Required<Pick<Plugged, 'requests' | 'hearFirst'>> {
  return {
    requests: {
      todo: async (turn) => {
        const isOwn = isJudge(await roleOf(world, turn));
        turn.post(isOwn ? { kind: 'judging-todo' } : notice('request.unavailable.todo'));
        return {};
      },
    },
    hearFirst: [(turn, event) => hear(world, turn, event)],
  };
}

/** Only from those whom it is for: to others the same words may be an answer, or mean the next question. */
async function hear(world: World, turn: ChatTurn, event: Said): Promise<TurnResult | undefined> {
  const asked = phrases.exactly(event.text);
  if (asked === undefined) return undefined;
  const role = await roleOf(world, turn);
  switch (asked) {
    case 'late':
      if (!mayChaseJudges(role)) return undefined;
      turn.note({ asking: false });
      turn.post({ kind: 'judging-late' });
      return {};
    case 'next':
      if (!isJudge(role) || isHandingIn(turn)) return undefined;
      turn.note({ asking: false });
      return showNext(world, turn);
    default:
      return asked satisfies never;
  }
}

/** To whoever is in the middle of handing in, the next one is the next question. */
function isHandingIn({ draft }: ChatTurn): boolean {
  return draft?.status === 'open' && holdsSomething(draft);
}

async function showNext(world: World, turn: ChatTurn): Promise<TurnResult> {
  const view = await viewNextSheet(world, turn.person);
  turn.post(
    view === undefined
      ? { kind: 'judging-todo' }
      : { kind: 'judging-sheet', submissionId: view.submission.id, roundId: view.round.id },
  );
  return {};
}

async function roleOf(world: World, { person }: ChatTurn): Promise<EditionRole | undefined> {
  const edition = await findCurrentEdition(world.store);
  return edition && roleIn(world, edition.id, person);
}
