import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'restify';
import type { z } from 'zod';
import type { Language } from '../../domain/person.ts';

/** How an answer goes out. */
export type Sending = (response: Response) => void | Promise<void>;

/** Sent piece by piece: it may be large. */
export interface TabFile {
  name: string;
  type: string;
  pieces: Iterable<string | Buffer>;
}

export function json(answer: unknown): Sending {
  return (response) => {
    response.send(200, answer);
  };
}

export function written(answer: Buffer): Sending {
  return (response) => {
    response.sendRaw(200, answer, { 'Content-Type': 'application/json' });
  };
}

export function saved({ name, type, pieces }: TabFile): Sending {
  return async (response) => {
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
    });
    await pipeline(Readable.from(pieces), response);
  };
}

/** What was written stays as long as what it was written of. */
export function createWriter<V extends object, T>(
  answer: z.ZodType<T>,
  shape: (view: V, language: Language) => T,
) {
  const kept = new WeakMap<V, Partial<Record<Language, Buffer>>>();
  return (view: V, language: Language): Buffer => {
    const texts = kept.get(view) ?? {};
    kept.set(view, texts);
    return (texts[language] ??= Buffer.from(JSON.stringify(answer.parse(shape(view, language)))));
  };
}
