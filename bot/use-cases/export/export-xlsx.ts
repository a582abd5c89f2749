import { Worker } from 'node:worker_threads';
import { atMost } from '../at-most.ts';
import type { WorkbookWish } from './export-workbook.ts';

/** The thread ended before it had made the workbook. */
class WorkbookThreadDiedError extends Error {
  readonly code = 'workbook-thread-died';
}

const file = new URL('./export-workbook-worker.ts', import.meta.url);

/** Each thread holds a whole round and takes a core. */
const inTurns = atMost(2);

/** A workbook, made in a thread of its own: a large one takes a second, in which a server answers nobody. */
export function xlsxFile(wish: WorkbookWish): Promise<Buffer> {
  return inTurns(() => madeInThread(wish));
}

async function madeInThread(wish: WorkbookWish): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const worker = new Worker(file, { name: 'workbook', workerData: wish });
  const died = (code: number) =>
    reject(new WorkbookThreadDiedError(`the workbook's thread ended with ${String(code)}`));
  worker.once('message', resolve).once('error', reject).once('exit', died);
  return Buffer.from(await promise);
}
