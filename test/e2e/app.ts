import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentStore } from '../../bot/store/port.ts';
import { addExampleTo } from '../teams/example/add-example.ts';
import type { Simulator, SimulatorOptions } from '../teams/simulator.ts';
import { startSimulator } from '../teams/simulator.ts';
import type { SpawnedBot } from '../teams/spawn-bot.ts';
import { freePort, spawnBot } from '../teams/spawn-bot.ts';
import { cosmosAppStore, sqliteAppStore, type AppStore } from './app-store.ts';

/** The whole app, as `npm start` runs it: a Teams to live in, and the server in a process of its own. */
export interface App {
  simulator: Simulator;
  bot: SpawnedBot;
  store: AppStore;
  /** SIGKILL and a start on the same data. */
  crash(): Promise<void>;
  /** A start after the server was stopped or killed. */
  restart(): Promise<void>;
  /** Stops the server and looks into its store. */
  inspect<T>(look: (store: DocumentStore) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

export interface AppOptions {
  /** The dozen earlier submissions; without them unless told. */
  withSubmissions?: boolean;
  /** Where it keeps its documents; the embedded store unless told. */
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
  const port = await freePort();
  const simulator = await startSimulator({ botAddress: `http://127.0.0.1:${port}`, ...options.simulator });
  const store =
    options.store === 'cosmos' ? await cosmosAppStore(simulator, folder) : sqliteAppStore(appFolder);
  await useStore(store, async (opened) => {
    await addExampleTo(opened, simulator, { withoutSubmissions: options.withSubmissions !== true });
    await options.prepare?.(opened);
  });
  const environment = {
    ...simulator.environment(port, appFolder),
    LOG_LEVEL: 'info',
    ...store.environment,
    ...options.environment,
  };
  const app: App = {
    simulator,
    bot: spawnBot(environment),
    store,
    crash: async () => {
      await app.bot.kill();
      await app.restart();
    },
    restart: async () => {
      app.bot = spawnBot(environment);
      await app.bot.ready();
    },
    inspect: async (look) => {
      await app.bot.stop();
      return useStore(store, look);
    },
    stop: async () => {
      await app.bot.stop();
      await simulator.stop();
      await store.stop();
      await rm(folder, { recursive: true });
    },
  };
  await app.bot.ready();
  await simulator.installInTeam();
  return app;
}

async function useStore<T>(kept: AppStore, work: (store: DocumentStore) => Promise<T>): Promise<T> {
  const store = await kept.open();
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
