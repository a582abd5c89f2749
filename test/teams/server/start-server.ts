import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connectorRoutes } from './connector-routes.ts';
import { teamsTimings, type ChannelMessages, type Core, type IsInSight, type Timings } from './core.ts';
import { openFaults } from './faults.ts';
import { graphRoutes } from './graph-routes.ts';
import { createHttpServer, type Route } from './http-server.ts';
import { identityRoutes } from './identity-routes.ts';
import { openLimits } from './limits.ts';
import { openPageEvents } from './page-events.ts';
import { pageRoutes } from './page-routes.ts';
import { openState } from './state.ts';
import { staticRoutes } from './static-files.ts';
import { openTokens } from './tokens.ts';
import { makeWorld, type AppIds } from './world.ts';

export interface ServerOptions {
  /** Where the simulator keeps its state, in a folder `teams`; absent: in memory. */
  folder?: string;
  /** 0: any free one. */
  port: number;
  botAddress: string;
  appIds: AppIds;
  /** Whether Teams' rates are enforced. */
  limits: boolean;
  timings?: Partial<Timings>;
  channelMessages: ChannelMessages;
  membersPerPage: number;
  hasMoreChannels: boolean;
  isInSight: IsInSight;
  /** Folder of the built page. */
  page: string;
  now: () => number;
}

export interface RunningServer {
  core: Core;
  setBotAddress: (address: string) => void;
  /** Resolves when no call and no work in the background is under way. */
  settled: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts the simulator's server on loopback. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const state = openState(options.folder);
  let routes: Route[] = [];
  const background = new Set<Promise<unknown>>();
  const inBackground = (work: Promise<unknown>) => track(background, work);
  const server = createHttpServer(() => routes, inBackground);
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  // @NOTE a server that listens on a port has no other kind of address
  const { port } = server.address() as AddressInfo;
  const world = makeWorld(`http://127.0.0.1:${port}`, options.appIds, options.hasMoreChannels);

  let botAddress = options.botAddress;
  const stopping = new AbortController();
  const core: Core = {
    world,
    state,
    tokens: await openTokens(world, state),
    faults: openFaults(),
    limits: options.limits ? openLimits() : undefined,
    events: openPageEvents(),
    timings: { ...teamsTimings, ...options.timings },
    violations: [],
    deliveries: [],
    edits: [],
    isInSight: options.isInSight,
    identitySecret: await state.setting('identity-secret', async () => randomBytes(24).toString('hex')),
    channelMessages: options.channelMessages,
    membersPerPage: options.membersPerPage,
    botAddress: () => botAddress,
    now: options.now,
    violation: (kind, detail) => core.violations.push({ kind, detail, at: options.now() }),
    stopping: stopping.signal,
    inBackground,
  };
  routes = [
    ...identityRoutes(core),
    ...connectorRoutes(core),
    ...graphRoutes(core),
    ...pageRoutes(core),
    ...staticRoutes(options.page),
  ];

  return {
    core,
    setBotAddress: (address) => {
      botAddress = address;
    },
    settled: () => settled(background),
    async stop() {
      stopping.abort();
      core.events.close();
      server.close();
      server.closeAllConnections();
      await settled(background);
      state.close();
    },
  };
}

async function settled(background: ReadonlySet<Promise<unknown>>): Promise<void> {
  while (background.size > 0) await Promise.all(background);
}

function track(background: Set<Promise<unknown>>, work: Promise<unknown>): void {
  const quiet = work
    .catch((error: unknown) => console.error('Teams simulator:', error))
    .finally(() => background.delete(quiet));
  background.add(quiet);
}
