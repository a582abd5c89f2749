import type { AnswerKind } from './phrasebook.ts';
import { createPhrasebook } from './phrasebook.ts';
import requests from './requests.json' with { type: 'json' };

/** What somebody may ask of the app at any moment, besides the commands of the conversation itself. */
export type Request = keyof typeof requests;

const phrasebook = createPhrasebook([requests]);

/** The request that somebody typed: as a word or two of its own, or as a sentence that says nothing else. */
export function readRequest(text: string, at: AnswerKind = 'free-text'): Request | undefined {
  return phrasebook.exactly(text) ?? phrasebook.inSentence(text, at);
}
