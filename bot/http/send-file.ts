import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'restify';

/** Sends a file after headers that were written. Who goes away halfway needs no answer. */
export async function sendFile(path: string, response: Response): Promise<void> {
  await pipeline(createReadStream(path), response).catch(leftEarly);
}

function leftEarly(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
}
