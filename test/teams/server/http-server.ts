import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { URLPattern } from 'node:url';
import { z } from 'zod';
import { RefusedError } from './refused-error.ts';

export interface Call {
  method: string;
  url: URL;
  /** The parts of the path that the route names, decoded. */
  params: Record<string, string>;
  header(name: string): string | undefined;
  body: Buffer;
  /** The body as JSON of this shape. @throws RefusedError 400 */
  json<T>(schema: z.ZodType<T>): T;
}

export type Reply =
  | { kind: 'json'; status: number; body?: unknown; headers?: Record<string, string> }
  | { kind: 'bytes'; status: number; body: Buffer | string; type: string }
  /** The connection breaks without an answer. */
  | { kind: 'cut' }
  | { kind: 'stream'; open: (response: ServerResponse) => void };

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As `URLPattern` reads it, e.g. `/users/:id/*`. */
  path: string;
  answer(call: Call): Promise<Reply> | Reply;
}

/** Larger bodies are cut off unread; no limit that Teams publishes is this high. */
const maxBodyBytes = 4_000_000;

export function json(body: unknown, status = 200, headers?: Record<string, string>): Reply {
  return { kind: 'json', status, body, headers };
}

/**
 * A server on loopback; every route is tried in the order given.
 * @param track is handed the work on every call, so that a stop can wait for it
 */
export function createHttpServer(
  routes: () => readonly Route[],
  track: (work: Promise<unknown>) => void,
): Server {
  const patterns = new Map<string, URLPattern>();
  const patternOf = ({ path }: Route) => {
    const pattern = patterns.get(path) ?? new URLPattern({ pathname: path });
    patterns.set(path, pattern);
    return pattern;
  };
  return createServer((request, response) => {
    const work = answer(request, response, routes(), patternOf).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return;
      console.error('Teams simulator:', error);
      if (response.headersSent) response.destroy();
      else write(response, refusal(new RefusedError(500, 'InternalServerError', String(error))));
    });
    track(work);
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  routes: readonly Route[],
  patternOf: (route: Route) => URLPattern,
): Promise<void> {
  try {
    checkHost(request);
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const body = await readBody(request);
    for (const route of routes) {
      const match = route.method === request.method ? patternOf(route).exec(url) : null;
      if (!match) continue;
      const call = makeCall(request, url, match.pathname.groups, body);
      write(response, await route.answer(call));
      return;
    }
    throw new RefusedError(404, 'NotFound', `There is no ${request.method} ${url.pathname} here.`);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    write(response, refusal(error));
  }
}

/** A page elsewhere on the web must not reach the simulator through a name that resolves to this machine. */
function checkHost(request: IncomingMessage): void {
  const isOwn = (host: string) => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);
  const { host = '', origin } = request.headers;
  if (!isOwn(host)) throw new RefusedError(403, 'Forbidden', 'The simulator answers on loopback only.');
  if (origin !== undefined && !isOwn(origin.replace(/^https?:\/\//, '')))
    throw new RefusedError(403, 'Forbidden', 'The simulator answers its own pages only.');
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(z.instanceof(Uint8Array).parse(part));
    size += bytes.length;
    if (size > maxBodyBytes) throw new RefusedError(413, 'RequestEntityTooLarge', 'The body is too large.');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

function makeCall(
  request: IncomingMessage,
  url: URL,
  groups: Record<string, string | undefined>,
  body: Buffer,
): Call {
  const params = Object.entries(groups).map(([name, value]) => [name, decode(value ?? '')]);
  return {
    method: request.method ?? 'GET',
    url,
    // @NOTE Object.fromEntries forgets that every value is a string
    params: Object.fromEntries(params) as Record<string, string>,
    header: (name) => request.headers[name.toLowerCase()]?.toString(),
    body,
    json: (schema) => parseJson(body, schema, request.headers['content-type'] ?? ''),
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) throw new RefusedError(400, 'BadSyntax', `${part} can not be decoded.`);
    throw error;
  }
}

/** Asking for JSON's media type keeps forms of other sites out: their browser has to ask first. */
function parseJson<T>(body: Buffer, schema: z.ZodType<T>, type: string): T {
  if (!type.startsWith('application/json'))
    throw new RefusedError(415, 'UnsupportedMediaType', 'The body has to be application/json.');
  try {
    return schema.parse(JSON.parse(body.toString('utf8')));
  } catch (error) {
    if (error instanceof SyntaxError) throw new RefusedError(400, 'BadSyntax', 'The body is no JSON.');
    if (error instanceof z.ZodError) throw new RefusedError(400, 'BadArgument', z.prettifyError(error));
    throw error;
  }
}

function refusal(error: RefusedError): Reply {
  return json({ error: { code: error.code, message: error.message } }, error.status, error.headers);
}

function write(response: ServerResponse, reply: Reply): void {
  switch (reply.kind) {
    case 'json':
      response.writeHead(reply.status, {
        'content-type': 'application/json; charset=utf-8',
        ...reply.headers,
      });
      response.end(reply.body === undefined ? '' : JSON.stringify(reply.body));
      return;
    case 'bytes':
      response.writeHead(reply.status, { 'content-type': reply.type, 'cache-control': 'no-cache' });
      response.end(reply.body);
      return;
    case 'cut':
      response.destroy();
      return;
    case 'stream':
      reply.open(response);
      return;
    default:
      reply satisfies never;
  }
}
