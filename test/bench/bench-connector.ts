import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The least that a bot can talk to: takes every message at once and tells who waits for one. */
export interface BenchConnector {
  serviceUrl: string;
  host: string;
  /** Resolves with what the bot next posts to that conversation. */
  nextPost(conversationId: string): Promise<unknown>;
  /** How many calls it took. */
  calls(): number;
  stop(): Promise<void>;
}

export async function startBenchConnector(): Promise<BenchConnector> {
  const waiting = new Map<string, (posted: unknown) => void>();
  let calls = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      calls += 1;
      answer(request, response, calls);
      if (request.method !== 'POST') return;
      const conversation = decodeURIComponent(/conversations\/([^/]+)/.exec(request.url ?? '')?.[1] ?? '');
      const waits = waiting.get(conversation);
      waiting.delete(conversation);
      waits?.(JSON.parse(Buffer.concat(parts).toString()));
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // @NOTE a server that listens on a port has no other kind of address
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    host: `127.0.0.1:${port}`,
    nextPost: (conversationId) => new Promise((resolve) => waiting.set(conversationId, resolve)),
    calls: () => calls,
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer(request: IncomingMessage, response: ServerResponse, count: number): void {
  const isMember = request.method === 'GET';
  const body = isMember
    ? { id: '29:x', name: 'Iemand', email: 'iemand@utrecht.example' }
    : { id: String(count) };
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}
