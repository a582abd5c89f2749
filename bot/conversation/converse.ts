import type { Draft } from '../domain/draft/draft.ts';
import type { Language } from '../domain/person.ts';
import { personId } from '../domain/person.ts';
import { personPartition } from '../store/documents/person-documents.ts';
import { text } from '../texts/texts.ts';
import { retryWhenChanged } from '../use-cases/retry-when-changed.ts';
import type { World } from '../use-cases/world.ts';
import { leaveOutlivedChange } from './begin-change.ts';
import { ChatTurn } from './chat-turn.ts';
import { finishHandingIn } from './finish-handing-in.ts';
import { hearOwn } from './hear-own.ts';
import type { Arrived, Said, TapReply, Tapped } from './inbound-event.ts';
import type { Asking, LearnMail } from './learn-mail.ts';
import { createLearnMail } from './learn-mail.ts';
import { readOwnTap } from './own-tap-data.ts';
import type { PersonalView } from './personal-view.ts';
import { viewPersonal } from './personal-view.ts';
import type { Plugged } from './plugged.ts';
import { readTap } from './tap-data.ts';
import type { Reply, TurnResult } from './turn-result.ts';
import { turnOnArrival } from './turn-on-arrival.ts';
import { turnOnOwn } from './turn-on-own.ts';
import { turnOnSaid } from './turn-on-said.ts';
import { turnOnTap } from './turn-on-tap.ts';

export interface ConversationOptions extends Asking, Plugged {
  /** What somebody sees as a card, in their language. */
  draw: (view: PersonalView, language: Language) => { card: Record<string, unknown> };
}

/** The personal chat: the guided intake and what belongs to it. */
export interface Conversation {
  /** The same message again has no second effect. */
  said(event: Said): Promise<void>;
  /** The same tap again has no second effect and the same answer. */
  tapped(event: Tapped): Promise<TapReply>;
  /** Welcomes, once. */
  arrived(event: Arrived): Promise<void>;
}

export function createConversation(world: World, options: ConversationOptions): Conversation {
  const learnMail = createLearnMail(world.store, options);
  const hear: NonNullable<Plugged['hearFirst']>[number] = (turn, event) => hearOwn(world, turn, event);
  const plugged: Plugged = { ...options, hearFirst: [...(options.hearFirst ?? []), hear] };
  return {
    async said(event) {
      await takeTurn(world, learnMail, event, (turn) => turnOnSaid(world, turn, event, plugged));
    },
    async arrived(event) {
      await takeTurn(world, learnMail, event, (turn) => turnOnArrival(world, turn, event));
    },
    async tapped(event) {
      const decide = decisionOn(world, event);
      if (decide === undefined) return refuse('malformed', event.person.language);
      const { reply } = await takeTurn(world, learnMail, event, decide);
      return reply === undefined
        ? refuse('malformed', event.person.language)
        : answer(world, options, event, reply);
    },
  };
}

type Decide = (turn: ChatTurn) => Promise<TurnResult>;

/** @returns `undefined` when it is not what a card of ours sends */
function decisionOn(world: World, event: Tapped): Decide | undefined {
  const own = readOwnTap(event.verb, event.data);
  if (own !== undefined) return (turn) => turnOnOwn(world, turn, event, own);
  const tap = readTap(event.verb, event.data);
  return tap && ((turn) => turnOnTap(world, turn, event, tap));
}

/** One commit; then what was handed in is carried out. Should that fail, the change feed has it carried out later. */
async function takeTurn(
  world: World,
  learnMail: LearnMail,
  event: Said | Arrived | Tapped,
  decide: Decide,
): Promise<TurnResult> {
  const person = await learnMail(event.person);
  const partition = personPartition(personId(person));
  for (;;) {
    const result = await retryWhenChanged(partition, async () => {
      const turn = await ChatTurn.load(world.store, person, event.at);
      const unfinished = unfinishedOf(turn.draft);
      if (unfinished !== undefined) return { unfinished };
      await leaveOutlivedChange(world, turn);
      const decided = await decide(turn);
      await turn.commit();
      return decided;
    });
    if ('unfinished' in result) {
      await finishHandingIn(world.store, partition, result.unfinished);
      continue;
    }
    if (result.handsIn !== undefined) await finishHandingIn(world.store, partition, result.handsIn);
    return result;
  }
}

function unfinishedOf(draft: Draft | undefined): string | undefined {
  return draft?.status === 'handing-in' ? draft.id : undefined;
}

async function answer(
  world: World,
  { draw }: ConversationOptions,
  { person }: Tapped,
  reply: Reply,
): Promise<TapReply> {
  const { language } = person;
  if ('message' in reply)
    return { kind: 'message', text: text(language, reply.message.text, reply.message.values) };
  if ('refuse' in reply) {
    const sentence = text(language, reply.refuse.text, reply.refuse.values);
    // Teams draws an error without Markdown.
    return { kind: 'error', code: reply.code, text: sentence.replaceAll('**', '') };
  }
  const view = await viewPersonal(world, personId(person), reply.show, language, reply.aside);
  return view === undefined
    ? refuse('not-found', language)
    : { kind: 'card', card: draw(view, language).card };
}

/** Says the same whether it is somebody else's, is gone, or never was. */
function refuse(code: 'malformed' | 'not-found', language: Language): TapReply {
  return { kind: 'error', code, text: text(language, 'intake.refused') };
}
