import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { waitFor } from '../wait-for.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'dist/tab');
const lock = join(root, 'dist/tab.lock');
/** A build takes seconds: a lock older than this was left by a process that was killed. */
const staleAfterMs = 120_000;

/** The folder of the built tab; builds it first when its sources are newer, once for all who ask at the same time. */
export async function builtTab(): Promise<string> {
  await mkdir(join(root, 'dist'), { recursive: true });
  await waitFor('the lock on the build of the tab', takeLock, staleAfterMs + 10_000);
  try {
    if (await isStale()) await build();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
  return folder;
}

async function takeLock(): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
    if (Date.now() - (await changedAt(lock)) > staleAfterMs) await rm(lock, { recursive: true, force: true });
    return false;
  }
}

async function isStale(): Promise<boolean> {
  const builtAt = await changedAt(join(folder, 'index.html'));
  const files = await readdir(join(root, 'tab'), { recursive: true });
  const times = await Promise.all(files.map((file) => changedAt(join(root, 'tab', file))));
  return Math.max(...times) > builtAt;
}

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
    if (isErrno(error, 'ENOENT')) return 0;
    throw error;
  }
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
