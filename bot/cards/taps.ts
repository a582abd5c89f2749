import type { Conversation } from '../conversation/converse.ts';
import type { Tapped, TapReply } from '../conversation/inbound-event.ts';
import { ownVerbs } from '../conversation/own-tap-data.ts';
import type { LearnPlace } from '../conversation/learn-place.ts';
import { intakeVerbs } from '../conversation/tap-data.ts';
import { channelOf } from '../use-cases/questions/answer-mention.ts';
import { rememberTeamsUser } from '../use-cases/people/remember-teams-user.ts';
import { createDeskTaps, deskVerbs } from './desk-taps.ts';
import type { JuryTapsContext } from './jury-tap.ts';
import { createJuryTaps, juryVerbs } from './jury-taps.ts';
import type { LateTapsContext } from './late-taps.ts';
import { createLateTaps, lateVerbs } from './late-taps.ts';
import { createNominationTaps, nominationVerbs } from './nomination-taps.ts';
import { createPeopleTaps, peopleVerbs } from './people-taps.ts';
import { createQuestionTaps, questionVerbs } from './question-taps.ts';
import { createTodoTaps, todoVerbs } from './todo-taps.ts';

type AnswerTap = (event: Tapped) => Promise<TapReply>;

/** Verbs on our cards, and who answers them. */
export interface TapGroup {
  verbs: readonly string[];
  answer: AnswerTap;
}

export interface TapsContext extends JuryTapsContext, LateTapsContext {
  conversation: Pick<Conversation, 'tapped'>;
  /** Fills in what somebody who taps in a channel was invited for. */
  learnPlace?: LearnPlace;
}

/** Every verb on a card of ours is in one of these, once. */
export function tapGroups({ world, contacts, deepLink, conversation, learnPlace }: TapsContext): TapGroup[] {
  const juryTaps = createJuryTaps({ world, deepLink });
  return [
    { verbs: questionVerbs, answer: createQuestionTaps(world) },
    { verbs: nominationVerbs, answer: createNominationTaps(world) },
    { verbs: juryVerbs, answer: remembered(juryTaps) },
    { verbs: todoVerbs, answer: createTodoTaps({ world, deepLink }) },
    { verbs: deskVerbs, answer: createDeskTaps(world) },
    { verbs: lateVerbs, answer: createLateTaps({ world, contacts }) },
    { verbs: peopleVerbs, answer: createPeopleTaps(world) },
    { verbs: [...intakeVerbs, ...ownVerbs], answer: (event) => conversation.tapped(event) },
  ];

  function remembered(answer: AnswerTap): AnswerTap {
    return async (event) => {
      const { person, on, automatic } = event;
      if (on !== undefined && !automatic)
        await learnPlace?.(person, { ...on, conversationId: channelOf(on.conversationId) });
      await rememberTeamsUser(world, person);
      return answer(event);
    };
  }
}

/** Answers every tap; one that no card of ours has is the conversation's to refuse. */
export function createTaps(context: TapsContext): AnswerTap {
  const answers = new Map(
    tapGroups(context).flatMap(({ verbs, answer }) => verbs.map((verb) => [verb, answer] as const)),
  );
  return (event) => answers.get(event.verb)?.(event) ?? context.conversation.tapped(event);
}
