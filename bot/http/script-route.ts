import { stat } from 'node:fs/promises';
import type { Request, Response, Server } from 'restify';
import { sendFile } from './send-file.ts';

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

const named = /^[\w-][\w.-]*\.(js|css)$/;

/** Scripts and style sheets of the built tab, as they were compressed when it was built. Their names change with them. */
export function addScriptRoute(server: Server, folder: string): void {
  server.get('/tab/assets/:name', async (request: Request, response: Response) => {
    // @NOTE restify types its parameters as any
    const { name } = request.params as { name: string };
    const type = types[named.exec(name)?.[1] ?? ''];
    const file = type === undefined ? undefined : await found(`${folder}/assets/${name}`, request);
    if (type === undefined || file === undefined) {
      response.send(404, { code: 'not-found' });
      return;
    }
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Length': file.size,
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
      'X-Content-Type-Options': 'nosniff',
      ...(file.isCompressed && { 'Content-Encoding': 'gzip' }),
    });
    await sendFile(file.path, response);
  });
}

interface Found {
  path: string;
  size: number;
  isCompressed: boolean;
}

async function found(path: string, request: Request): Promise<Found | undefined> {
  const takes = /\bgzip\b/.test(request.header('accept-encoding', ''));
  const compressed = takes ? await sizeOf(`${path}.gz`) : undefined;
  if (compressed !== undefined) return { path: `${path}.gz`, size: compressed, isCompressed: true };
  const size = await sizeOf(path);
  return size === undefined ? undefined : { path, size, isCompressed: false };
}

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    () => undefined,
  );
}
