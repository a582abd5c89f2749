import { questionLength } from '../domain/question.ts';
import { answerInThread, answerMention } from '../use-cases/questions/answer-mention.ts';
import { continueQuestion } from '../use-cases/questions/continue-question.ts';
import { RefusedError } from '../use-cases/refusal.ts';
import type { World } from '../use-cases/world.ts';
import type { TextKey } from '../texts/texts.ts';
import type { ChannelRoster } from './hear-people.ts';
import { hearPeople } from './hear-people.ts';
import { hearChannelWish } from './hear-channel-wish.ts';
import type { Mentioned } from './inbound-event.ts';
import { readChannelUse } from './reading/read-channel-use.ts';
import { lengthOf } from './reading/words.ts';

export interface MentionContext {
  world: World;
  /** Which question a thread is about, by Teams' name of the thread. */
  questionAt: (conversationId: string) => string | undefined;
  /** Who is in a channel, according to Teams. */
  channelRoster?: ChannelRoster;
  /** What was said is kept as talk of the jury. */
  isKept?: boolean;
}

/** What it means that somebody named the bot in a channel; each mention has one effect and one answer. */
export async function hearMention(context: MentionContext, event: Mentioned): Promise<void> {
  if (await hearPeople(context, event)) return;
  const questionId = context.questionAt(event.thread.conversationId);
  if (questionId !== undefined && (await passOn(context.world, event, questionId))) return;
  const wish = readChannelUse(event.text);
  if (wish === undefined) return answerMention(context.world, event, context.isKept);
  return hearChannelWish(context.world, event, wish);
}

/** @returns whether it was something to pass on */
async function passOn(world: World, event: Mentioned, questionId: string): Promise<boolean> {
  const { key, at, person, text } = event;
  if (text.trim() === '') return false;
  const tooMany = lengthOf(text) - questionLength.most;
  if (tooMany > 0) {
    await answerInThread(world.store, event, {
      text: 'question.too-long' satisfies TextKey,
      values: { tooMany },
    });
    return true;
  }
  try {
    const command = { key, at, person, questionId, text, inThread: true };
    const { asker } = await continueQuestion(world, command);
    await answerInThread(world.store, event, {
      text: 'question.passed-on' satisfies TextKey,
      values: { name: asker.name },
    });
    return true;
  } catch (error) {
    if (error instanceof RefusedError) return false;
    throw error;
  }
}
