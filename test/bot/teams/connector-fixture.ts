import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

interface FixtureAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

/** What becomes of a request; `cut` breaks the connection, `silent` never answers, `half` breaks off the body. */
export type Reaction = FixtureAnswer | 'cut' | 'silent' | 'half';

/** A server that answers as told, for answers that Teams rarely gives. */
export interface Fixture {
  host: string;
  serviceUrl: string;
  react: (request: IncomingMessage) => Reaction;
  requests: string[];
  stop(): Promise<void>;
}

export async function startFixture(): Promise<Fixture> {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      fixture.requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
      const reaction = fixture.react(request);
      if (reaction === 'silent') return;
      if (reaction === 'cut') {
        request.socket.destroy();
        return;
      }
      if (reaction === 'half') {
        response.writeHead(201, { 'content-length': '100' });
        response.write('{"id":"1"');
        setTimeout(() => request.socket.destroy(), 20);
        return;
      }
      response.writeHead(reaction.status, reaction.headers);
      response.end(reaction.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // @NOTE a server that listens on a port has an AddressInfo, says Node's documentation
  const { port } = server.address() as AddressInfo;
  const fixture: Fixture = {
    host: `127.0.0.1:${port}`,
    serviceUrl: `http://127.0.0.1:${port}/`,
    react: () => ({ status: 201, body: '{"id":"1"}' }),
    requests: [],
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fixture;
}
