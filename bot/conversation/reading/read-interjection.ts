import type { AnswerKind } from './phrasebook.ts';
import type { AsideId } from './read-aside.ts';
import { readAside } from './read-aside.ts';
import type { Command } from './read-command.ts';
import { readCommand, readCommandIn } from './read-command.ts';
import type { Request } from './read-request.ts';
import { readRequest } from './read-request.ts';

/** What somebody says instead of an answer. */
export type Interjection =
  | { kind: 'command'; command: Command }
  | { kind: 'request'; request: Request }
  | { kind: 'aside'; aside: AsideId };

/**
 * What is meant by something that is no answer to the question that stands; `undefined` for what may be one.
 * What says nothing but a command or a request comes first, then what can be answered at once, then what has such a
 * thing in it.
 */
export function readInterjection(text: string, at: AnswerKind): Interjection | undefined {
  return plain(text) ?? aside(text, at) ?? (at === 'choice' ? loose(text) : undefined);
}

function plain(text: string): Interjection | undefined {
  const command = readCommand(text);
  if (command !== undefined) return { kind: 'command', command };
  const request = readRequest(text, 'free-text');
  if (request !== undefined) return { kind: 'request', request };
  const inSentence = readCommandIn(text, 'free-text');
  return inSentence && { kind: 'command', command: inSentence };
}

function aside(text: string, at: AnswerKind): Interjection | undefined {
  const found = readAside(text, at);
  return found && { kind: 'aside', aside: found };
}

function loose(text: string): Interjection | undefined {
  const request = readRequest(text, 'choice');
  if (request !== undefined) return { kind: 'request', request };
  const command = readCommandIn(text, 'choice');
  return command && { kind: 'command', command };
}
