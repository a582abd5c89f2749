import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from './wait-for.ts';

/** Tests run in several processes: does `work` while no other process does work of that name. */
export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const lock = join(tmpdir(), `gemeentedelers-${name}.lock`);
  await waitFor(`the lock ${lock}`, () => take(lock), 120_000);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (!(await isHeld(lock))) await rm(lock, { force: true });
    return false;
  }
}

/** Whether the process that took the lock is still there. */
async function isHeld(lock: string): Promise<boolean> {
  try {
    const holder = Number(await readFile(lock, 'utf8'));
    // 0: taken this instant, and not yet written.
    return holder === 0 || process.kill(holder, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'EPERM') return true;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  // Jest's errors and Node's are not of the same class.
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
