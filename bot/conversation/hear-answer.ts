import type { Draft } from '../domain/draft/draft.ts';
import { takeReading } from './answer.ts';
import type { Heard } from './heard.ts';
import { remarked } from './heard.ts';
import { answerKindOf } from './hear-interjection.ts';
import { askedIn } from './reading/question.ts';
import { readInterjection } from './reading/read-interjection.ts';
import { bareWords } from './reading/words.ts';
import type { Reading, Step, StepContext } from './steps/step.ts';
import { review } from './steps/steps.ts';
import { wordsText } from './wording.ts';

/** What was typed at a question, taken as its answer if it can be one. */
export function hearAnswer(draft: Draft, step: Step, typed: string, context: StepContext): Heard {
  const reading = step.read(typed, context);
  if (isUnknownQuestion(reading, step, typed, context)) {
    return { draft: remarked(draft, 'info', 'aside.unknown') };
  }
  const heard = takeReading(draft, step, reading, { answer: typed }, context);
  if (reading.kind === 'unclear' || reading.remark !== undefined) return heard;
  if (!isDoubtful(step, typed, context)) return heard;
  return { ...heard, draft: withDoubtSaid(heard.draft, step, context) };
}

/** A question that is no answer there, and not one that is known. */
function isUnknownQuestion(reading: Reading, step: Step, typed: string, { edition }: StepContext): boolean {
  if (reading.kind === 'understood' || reading.choices !== undefined) return false;
  if (askedIn(typed) === undefined) return false;
  return answerKindOf(step, edition) === 'choice' || endsAsQuestion(typed);
}

/** Words that are taken for an answer, though they could be meant for the bot. */
function isDoubtful(step: Step, typed: string, { edition }: StepContext): boolean {
  if (answerKindOf(step, edition) === 'choice') return false;
  if (readInterjection(typed, 'choice') !== undefined || beginsAsCommand(typed)) return true;
  return endsAsQuestion(typed) && askedIn(typed) !== undefined;
}

const mostWords = 6;
const commanding: readonly string[] = ['back', 'stop', 'skip', 'help', 'start-over', 'delete'];

/** "Terug naar de buurt", "verwijder mijn gegevens": a title or a wish. */
function beginsAsCommand(typed: string): boolean {
  const [first = '', ...rest] = bareWords(typed).split(' ');
  if (rest.length >= mostWords) return false;
  const begun = readInterjection(first, 'choice');
  if (begun === undefined || begun.kind === 'aside') return false;
  return commanding.includes(begun.kind === 'command' ? begun.command : begun.request);
}

function endsAsQuestion(typed: string): boolean {
  return typed.trimEnd().endsWith('?');
}

function withDoubtSaid(draft: Draft, step: Step, { language }: StepContext): Draft {
  const label = wordsText(language, step.label);
  const undo = draft.step === review ? 'intake.noted.review' : 'intake.noted';
  return remarked(draft, 'info', undo, { label });
}
