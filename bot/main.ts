import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { createChatLink } from './cards/chat-link.ts';
import { drawForm } from './cards/form-card.ts';
import { renderJudgingMessage } from './cards/judging-message.ts';
import { drawPersonal, renderPersonalMessage } from './cards/personal-message.ts';
import { createRenderMessage } from './cards/render-message.ts';
import { createTabLink } from './cards/tab-link.ts';
import { createTaps } from './cards/taps.ts';
import { startClock } from './clock/start-clock.ts';
import { askOrganiser } from './conversation/ask-organiser.ts';
import { createConversation } from './conversation/converse.ts';
import { createFormDialog } from './conversation/form-dialog.ts';
import { hearJudging } from './conversation/hear-judging.ts';
import type { MentionContext } from './conversation/hear-mention.ts';
import { hearMention } from './conversation/hear-mention.ts';
import { hearTalk } from './conversation/hear-talk.ts';
import { startFinishingHandIns } from './conversation/finish-handing-in.ts';
import { createLearnPlace } from './conversation/learn-place.ts';
import { feedbackWords } from './conversation/feedback-words.ts';
import { managePeople } from './conversation/manage-people.ts';
import { remindDrafts } from './conversation/remind-drafts.ts';
import { openDesk } from './conversation/open-desk.ts';
import { switchReminders } from './conversation/switch-reminders.ts';
import { startDelivery } from './delivery/start-delivery.ts';
import type { ChatAddress } from './domain/person.ts';
import { createHttpServer } from './http/server.ts';
import { addStaticRoutes } from './http/static-routes.ts';
import { addTab } from './http/tab/add-tab.ts';
import { createTabGate } from './http/tab/tab-gate.ts';
import type { Settings } from './settings.ts';
import { readSettings } from './settings.ts';
import { startFeedReader } from './store/feed-reader.ts';
import { openStore } from './store/open-store.ts';
import { shareFeed } from './store/shared-feed.ts';
import { connectTeams } from './teams/connect-teams.ts';
import type { TeamsHandlers } from './teams/handlers.ts';
import { messagesRoute } from './teams/messages-route.ts';
import { exportWords } from './texts/export-words.ts';
import { text } from './texts/texts.ts';
import { carryFixedCuts } from './use-cases/cut-next-round.ts';
import { findAddress } from './use-cases/find-address.ts';
import { channelOf } from './use-cases/answer-mention.ts';
import { startNoticingDivergence } from './use-cases/follow-divergence.ts';
import { startFollowingInvitations } from './use-cases/follow-invitations.ts';
import { startFollowingJudges } from './use-cases/follow-judges.ts';
import { startFollowingChannels } from './use-cases/follow-channels.ts';
import { startFollowingNominations } from './use-cases/follow-nominations.ts';
import { noticePlace } from './use-cases/lose-channel.ts';
import { finishAssignments } from './use-cases/assign-judges-apply.ts';
import { freezeClosedRounds } from './use-cases/close-round-freeze.ts';
import { redrawOnRoundPassing } from './use-cases/open-round-redraw.ts';
import { startKeepingThreads } from './use-cases/jury-threads.ts';
import { remindJudges } from './use-cases/remind-judges.ts';
import type { World } from './use-cases/world.ts';
import { createJuryThreads } from './views/jury-threads.ts';
import { createReadModel } from './views/kept-read-model.ts';
import { createJudgeContacts } from './views/judge-contacts.ts';
import { createOpenDrafts } from './views/open-drafts.ts';
import { createQuestionThreads } from './views/question-threads.ts';
import { createRankAside } from './views/rank-aside.ts';
import { createRankingThread } from './views/ranking-thread.ts';
import { createRankingTurns } from './views/ranking-turns.ts';
import { startSimilarIndex } from './views/similar-index.ts';

/** Where the tab's build is. */
const tabFolder = fileURLToPath(new URL('../dist/tab', import.meta.url));

/** The tab's name in the app package. */
const tabId = 'gemeentedelers';

