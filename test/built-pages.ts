import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { oneAtATime } from './one-at-a-time.ts';

const script = fileURLToPath(new URL('teams/build-pages.ts', import.meta.url));

/** Sees to it that the tab and the simulator's page are built from what they are now. */
export async function builtPages(): Promise<void> {
  // In a process of its own: Vite does not run inside jest.
  await oneAtATime('build-pages', async () => {
    // Jest's own NODE_ENV would build React's development version.
    const env = { ...process.env, NODE_ENV: 'production' };
    await promisify(execFile)(process.execPath, [script], { env });
  });
}
