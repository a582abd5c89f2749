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
      ...(file.encoding && { 'Content-Encoding': file.encoding }),
    });
    await sendFile(file.path, response);
  });
}

interface Found {
  path: string;
  size: number;
  encoding?: string;
}

/** Smallest first. */
const encodings = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
];

async function found(path: string, request: Request): Promise<Found | undefined> {
  const taken = takenBy(request.header('accept-encoding', ''));
  for (const { encoding, ending } of encodings.filter((each) => taken.has(each.encoding))) {
    const size = await sizeOf(path + ending);
    if (size !== undefined) return { path: path + ending, size, encoding };
  }
  const size = await sizeOf(path);
  return size === undefined ? undefined : { path, size };
}

/** What an `Accept-Encoding` names, but for what it says no to. Source: RFC 9110, 12.5.3 */
function takenBy(header: string): Set<string> {
  const named = header
    .toLowerCase()
    .split(',')
    .map((each) => each.split(';').map((part) => part.trim()));
  return new Set(named.filter(([, weight]) => !/^q=0(\.0*)?$/.test(weight ?? '')).map(([name = '']) => name));
}

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    () => undefined,
  );
}
