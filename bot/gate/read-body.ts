import type { IncomingMessage } from 'node:http';
import { RefusedError } from './refused-error.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a request's body as JSON.
 * @param maxBytes what is longer is thrown away unread
 * @throws RefusedError `body-too-large`, or `body-malformed` when it is no JSON in UTF-8 or breaks off
 */
export async function readJsonBody(request: IncomingMessage, maxBytes = 256 * 1024): Promise<unknown> {
  const bytes = await readBytes(request, maxBytes);
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch (error) {
    throw new RefusedError('body-malformed', { cause: error });
  }
}

function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const refuse = (refusal: RefusedError): void => {
      request.removeAllListeners('data');
      // The rest is drained, so that the connection can carry our answer.
      request.resume();
      reject(refusal);
    };
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > maxBytes) refuse(new RefusedError('body-too-large'));
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', (error) => reject(new RefusedError('body-malformed', { cause: error })));
    request.on('close', () => reject(new RefusedError('body-malformed')));
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) refuse(new RefusedError('body-too-large'));
  });
}
