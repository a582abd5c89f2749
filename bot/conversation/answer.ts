import type { Draft, Remark } from '../domain/draft/draft.ts';
import type { Heard } from './heard.ts';
import { asAsked, movedTo } from './heard.ts';
import type { Inputs, Reading, Step, StepContext } from './steps/step.ts';
import { whereNext } from './steps/steps.ts';

/** What an answer makes of the draft: taken and on to the next question, or a word on why not. */
export function takeReading(
  draft: Draft,
  step: Step,
  reading: Reading,
  typed: Inputs,
  context: StepContext,
): Heard {
  const asked = asAsked(draft);
  switch (reading.kind) {
    case 'unclear': {
      const { remark, choices } = reading;
      return { draft: withAttempt({ ...asked, remark, ...(choices && { choices }) }, step, typed) };
    }
    case 'understood': {
      const { choices: _choices, changing: _changing, ...rest } = withAnswers(asked, step, reading);
      const answered = { ...rest, ...(reading.remark && { remark: reading.remark }) };
      const now = { ...context, answers: answered.answers, skipped: answered.skipped ?? [], choices: [] };
      const stays = reading.wish === 'stay' && asked.changing ? { ...answered, changing: true } : answered;
      const next = reading.wish === 'stay' ? stays : movedTo(answered, whereNext(now));
      return {
        draft: reading.wish === 'pause' ? { ...next, paused: true } : next,
        answered: { step: step.id, answer: step.show(now) ?? '' },
      };
    }
    default:
      return reading satisfies never;
  }
}

/** What stands in a card's inputs when somebody goes elsewhere: an answer when it is one, else kept to be mended. */
export function keepTyped(draft: Draft, step: Step | undefined, typed: Inputs, context: StepContext): Draft {
  if (step === undefined || !differs(step, typed, context)) return draft;
  const reading = fill(step, typed, context);
  return reading.kind === 'understood' ? withAnswers(draft, step, reading) : withAttempt(draft, step, typed);
}

/**
 * What to say of text in a card's inputs that is no answer and too long to be kept. The card has to stay as it is, or
 * what was typed is lost.
 */
export function tooLongToKeep(
  step: Step | undefined,
  typed: Inputs,
  context: StepContext,
): Remark | undefined {
  if (step === undefined || sizeOf(typed) <= mostKept) return undefined;
  const reading = fill(step, typed, context);
  return reading.kind === 'unclear' ? reading.remark : undefined;
}

export function fill(step: Step, typed: Inputs, context: StepContext): Reading {
  return step.fill?.(typed, context) ?? step.read(typed.answer ?? '', context);
}

function withAnswers(draft: Draft, step: Step, reading: Extract<Reading, { kind: 'understood' }>): Draft {
  const { skipped, ...rest } = withoutAttempt(draft, step.id);
  const stillSkipped = skipped?.filter((id) => id !== step.id) ?? [];
  return {
    ...rest,
    answers: { ...draft.answers, ...reading.answers },
    ...(stillSkipped.length > 0 && { skipped: stillSkipped }),
  };
}

function differs(step: Step, typed: Inputs, context: StepContext): boolean {
  return step.inputs(context).some(({ id, value }) => {
    const now = typed[id]?.trim() ?? '';
    return now !== '' && now !== value;
  });
}

/** Bytes; a card that shows more than this would become too large for Teams. */
const mostKept = 4_000;

/** What was there before stays when there is nothing new that can be kept. */
function withAttempt(draft: Draft, step: Step, typed: Inputs): Draft {
  const inputs = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ''));
  const size = sizeOf(inputs);
  if (size === 0 || size > mostKept) return draft;
  return { ...draft, attempts: { ...draft.attempts, [step.id]: inputs } };
}

function withoutAttempt({ attempts = {}, ...draft }: Draft, step: string): Draft {
  const others = Object.entries(attempts).filter(([id]) => id !== step);
  return others.length === 0 ? draft : { ...draft, attempts: Object.fromEntries(others) };
}

function sizeOf(inputs: Inputs): number {
  return Object.values(inputs).reduce((sum, value) => sum + new TextEncoder().encode(value).length, 0);
}
