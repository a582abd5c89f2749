import { questionLength } from '../domain/question.ts';
import { askQuestion } from '../use-cases/questions/ask-question.ts';
import type { World } from '../use-cases/world.ts';
import type { ChatTurn } from './chat-turn.ts';
import type { Said } from './inbound-event.ts';
import { notice } from './notices.ts';
import type { Plugged, Respond } from './plugged.ts';
import { readCommand } from './reading/read-command.ts';
import { readRequest } from './reading/read-request.ts';
import { isNo } from './reading/read-yes-no.ts';
import { lengthOf } from './reading/words.ts';
import type { TurnResult } from './turn-result.ts';

/** How somebody puts a question to a person: they say so, and type it next, in the chat or on the card. (GD19) */
export function askOrganiser(world: World): Required<Pick<Plugged, 'requests' | 'hearFirst'>> {
  return {
    requests: { 'ask-organiser': showForm },
    hearFirst: [(turn, event) => hearQuestion(world, turn, event)],
  };
}

const showForm: Respond = async (turn) => {
  turn.note({ asking: true });
  turn.post({ kind: 'question-form' });
  return {};
};

/** What is typed next is the question, unless they have thought better of it or say something else that is plain. */
async function hearQuestion(world: World, turn: ChatTurn, event: Said): Promise<TurnResult | undefined> {
  if (turn.conversation.asking !== true) return undefined;
  const typed = event.text.trim();
  const command = readCommand(typed);
  if (command === 'stop' || command === 'back' || isNo(typed)) {
    turn.note({ asking: false });
    turn.post(notice('question.none'));
    return {};
  }
  if (command !== undefined || readRequest(typed) !== undefined) {
    turn.note({ asking: false });
    return undefined;
  }
  const tooMany = lengthOf(typed) - questionLength.most;
  if (tooMany > 0) turn.post(notice('question.too-long', { tooMany }));
  else if (typed === '') turn.post(notice(event.hasAttachment ? 'question.no-files' : 'question.empty'));
  else await ask(world, turn, event, typed);
  return {};
}

/** Asked before the turn is written: when that fails the same words come again, and are the same question. */
async function ask(world: World, turn: ChatTurn, { key, at }: Said, text: string): Promise<void> {
  await askQuestion(world.store, { key, at, person: turn.person, text });
  turn.note({ asking: false });
}
