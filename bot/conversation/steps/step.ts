import type { Remark } from '../../domain/draft/draft.ts';
import type { Edition, KnownStepId } from '../../domain/edition/edition.ts';
import type { Instant, PlainDay } from '../../domain/instant.ts';
import type { Language, Person } from '../../domain/person.ts';
import type { SubmissionFields } from '../../domain/submission/submission.ts';
import type { TextKey, TextValues } from '../../texts/texts.ts';
import type { Similar } from '../../use-cases/submitting/find-similar.ts';
import type { Words } from '../wording.ts';

export type Answers = Partial<SubmissionFields>;

/** What is typed on a card, by input. Text in the chat is the input `answer`. */
export type Inputs = Record<string, string>;

/** A question that the product knows, or `own-…`: one of the edition's. */
export type StepId = KnownStepId | `own-${string}`;

/** What a step reads and shows by. */
export interface StepContext {
  edition: Edition;
  person: Person;
  language: Language;
  now: Instant;
  today: PlainDay;
  answers: Answers;
  /** Options that stand because what was typed could mean several things. */
  choices: readonly string[];
  /** Questions that may be left open, and were. */
  skipped: readonly string[];
  /** What was here before and resembles an initiative of which this is answered. */
  similarTo: (answers: Answers) => readonly Similar[];
}

/** One question of the intake. Whether it is tapped or typed, the same answer comes out. */
export interface Step {
  id: StepId;
  /** Whether it need not be asked, as things stand; it is asked unless told. */
  isSettled?(context: StepContext): boolean;
  /** What an overview calls it. */
  label: Words;
  /** What else people call it, in either language: "wijzig de gemeente". */
  alsoCalled?: readonly string[];
  question(context: StepContext): Words;
  explanation(context: StepContext): Words | undefined;
  /** For question and explanation. */
  values?(context: StepContext): TextValues;
  /** The option that says that there is none: offered, it makes a button for leaving the question open needless. */
  nothing?: string;
  /** What can be tapped. */
  options(context: StepContext): Option[];
  /** What can be typed on the card. */
  inputs(context: StepContext): Input[];
  /** Whether what somebody typed answers this question, though elsewhere it means a command: "nieuw". */
  claims?(typed: string, context: StepContext): boolean;
  /** What somebody means by what they typed in the chat. */
  read(typed: string, context: StepContext): Reading;
  /** What the inputs of the card say; the same as typing the first, unless told. */
  fill?(inputs: Inputs, context: StepContext): Reading;
  /** What a tapped option says: its value is as the client sent it. */
  pick(option: string, context: StepContext): Reading;
  /** The answer as a reader would write it, with what was typed in it as it was typed; `undefined` when there is none. */
  show(context: StepContext): string | undefined;
}

export interface Option {
  value: string;
  /** As a reader would write it. */
  title: string;
  explanation?: string;
  /** It is the answer now. */
  chosen?: boolean;
}

export type Input = LineInput | ChoiceInput | ToggleInput;

interface AnyInput {
  id: string;
  label: Words;
  value: string;
  /** Without it there is no answer. */
  required: boolean;
}

export interface LineInput extends AnyInput {
  kind: 'line' | 'lines' | 'mail' | 'phone';
  placeholder: Words;
  /** Characters. */
  most: number;
  /** Whether it is long enough to say how much of the room is taken. */
  isCounted?: boolean;
}

export interface ChoiceInput extends AnyInput {
  kind: 'choice';
  choices: { value: string; title: Words }[];
  /** What the choice that stands leads to, when that is not what they hope. */
  note?: Words;
}

/** On is `true`, off is `false`. */
interface ToggleInput extends AnyInput {
  kind: 'toggle';
  /** What stands beside the box. */
  title: Words;
}

export type Reading =
  /** `undefined` in it takes an answer away. */
  | {
      kind: 'understood';
      answers: Answers;
      remark?: Remark;
      /** `stay` keeps the question, for more of an answer; `pause` is what *stop* does. */
      wish?: 'stay' | 'pause';
    }
  | { kind: 'unclear'; remark: Remark; choices?: string[] };

export function unclear(text: TextKey, values: TextValues = {}, choices?: string[]): Reading {
  return { kind: 'unclear', remark: { tone: 'mend', text, values }, ...(choices && { choices }) };
}

export function understood(answers: Answers, remark?: Remark): Reading {
  return { kind: 'understood', answers, ...(remark && { remark }) };
}

/** A word that tells what was made of an answer. */
export function told(text: TextKey, values: TextValues = {}): Remark {
  return { tone: 'info', text, values };
}
