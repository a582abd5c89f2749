import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { likeTeams } from './like-teams.ts';

export interface SigningProxyOptions {
  /** Where the bot listens, without a path. */
  botAddress: string;
  /** Where the playground listens, without a path. */
  playgroundAddress: string;
  tenantId: string;
  /** The token of an activity that names this as its service. */
  tokenFor: (serviceUrl: string) => Promise<string>;
  /** 0, the default: any free one. */
  port?: number;
}

export interface SigningProxy {
  /** What the playground posts to. */
  endpoint: string;
  /** The host that the bot answers to. */
  host: string;
  stop(): Promise<void>;
}

/** Between Microsoft's playground, which signs nothing, and a bot that takes only what is signed. */
export async function startSigningProxy(options: SigningProxyOptions): Promise<SigningProxy> {
  const server = createServer((request, response) => {
    answer(request, response, options, serviceUrl()).catch((error: unknown) => {
      response.writeHead(502, { 'Content-Type': 'text/plain' });
      response.end(String(error));
    });
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  // @NOTE what a server on a port has
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  const serviceUrl = () => `http://${host}/connector`;
  return {
    endpoint: `http://${host}/api/messages`,
    host,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: SigningProxyOptions,
  serviceUrl: string,
): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  // The playground looks whether anybody is there.
  if (method === 'HEAD') {
    response.writeHead(200);
    response.end();
    return;
  }
  const body = await bodyOf(request);
  const passed = url.startsWith('/connector/')
    ? await toPlayground(method, url, body, options)
    : await toBot(body, options, serviceUrl);
  response.writeHead(passed.status, { 'Content-Type': 'application/json' });
  response.end(passed.body);
}

interface Passed {
  status: number;
  body: string;
}

async function toBot(body: string, options: SigningProxyOptions, serviceUrl: string): Promise<Passed> {
  return pass(`${options.botAddress}/api/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await options.tokenFor(serviceUrl)}`,
    },
    body: JSON.stringify(likeTeams(JSON.parse(body), { tenantId: options.tenantId, serviceUrl })),
  });
}

/** The bot's own token stays here: the playground asks for none. */
async function toPlayground(
  method: string,
  url: string,
  body: string,
  { playgroundAddress, tenantId }: SigningProxyOptions,
): Promise<Passed> {
  const { status, body: said } = await pass(playgroundAddress + url.replace('/connector/', '/_connector/'), {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === '' ? undefined : body,
  });
  return { status, body: said === '' ? '' : JSON.stringify(likeTeams(JSON.parse(said), { tenantId })) };
}

async function pass(url: string, init: RequestInit): Promise<Passed> {
  const response = await fetch(url, init);
  return { status: response.status, body: await response.text() };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  // @NOTE without an encoding, a request gives buffers
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
