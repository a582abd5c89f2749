import type { Draft } from '../domain/draft/draft.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { Instant } from '../domain/instant.ts';
import { asideText } from './asides.ts';
import type { Heard } from './heard.ts';
import { remarked } from './heard.ts';
import { hearCommand } from './hear-command.ts';
import { hearRequest } from './hear-request.ts';
import type { AnswerKind } from './reading/phrasebook.ts';
import { readInterjection } from './reading/read-interjection.ts';
import type { Step, StepContext } from './steps/step.ts';

/** What is typed instead of an answer: a command, a request or a question; `undefined` for what may be an answer. */
export function hearInterjection(
  draft: Draft,
  step: Step | undefined,
  { typed, at }: { typed: string; at: Instant },
  context: StepContext,
): Heard | undefined {
  if (step?.claims?.(typed, context)) return undefined;
  const interjection = readInterjection(typed, answerKindOf(step, context.edition));
  if (interjection === undefined) return undefined;
  switch (interjection.kind) {
    case 'command':
      return hearCommand(draft, interjection.command, context);
    case 'request':
      return hearRequest(draft, interjection.request);
    case 'aside': {
      const { text, values } = asideText(interjection.aside, context.edition, context.language, at);
      return { draft: remarked(draft, 'info', text, values) };
    }
    default:
      return interjection satisfies never;
  }
}

/** Whether any words may be the answer there. */
export function answerKindOf(step: Step | undefined, edition: Edition): AnswerKind {
  switch (step?.id) {
    case 'title':
    case 'description':
    case 'proof':
      return 'free-text';
    default: {
      const asked = edition.steps.find((each) => 'id' in each && each.id === step?.id);
      return asked?.ask === 'line' || asked?.ask === 'lines' ? 'free-text' : 'choice';
    }
  }
}
