import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentStore } from '../../bot/store/port.ts';
import { addExampleTo } from '../teams/example/add-example.ts';
import type { Simulator, SimulatorOptions } from '../teams/simulator.ts';
import { startSimulator } from '../teams/simulator.ts';
import type { SpawnedBot } from '../teams/spawn-bot.ts';
import { freePort, spawnBot } from '../teams/spawn-bot.ts';
import { startLoadBalancer, type LoadBalancer } from './load-balancer.ts';
import { cosmosAppStore, sqliteAppStore, type AppStore } from './app-store.ts';

/** The whole app, as `npm start` runs it: a Teams to live in, and the server in a process of its own. */
export interface App {
  simulator: Simulator;
  /** The first of its servers. */
  bot: SpawnedBot;
  /** All of them. */
  servers: SpawnedBot[];
  store: AppStore;
  /** SIGKILL of all servers and a start on the same data. */
  crash(): Promise<void>;
  /** A start after the server was stopped or killed. */
  restart(): Promise<void>;
  /** The same of one of several servers. */
  restartOne(which: number): Promise<void>;
  /** Stops the server and looks into its store. */
  inspect<T>(look: (store: DocumentStore) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

export interface AppOptions {
  /** The dozen earlier submissions; without them unless told. */
  withSubmissions?: boolean;
  /** How many servers, with something in front that takes turns; one, and nothing in front, unless told. */
  servers?: number;
  /** Where it keeps its documents; what the variable STORE says, or the embedded store, unless told. */
  store?: 'sqlite' | 'cosmos';
  simulator?: Partial<SimulatorOptions>;
  /** Puts more into the store before the server starts. */
  prepare?: (store: DocumentStore) => Promise<void>;
  /** Settings beside those that the simulator gives. */
  environment?: Record<string, string>;
}

export async function startApp(options: AppOptions = {}): Promise<App> {
  const folder = await mkdtemp(join(tmpdir(), 'app-'));
  const appFolder = join(folder, 'app');
  const ports = await Promise.all(Array.from({ length: options.servers ?? 1 }, freePort));
  const front = await startFront(ports);
  const simulator = await startSimulator({ botAddress: front.address, ...options.simulator });
  const store = isOnCosmos(options) ? await cosmosAppStore(simulator, folder) : sqliteAppStore(appFolder);
  await useStore(store, async (opened) => {
    await addExampleTo(opened, simulator, { withoutSubmissions: options.withSubmissions !== true });
    await options.prepare?.(opened);
  });
  const spawnOn = (port: number) =>
    spawnBot({
      ...simulator.environment(port, appFolder),
      LOG_LEVEL: 'info',
      ...store.environment,
      ...options.environment,
    });
  const servers = ports.map(spawnOn);
  const app: App = {
    simulator,
    get bot() {
      return firstOf(servers);
    },
    servers,
    store,
    crash: async () => {
      await Promise.all(servers.map((each) => each.kill()));
      await app.restart();
    },
    restart: async () => {
      await Promise.all(ports.map((_, which) => app.restartOne(which)));
    },
    restartOne: async (which) => {
      const again = spawnOn(ports[which] ?? 0);
      servers[which] = again;
      await again.ready();
    },
    inspect: async (look) => {
      await Promise.all(servers.map((each) => each.stop()));
      return useStore(store, look);
    },
    stop: async () => {
      await Promise.all(servers.map((each) => each.stop()));
      await front.stop();
      await simulator.stop();
      await store.stop();
      await rm(folder, { recursive: true });
    },
  };
  await Promise.all(servers.map((each) => each.ready()));
  await simulator.installInTeam();
  return app;
}

function isOnCosmos({ store }: AppOptions): boolean {
  return (store ?? process.env.STORE) === 'cosmos';
}

function firstOf(servers: readonly SpawnedBot[]): SpawnedBot {
  const [first] = servers;
  if (first === undefined) throw new Error('there is no server');
  return first;
}

/** Where people come to: the one server, or what stands in front of several. */
async function startFront(ports: readonly number[]): Promise<Pick<LoadBalancer, 'address' | 'stop'>> {
  const addresses = ports.map((port) => `http://127.0.0.1:${port}`);
  const [only = '', ...others] = addresses;
  if (others.length > 0) return startLoadBalancer(addresses, await freePort());
  return { address: only, stop: () => Promise.resolve() };
}

async function useStore<T>(kept: AppStore, work: (store: DocumentStore) => Promise<T>): Promise<T> {
  const store = await kept.open();
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
