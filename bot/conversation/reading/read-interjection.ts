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
 * Plain commands first, then what can be answered at once, then what is wrapped in a sentence.
 */
export function readInterjection(text: string, at: AnswerKind): Interjection | undefined {
  const plain = readCommand(text);
  if (plain !== undefined) return { kind: 'command', command: plain };
  const aside = readAside(text, at);
  if (aside !== undefined) return { kind: 'aside', aside };
  const request = readRequest(text, at);
  if (request !== undefined) return { kind: 'request', request };
  const command = readCommandIn(text, at);
  return command && { kind: 'command', command };
}
