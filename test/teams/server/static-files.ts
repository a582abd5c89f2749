import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { errorField } from './error-field.ts';
import type { Reply, Route } from './http-server.ts';
import { RefusedError } from './refused-error.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const notBuilt = `The simulator's page is not built yet.
Build it with: npx vite build --config test/teams/page/vite.config.ts
`;

/** The built page; without it, how to build it. */
export function staticRoutes(folder: string): Route[] {
  return [{ method: 'GET', path: '/*', answer: ({ params }) => file(folder, params['0'] ?? '') }];
}

/** @param path decoded, without the slash before it */
async function file(folder: string, path: string): Promise<Reply> {
  const name = normalize(join(folder, path || 'index.html'));
  const body = name.startsWith(folder + sep) ? await contentOf(name) : undefined;
  if (body)
    return { kind: 'bytes', status: 200, body, type: types[extname(name)] ?? 'application/octet-stream' };
  if (path !== '') throw new RefusedError(404, 'NotFound', `There is no ${path} here.`);
  return { kind: 'bytes', status: 503, body: notBuilt, type: 'text/plain; charset=utf-8' };
}

async function contentOf(name: string): Promise<Buffer | undefined> {
  try {
    return await readFile(name);
  } catch (error) {
    const isAbsent = ['ENOENT', 'EISDIR', 'ENOTDIR'].includes(errorField(error, 'code') ?? '');
    if (isAbsent) return undefined;
    throw error;
  }
}
