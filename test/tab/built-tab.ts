import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { oneAtATime } from '../one-at-a-time.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'dist/tab');

/** The folder of the built tab; builds it first when its sources are newer. */
export async function builtTab(): Promise<string> {
  await oneAtATime('tab-build', async () => {
    if (await isStale()) await build();
  });
  return folder;
}

async function isStale(): Promise<boolean> {
  const builtAt = await changedAt(join(folder, 'index.html'));
  const files = await readdir(join(root, 'tab'), { recursive: true });
  const sources = [...files.map((file) => join(root, 'tab', file)), join(root, 'package-lock.json')];
  return Math.max(...(await Promise.all(sources.map(changedAt)))) > builtAt;
}

/** In a process of its own: Vite does not run inside jest. */
async function build(): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const options = ['build', '--config', join(root, 'tab/vite.config.ts'), '--logLevel', 'error'];
  await promisify(execFile)(process.execPath, [vite, ...options], { cwd: root });
}

/** In ms since 1970; 0 for what isn't there. */
async function changedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
}
