import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../bot/store/sqlite/open-sqlite-store.ts';
import type { DocumentStore } from '../../bot/store/port.ts';
import { addExample } from '../teams/example/add-example.ts';
import type { Simulator, SimulatorOptions } from '../teams/simulator.ts';
import { startSimulator } from '../teams/simulator.ts';
import type { SpawnedBot } from '../teams/spawn-bot.ts';
import { freePort, spawnBot } from '../teams/spawn-bot.ts';

/** The whole app, as `npm start` runs it: a Teams to live in, and the server in a process of its own. */
export interface App {
  simulator: Simulator;
  bot: SpawnedBot;
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
  simulator?: Partial<SimulatorOptions>;
  /** Settings beside those that the simulator gives. */
  environment?: Record<string, string>;
}

export async function startApp(options: AppOptions = {}): Promise<App> {
  const folder = await mkdtemp(join(tmpdir(), 'app-'));
  const appFolder = join(folder, 'app');
  const port = await freePort();
  const simulator = await startSimulator({ botAddress: `http://127.0.0.1:${port}`, ...options.simulator });
  await addExample(appFolder, simulator, { withoutSubmissions: options.withSubmissions !== true });
  const environment = {
    ...simulator.environment(port, appFolder),
    LOG_LEVEL: 'info',
    ...options.environment,
  };
  const app: App = {
    simulator,
    bot: spawnBot(environment),
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
      const store = await openSqliteStore({ folder: appFolder });
      try {
        return await look(store);
      } finally {
        await store.close();
      }
    },
    stop: async () => {
      await app.bot.stop();
      await simulator.stop();
      await rm(folder, { recursive: true });
    },
  };
  await app.bot.ready();
  await simulator.installInTeam();
  return app;
}
