import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { createChatLink } from './cards/chat-link.ts';
import { previewEdition } from './cards/edition-preview.ts';
import { createTabLink } from './cards/tab-link.ts';
import { createEditionDesk } from './commands/edition-desk.ts';
import { drawMessages } from './compose/draw-messages.ts';
import { chargeRequests } from './compose/charge-requests.ts';
import { doorsInSight } from './compose/doors-in-sight.ts';
import { keepViews } from './compose/keep-views.ts';
import { startLeaderWork } from './compose/lead-work.ts';
import { rolesOf } from './compose/server-roles.ts';
import { startSharedWork } from './compose/share-work.ts';
import { stopAll } from './compose/stop-all.ts';
import { createTeamsHandlers } from './compose/teams-handlers.ts';
import { watchSending } from './compose/watch-sending.ts';
import { readAddresses } from './conversation/reading/read-addresses.ts';
import { startTurns } from './delivery/take-turns.ts';
import { measureRequests } from './http/measure-requests.ts';
import { addSecurityText } from './http/security-text.ts';
import { feedbackWords } from './conversation/feedback-words.ts';
import { createHttpServer } from './http/server.ts';
import { addStaticRoutes } from './http/static-routes.ts';
import { addTab } from './http/tab/add-tab.ts';
import { createTabGate } from './http/tab/tab-gate.ts';
import type { Settings } from './settings.ts';
import { readSettings } from './settings.ts';
import { expectWhole } from './store/backup/restore-mark.ts';
import { measureStore } from './store/measured-store.ts';
import { openStore } from './store/open-store.ts';
import { shareFeed } from './store/shared-feed.ts';
import { connectTeams } from './teams/connect-teams.ts';
import { messagesRoute } from './teams/messages-route.ts';
import { startTelemetry } from './telemetry/telemetry.ts';
import { exportWords } from './texts/export-words.ts';
import { text } from './texts/texts.ts';
import type { World } from './use-cases/world.ts';

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
  const telemetry = await startTelemetry(settings.telemetry?.connectionString, log);
  const charges = chargeRequests(log);
  const opened = await openStore(settings.store, {
    production: settings.environment === 'production',
    clientId: settings.bot.appId,
    onCharge: (operation, requestUnits) => {
      charges.onCharge(operation, requestUnits);
      telemetry.store.charged(operation, requestUnits);
    },
  });
  await expectWhole(opened);
  const store = shareFeed(measureStore(opened, telemetry.store.done));
  const now = () => new Date().toISOString();
  const roles = rolesOf(settings, { store, log });

  const views = keepViews({ store, now, log, others: roles.others });
  const world: World = {
    store,
    readModel: views.readModel,
    similar: views.similar,
    now,
    newId: () => crypto.randomUUID(),
    firstOrganisers: new Set(settings.firstOrganisers),
  };
  const { manifestId, serviceUrlHosts, appId } = settings.bot;
  const { graphAddress, tab } = settings;
  const registration = { clientId: tab.appId, tenantId: settings.bot.tenantId, authority: tab.authority };
  const { messenger, roster } = connectTeams({
    ...{ appId, manifestId, serviceUrlHosts, graphAddress, registration, log },
  });
  const turns = startTurns(roles.limits.asking);
  const deepLink = createTabLink({ appId: manifestId, tabId });
  const sight = doorsInSight(roles.others, views);
  const handlers = sight.handlers(createTeamsHandlers({ world, views, roster, turns, deepLink, log }));

  const watch = watchSending(telemetry);
  const shared = startSharedWork(world, log, roles.lease);
  const led = roles.lead((mayGoOn) =>
    startLeaderWork({
      ...{ world, views, messenger, mayGoOn, watch, log },
      render: drawMessages({ world, views, deepLink, appId }),
      settleMs: settings.deliverySettleMs,
      limits: roles.limits.sending,
    }),
  );

  const server = createHttpServer(
    { waitingFor: views.waitingFor },
    {
      https: settings.publicAddress.startsWith('https://'),
      onBrokenOff: (error) => log.warn({ err: error }, 'an answer was broken off'),
    },
  );
  server.pre(charges.perRequest);
  measureRequests(server, telemetry.request);
  const tabGate = sight.gate(createTabGate({ ...settings.tab, tenantIds: settings.bot.tenantIds }));
  server.post(
    '/api/messages',
    messagesRoute({
      bot: settings.bot,
      handlers,
      log,
      onTurn: telemetry.turn,
      sentences: (language) => ({
        failed: text(language, 'app.unexpected'),
        stillWorking: text(language, 'app.still-working'),
        dialogGone: text(language, 'app.dialog-gone'),
      }),
    }),
  );
  const streams = addTab(server, {
    ...{ world: sight.live(world), gate: tabGate, log, exportWords, feedbackWords },
    contacts: views.contacts,
    chatLink: createChatLink({ appId }),
    rank: views.rankAside,
    editionDesk: { ...createEditionDesk(), preview: previewEdition, readAddresses },
  });
  addStaticRoutes(server, tabFolder, settings.tab.hostOrigins);
  addSecurityText(server, settings);

  server.listen(settings.port, settings.host, () => log.info({ port: settings.port }, 'listening'));

  const stop = async () => {
    log.info('stopping');
    streams.close();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    await stopAll([led, shared]);
    turns.stop();
    await views.stop();
    await store.close();
    await telemetry.stop();
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
