import { questionLength } from '../domain/question.ts';
import { answerInThread, answerMention, channelOf } from '../use-cases/answer-mention.ts';
import type { ChannelUse } from '../use-cases/bind-channel.ts';
import { bindChannel } from '../use-cases/bind-channel.ts';
import { continueQuestion } from '../use-cases/continue-question.ts';
import { RefusedError } from '../use-cases/refusal.ts';
import type { World } from '../use-cases/world.ts';
import type { TextKey } from '../texts/texts.ts';
import type { Mentioned } from './inbound-event.ts';
import { readChannelUse } from './reading/read-channel-use.ts';
import { lengthOf } from './reading/words.ts';

export interface MentionContext {
  world: World;
  /** Which question a thread is about, by Teams' name of the thread. */
  questionAt: (conversationId: string) => string | undefined;
  /** What was said is kept as talk of the jury. */
  isKept?: boolean;
}

/** What it means that somebody named the bot in a channel; each mention has one effect and one answer. */
export async function hearMention(context: MentionContext, event: Mentioned): Promise<void> {
  const questionId = context.questionAt(event.thread.conversationId);
  if (questionId !== undefined && (await passOn(context.world, event, questionId))) return;
  const use = readChannelUse(event.text);
  if (use === undefined) return answerMention(context.world, event, context.isKept);
  return bind(context.world, event, use);
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

const bound: Record<ChannelUse, TextKey> = {
  jury: 'mention.bound.jury',
  organisers: 'mention.bound.organisers',
};

async function bind(world: World, event: Mentioned, use: ChannelUse): Promise<void> {
  const { serviceUrl, conversationId, tenantId, teamId } = event.thread;
  const channel = { serviceUrl, conversationId: channelOf(conversationId), tenantId, teamId };
  try {
    await bindChannel(world, event.person, use, channel);
    await answerInThread(world.store, event, { text: bound[use] });
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    await answerInThread(world.store, event, { text: `refusal.${error.code}` satisfies TextKey });
  }
}
