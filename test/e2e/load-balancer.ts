import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';

/** What stands in front of several servers, as in the cloud: it asks who is well, and takes turns among them. */
export interface LoadBalancer {
  address: string;
  stop(): Promise<void>;
}

const askEveryMs = 200;
const wellWithinMs = 1_000;

/** @param addresses of the servers, of which some may be down or silent */
export async function startLoadBalancer(addresses: readonly string[], port: number): Promise<LoadBalancer> {
  const well = new Set<string>(addresses);
  const stopping = new AbortController();
  const asking = Promise.all(addresses.map((address) => keepAsking(address, well, stopping.signal)));
  let turns = 0;
  const server = createServer((incoming, response) => {
    const able = addresses.filter((address) => well.has(address));
    const address = able[(turns += 1) % Math.max(1, able.length)];
    if (address === undefined) incoming.socket.destroy();
    else pass(incoming, response, address);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      stopping.abort();
      await asking;
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function keepAsking(address: string, well: Set<string>, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(wellWithinMs)]);
    const isWell = await fetch(`${address}/readyz`, { signal }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isWell) well.add(address);
    else well.delete(address);
    await new Promise((resolve) => setTimeout(resolve, askEveryMs));
  }
}

/** Who is cut off on the other side is cut off here. */
function pass(incoming: IncomingMessage, response: ServerResponse, address: string): void {
  const { method, url, headers } = incoming;
  const onward = request(`${address}${url ?? '/'}`, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  incoming.pipe(onward);
}
