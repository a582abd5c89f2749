import { z } from 'zod';
import type { Tapped, TapReply } from '../conversation/inbound-event.ts';
import { questionLength } from '../domain/question.ts';
import { text } from '../texts/texts.ts';
import { askQuestion } from '../use-cases/questions/ask-question.ts';
import { continueQuestion } from '../use-cases/questions/continue-question.ts';
import { endAsking } from '../use-cases/questions/end-asking.ts';
import { RefusedError } from '../use-cases/refusal.ts';
import { sideOf, viewQuestion, viewQuestionLine } from '../use-cases/questions/view-question.ts';
import type { World } from '../use-cases/world.ts';
import type { Drawing } from './drawing.ts';
import { expandCard } from './expand-card.ts';
import type { Unsent } from './question-cards.ts';
import { questionFormDrawing, questionLineDrawing, questionPostDrawing } from './question-cards.ts';

const id = z.string().regex(/^[\w-]{1,64}$/);
const typed = z.string().max(100_000).default('');
const places = z.coerce.number().int().positive().max(1_000);

const ask = z.object({ question: typed });
const answer = z.object({ question: id, answer: typed, lines: places });
const reply = z.object({ question: id, reply: typed, place: places });

type Handle = (world: World, event: Tapped) => Promise<TapReply>;

const verbs: Partial<Record<string, Handle>> = {
  'question.ask': tapAsk,
  'question.answer': tapAnswer,
  'question.reply': tapReply,
};

/** What cards about a question to the organisation can ask. */
export const questionVerbs: readonly string[] = Object.keys(verbs);

/** Answers taps about questions: what was typed is sent once, or stays in its field with what is wrong with it. */
export function createQuestionTaps(world: World): (event: Tapped) => Promise<TapReply> {
  return async (event) => {
    try {
      return await (verbs[event.verb]?.(world, event) ?? Promise.reject(new RefusedError('malformed')));
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      const sentence = text(event.person.language, `refusal.${error.code}`);
      return { kind: 'error', code: error.code, text: sentence };
    }
  };
}

async function tapAsk(world: World, event: Tapped): Promise<TapReply> {
  const { question } = read(ask, event);
  const { language } = event.person;
  const unsent = faultOf(question);
  if (unsent !== undefined) return card(questionFormDrawing(language, unsent));
  await askQuestion(world.store, { ...event, text: question.trim() });
  await endAsking(world.store, event.person);
  return card(questionFormDrawing(language));
}

async function tapAnswer(world: World, event: Tapped): Promise<TapReply> {
  const data = read(answer, event);
  const side = await sideOf(world, event.person, (await viewQuestion(world.store, data.question))?.question);
  if (side !== 'organisation') throw new RefusedError('not-found');
  const unsent = faultOf(data.answer);
  if (unsent === undefined) {
    await continueQuestion(world, { ...event, questionId: data.question, text: data.answer.trim() });
  }
  const view = await viewQuestion(world.store, data.question);
  if (view === undefined) throw new RefusedError('not-found');
  return card(questionPostDrawing(view, unsent));
}

async function tapReply(world: World, event: Tapped): Promise<TapReply> {
  const data = read(reply, event);
  const view = await viewQuestionLine(world.store, data.question, data.place);
  const side = await sideOf(world, event.person, view?.question);
  if (view === undefined || side !== 'asker') throw new RefusedError('not-found');
  const unsent = faultOf(data.reply);
  if (unsent === undefined) {
    await continueQuestion(world, { ...event, questionId: data.question, text: data.reply.trim() });
  }
  const reader = { in: 'chat' as const, language: event.person.language };
  return card(questionLineDrawing(view, reader, unsent === undefined ? { sent: true } : { unsent }));
}

/** @throws RefusedError `malformed` when it is not what a card of ours sends */
function read<T>(schema: z.ZodType<T>, { data }: Tapped): T {
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new RefusedError('malformed');
  return parsed.data;
}

function faultOf(said: string): Unsent | undefined {
  if (said.trim() === '') return { typed: '', fault: { text: 'question.empty' } };
  const tooMany = Array.from(said.trim()).length - questionLength.most;
  if (tooMany <= 0) return undefined;
  const kept = Array.from(said)
    .slice(0, 2 * questionLength.most)
    .join('');
  return { typed: kept, fault: { text: 'question.too-long', values: { tooMany } } };
}

function card({ template, values }: Drawing): TapReply {
  return { kind: 'card', card: expandCard(template, values) };
}