try {
  await run(readSettings());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function run(settings: Settings): Promise<void> {
  const log = pino({ level: settings.logLevel });
  const opened = await openStore(settings.store, {
    production: settings.environment === 'production',
    clientId: settings.bot.appId,
    onCharge: (operation, requestUnits) => log.debug({ operation, requestUnits }, 'charged'),
  });
  const store = shareFeed(opened);
  const rankingThread = createRankingThread();
  const rankingTurns = createRankingTurns({ run: rankingThread.run, log });
  const asideThread = createRankingThread();
  const readModel = createReadModel(rankingTurns);
  const threads = createQuestionThreads();
  const juryThreads = createJuryThreads();
  const openDrafts = createOpenDrafts();
  const contacts = createJudgeContacts();
  const now = () => new Date().toISOString();
  const similar = startSimilarIndex({ store, now, log });
  const world: World = {
    store,
    readModel,
    similar: similar.finder,
    now,
    newId: () => crypto.randomUUID(),
    firstOrganisers: new Set(settings.firstOrganisers),
  };

  const views = startFeedReader({
    store,
    name: 'views',
    resume: 'beginning',
    pageSize: 1_000,
    log,
    handle: async (changes) => {
      readModel.apply(changes);
      threads.apply(changes);
      juryThreads.apply(changes);
      openDrafts.apply(changes);
      contacts.apply(changes);
    },
  });
  const finishing = startFinishingHandIns({ store, log });
  const nominations = startFollowingNominations({ store, log });
  const invitations = startFollowingInvitations({ store, now }, log);
  const judges = startFollowingJudges({ store, now }, log);
  const channels = startFollowingChannels(world, log);
  const keepingThreads = startKeepingThreads({ store, log });
  const divergence = startNoticingDivergence({ store, now }, log);

  const { manifestId, serviceUrlHosts, appId } = settings.bot;
  const { graphAddress } = settings;
  const { messenger, roster } = connectTeams({ appId, manifestId, serviceUrlHosts, graphAddress, log });
  const deepLink = createTabLink({ appId: manifestId, tabId });
  const delivery = startDelivery({
    store,
    messenger,
    render: createRenderMessage({
      world,
      deepLink,
      chatLink: createChatLink({ appId }),
      renderPersonal: (person, content) => renderPersonalMessage(world, person, content),
      renderJudging: async (person, content) => {
        // Counts of a read model that is still being made would be wrong.
        await views.caughtUp();
        return renderJudgingMessage({ world, contacts, deepLink }, person, content);
      },
    }),
    addresses: { of: (destination) => findAddress(store, destination) },
    timings: { settleMs: settings.deliverySettleMs, graceMs: Math.min(2_000, settings.deliverySettleMs) },
    log,
  });

  /** Per conversation, Teams counts what is asked about its members apart from what is sent. */
  const askTeams = <T>(tenantId: string, conversationId: string, call: () => Promise<T>) =>
    delivery.inTurn({ tenantId, conversationId: `members of ${conversationId}` }, call);
  const profileOf = (chat: ChatAddress, user: string, tenantId: string) =>
    askTeams(tenantId, chat.conversationId, () => roster.profileOf(chat, user));
  const asking = askOrganiser(world);
  const judging = hearJudging(world);
  const conversation = createConversation(world, {
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
  const learnPlace = createLearnPlace(world, { profileOf, log });
  const form = createFormDialog(world, { draw: drawForm });
  const mentions: MentionContext = {
    world,
    questionAt: (thread) => threads.questionAt(thread),
    channelRoster: {
      membersOf: (channel) =>
        roster.membersOf(channel, (call) => askTeams(channel.tenantId, channel.conversationId, call)),
      profileOf: (channel, user) => profileOf(channel, user, channel.tenantId),
    },
  };
  const talk = {
    store,
    threadAt: (conversationId: string) => juryThreads.threadAt(conversationId),
    threadsKnown: () => views.caughtUp(),
  };
  const handlers: TeamsHandlers = {
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
    tapped: createTaps({ world, contacts, deepLink, conversation, learnPlace }),
    dialogOpened: (event) => form.opened(event),
    dialogSubmitted: (event) => form.submitted(event),
  };

  const waitingFor = new Set(['views']);
  views.caughtUp().then(
    () => {
      waitingFor.delete('views');
      rankingTurns.begin();
    },
    () => undefined,
  );
  const clock = startClock({
    chores: [
      { name: 'reminders', run: () => remindDrafts(world, openDrafts.all()) },
      {
        name: 'judging reminders',
        run: async () => {
          if (waitingFor.size === 0) await remindJudges(world, contacts);
        },
      },
      { name: 'rounds', run: () => redrawOnRoundPassing(world) },
      { name: 'closings', run: () => freezeClosedRounds(world) },
      { name: 'cuts', run: () => carryFixedCuts(world) },
      { name: 'assignments', run: () => finishAssignments(world) },
    ],
    log,
  });

  const server = createHttpServer({ waitingFor: () => [...waitingFor] });
  const tabGate = createTabGate({ ...settings.tab, tenantIds: settings.bot.tenantIds });
  server.post(
    '/api/messages',
    messagesRoute({
      bot: settings.bot,
      handlers,
      log,
      sentences: (language) => ({
        failed: text(language, 'app.unexpected'),
        stillWorking: text(language, 'app.still-working'),
        dialogGone: text(language, 'app.dialog-gone'),
      }),
    }),
  );
  const streams = addTab(server, {
    ...{ world, gate: tabGate, log, exportWords, feedbackWords },
    chatLink: createChatLink({ appId }),
    rank: createRankAside(asideThread),
  });
  addStaticRoutes(server, tabFolder, settings.tab.hostOrigins);

  server.listen(settings.port, settings.host, () => log.info({ port: settings.port }, 'listening'));

  const stop = async () => {
    log.info('stopping');
    streams.close();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    await clock.stop();
    await delivery.stop();
    await finishing.stop();
    await nominations.stop();
    await invitations.stop();
    await judges.stop();
    await channels.stop();
    await keepingThreads.stop();
    await divergence.stop();
    await views.stop();
    await rankingTurns.stop();
    await rankingThread.stop();
    await asideThread.stop();
    await similar.stop();
    await store.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
    });
  }
}
