import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const walHeaderBytes = 32;
const frameHeaderBytes = 24;

/**
 * Counts the transactions in the write-ahead log: the frames that carry the size of the database "for commit
 * records" (https://www.sqlite.org/fileformat2.html#the_write_ahead_log). Right until the log starts over, at
 * about a thousand pages.
 */
export async function countTransactions(folder: string): Promise<number> {
  const log = await readFile(join(folder, 'store.db-wal'));
  const frameBytes = frameHeaderBytes + log.readUInt32BE(8);
  let commits = 0;
  for (let at = walHeaderBytes; at + frameBytes <= log.length; at += frameBytes) {
    if (log.readUInt32BE(at + 4) > 0) commits += 1;
  }
  return commits;
}
