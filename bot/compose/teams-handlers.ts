import type { Logger } from 'pino';
import { drawForm } from '../cards/form-card.ts';
import { drawPersonal } from '../cards/personal-message.ts';
import type { TabLink } from '../cards/tab-link.ts';
import { createTaps } from '../cards/taps.ts';
import { askOrganiser } from '../conversation/ask-organiser.ts';
import { createConversation } from '../conversation/converse.ts';
import { createFormDialog } from '../conversation/form-dialog.ts';
import { hearJudging } from '../conversation/hear-judging.ts';
import type { MentionContext } from '../conversation/hear-mention.ts';
import { hearMention } from '../conversation/hear-mention.ts';
import { hearTalk } from '../conversation/hear-talk.ts';
import { createLearnPlace } from '../conversation/learn-place.ts';
import { managePeople } from '../conversation/manage-people.ts';
import { openDesk } from '../conversation/open-desk.ts';
import { switchReminders } from '../conversation/switch-reminders.ts';
import type { Turns } from '../delivery/take-turns.ts';
import type { ChatAddress } from '../domain/person.ts';
import type { TeamsHandlers } from '../teams/handlers.ts';
import type { Roster } from '../teams/roster.ts';
import { channelOf } from '../use-cases/questions/answer-mention.ts';
import { noticePlace } from '../use-cases/channels/lose-channel.ts';
import type { World } from '../use-cases/world.ts';
import type { Views } from './keep-views.ts';

export interface HandlersOptions {
  world: World;
  views: Views;
  roster: Roster;
  /** For what is asked of Teams. */
  turns: Turns;
  deepLink: TabLink;
  log: Logger;
}

/** What is done with everything that comes in from Teams; any server can do it. */
export function createTeamsHandlers(options: HandlersOptions): TeamsHandlers {
  const { world, views, deepLink, log } = options;
  const people = askingTeams(options);
  const conversation = converse(world, people.profileOf, log);
  const learnPlace = createLearnPlace(world, { profileOf: people.profileOf, log });
  const form = createFormDialog(world, { draw: drawForm });
  const mentions: MentionContext = {
    world,
    questionAt: (thread) => views.threads.questionAt(thread),
    channelRoster: people.channelRoster,
  };
  const talk = {
    store: world.store,
    threadAt: (conversationId: string) => views.juryThreads.threadAt(conversationId),
    threadsKnown: () => views.caughtUp(),
  };
  return {
    said: (event) => conversation.said(event),
    arrived: (event) => conversation.arrived(event),
    mentioned: async (event) => {
      const { person, thread } = event;
      await learnPlace(person, { ...thread, conversationId: channelOf(thread.conversationId) });
      const isKept = await hearTalk(talk, event);
      await hearMention({ ...mentions, isKept }, event);
    },
    talked: async (event) => {
      await hearTalk(talk, event);
    },
    placeChanged: (event) => noticePlace(world, event),
    tapped: createTaps({ world, contacts: views.contacts, deepLink, conversation, learnPlace }),
    dialogOpened: (event) => form.opened(event),
    dialogSubmitted: (event) => form.submitted(event),
  };
}

type ProfileOf = (chat: ChatAddress, user: string, tenantId: string) => ReturnType<Roster['profileOf']>;

/** Per conversation, Teams counts what is asked about its members apart from what is sent. */
function askingTeams({ roster, turns }: HandlersOptions) {
  const ask = <T>(tenantId: string, conversationId: string, call: () => Promise<T>) =>
    turns.inTurn({ tenantId, conversationId: `members of ${conversationId}` }, call);
  const profileOf: ProfileOf = (chat, user, tenantId) =>
    ask(tenantId, chat.conversationId, () => roster.profileOf(chat, user));
  const channelRoster: MentionContext['channelRoster'] = {
    membersOf: (channel) =>
      roster.membersOf(channel, (call) => ask(channel.tenantId, channel.conversationId, call)),
    profileOf: (channel, user) => profileOf(channel, user, channel.tenantId),
  };
  return { profileOf, channelRoster };
}

function converse(world: World, profileOf: ProfileOf, log: Logger) {
  const asking = askOrganiser(world);
  const judging = hearJudging(world);
  return createConversation(world, {
    ...asking,
    requests: {
      ...asking.requests,
      ...switchReminders,
      ...judging.requests,
      ...managePeople(world),
      ...openDesk(world),
    },
    hearFirst: [...judging.hearFirst, ...asking.hearFirst],
    draw: drawPersonal,
    profileOf,
    log,
  });
}
