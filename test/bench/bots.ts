import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Simulator } from '../teams/simulator.ts';
import { freePort, spawnBot } from '../teams/spawn-bot.ts';
import type { BenchConnector } from './bench-connector.ts';

/** A bot to measure, in a process of its own. */
export interface Bot {
  name: string;
  address: string;
  headers: Record<string, string>;
  /** From the start of the process until it takes part. */
  readyAfterMs: number;
  stop(): Promise<void>;
}

/** So many that people say no more in each than Teams lets a bot answer in a second. */
export const tenants = Array.from(
  { length: 40 },
  (_, at) => `7e000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
);

const startsWithinMs = 240_000;

/** The whole server on the data in this folder; its keys are the simulator's, and it posts to the connector. */
export async function startOurs(
  folder: string,
  simulator: Simulator,
  connector: BenchConnector,
): Promise<Bot> {
  const begun = performance.now();
  const child = spawnBot({
    ...simulator.environment(await freePort(), folder),
    SERVICE_URL_HOSTS: connector.host,
    TENANT_IDS: tenants.join(','),
    LOG_LEVEL: 'warn',
  });
  await child.ready(startsWithinMs);
  const token = await simulator.forge.botToken({ claims: { serviceurl: connector.serviceUrl } });
  return {
    name: 'ours',
    address: child.address,
    headers: { Authorization: `Bearer ${token}` },
    readyAfterMs: performance.now() - begun,
    stop: () => child.stop(),
  };
}

/** The bare one to measure beside. */
export async function startEcho(): Promise<Bot> {
  const begun = performance.now();
  const port = await freePort();
  const child = spawn(process.execPath, [fileURLToPath(new URL('echo-bot.ts', import.meta.url))], {
    env: { PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    name: 'echo',
    address: `http://127.0.0.1:${port}`,
    headers: {},
    readyAfterMs: performance.now() - begun,
    stop: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}
