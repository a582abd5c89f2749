import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { waitFor } from '../../../wait-for.ts';

export interface StoreChild {
  /** The whole lines it printed so far. */
  lines(): string[];
  /** Resolves when it has printed so many lines. */
  printed(count: number): Promise<void>;
  /** Ends it at once, as a power cut would, and resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop in peace. */
  stop(): Promise<void>;
  ended: Promise<unknown>;
}

const script = fileURLToPath(new URL('./store-child.ts', import.meta.url));

const running = new Set<ChildProcess>();

/** For after a test: what a failed one has left running. */
export function killStoreChildren(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** @param fileLimit in the blocks of `ulimit -f`: 512 or 1,024 bytes, after the shell */
export function startStoreChild(
  mode: string,
  folder: string,
  name = '',
  fileLimit = 'unlimited',
): StoreChild {
  const limited = [
    '-c',
    `ulimit -f ${fileLimit}; exec "$@"`,
    'sh',
    process.execPath,
    script,
    mode,
    folder,
    name,
  ];
  const child = spawn('sh', limited, { stdio: ['pipe', 'pipe', 'inherit'] });
  running.add(child);
  const ended = once(child, 'close').finally(() => running.delete(child));
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const lines = () => output.split('\n').slice(0, -1);
  return {
    lines,
    ended,
    printed: async (count) => {
      await waitFor(`line ${count} of the child`, () => lines().length >= count);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
