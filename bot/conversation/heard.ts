import type { Draft, Remark } from '../domain/draft/draft.ts';
import type { TextKey, TextValues } from '../texts/texts.ts';
import type { Request } from './reading/read-request.ts';
import { isSameData } from './same-data.ts';

/** What somebody's words or tap make of their draft, before anything is stored. */
export interface Heard {
  draft: Draft;
  answered?: Answered;
  /** What they want that is more than a change of the draft. */
  wish?: Wish;
}

/** The question that was answered, and the answer as a reader would write it. */
export interface Answered {
  step: string;
  answer: string;
}

/** `discard`: they confirmed that it may be deleted. */
type Wish = 'hand-in' | 'start-over' | 'own-submissions' | 'discard' | Request;

/** The draft with its question as it was asked first: without a remark, and not waiting. */
export function asAsked(draft: Draft): Draft {
  const {
    remark: _remark,
    paused: _paused,
    startingOver: _startingOver,
    deleting: _deleting,
    ...rest
  } = draft;
  return rest;
}

/** Whether there is anything of its owner in it. */
export function holdsSomething({ answers, attempts, skipped }: Draft): boolean {
  return Object.keys(answers).length > 0 || attempts !== undefined || skipped !== undefined;
}

export function remarked(draft: Draft, tone: Remark['tone'], text: TextKey, values: TextValues = {}): Draft {
  return { ...draft, remark: { tone, text, values } };
}

/** The draft at another question: what stood at the old one stands no more, but what was typed there is kept. */
export function movedTo(draft: Draft, step: string): Draft {
  if (draft.step === step) return draft;
  const { choices: _choices, changing: _changing, ...rest } = draft;
  return { ...rest, step };
}

/**
 * The draft as it is to be stored: a new revision when the question, an answer, what there is to choose from or what
 * its owner was asked to confirm is another one, so that a tap on a card from before is known.
 */
export function revised(before: Draft, after: Draft, now: string): Draft {
  if (isSameData(before, after)) return before;
  const moved = !isSameData(standing(before), standing(after));
  return { ...after, revision: before.revision + (moved ? 1 : 0), updatedAt: now };
}

/** What a card asks, and what it is drawn with. */
function standing(draft: Draft) {
  const { step, status, answers, skipped, choices, paused, startingOver, deleting } = draft;
  return { step, status, answers, skipped, choices, paused, startingOver, deleting };
}
