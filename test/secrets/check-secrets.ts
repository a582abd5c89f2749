import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { findSecrets } from './find-secrets.ts';

/** `npm run check:secrets`: nothing in the repository, committed or about to be, looks like a secret. */

const { stdout } = await promisify(execFile)(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
  { maxBuffer: 64 * 1024 * 1024 },
);
const files = [...new Set(stdout.split('\0').filter((file) => file !== ''))];
const found = (await Promise.all(files.map(secretsIn))).flat();
for (const { file, line, what } of found) console.error(`${file}:${line}: looks like ${what}`);
if (found.length > 0) process.exitCode = 1;

async function secretsIn(file: string) {
  // Deleted, and not committed yet.
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  const isText = !bytes.subarray(0, 8_000).includes(0);
  return findSecrets(file, isText ? bytes.toString('utf8') : '');
}
