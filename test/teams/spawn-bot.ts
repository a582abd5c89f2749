import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { waitFor } from '../wait-for.ts';

/** The real server in a process of its own, as an administrator starts it: `node bot/main.ts` with settings. */
export interface SpawnedBot {
  address: string;
  /** Of its process. */
  pid: number | undefined;
  /** Resolves with how it ended. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Everything it wrote, when no log file was asked for. */
  output(): string;
  /** Resolves when it takes part, within a minute and a half unless told; rejects with its last words when it ends before. */
  ready(withinMs?: number): Promise<void>;
  stop(): Promise<void>;
  /** SIGKILL: no last word, no tidying up. */
  kill(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const startsWithin = 90_000;
/** Of the many servers that tests start, only the first has a thousand files to compile. */
const compiled = `${root}node_modules/.cache/compiled`;

/** @param logFile where its log goes; kept in memory when absent */
export function spawnBot(environment: Record<string, string>, logFile?: string): SpawnedBot {
  const child = spawn(process.execPath, ['--import', './test/teams/stop-with-parent.ts', 'bot/main.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: compiled, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const log = logFile === undefined ? undefined : createWriteStream(logFile, { flags: 'a' });
  for (const stream of [child.stdout, child.stderr].filter((each) => each !== null)) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output = (output + text).slice(-1_000_000);
      log?.write(text);
    });
  }
  const address = `http://127.0.0.1:${environment.PORT ?? ''}`;
  const ended = once(child, 'exit').then(([code, signal]) => {
    log?.end();
    // @NOTE what Node's `exit` event gives
    return { code: code as number | null, signal: signal as NodeJS.Signals | null };
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    address,
    pid: child.pid,
    ended,
    output: () => output,
    ready: (withinMs = startsWithin) =>
      waitFor(
        'the server to be ready',
        async () => {
          if (child.exitCode !== null) throw new Error(`the server stopped: ${output.slice(-2_000)}`);
          const response = await fetch(`${address}/readyz`).catch(() => undefined);
          return response?.ok;
        },
        withinMs,
      ).then(() => undefined),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** A port that nobody listens on, just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  server.close();
  if (bound === null || typeof bound === 'string') throw new Error('a port was asked for');
  return bound.port;
}
