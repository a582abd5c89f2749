import type { ServerResponse } from 'node:http';
import type { PageEvent } from '../page-api.ts';

export interface PageEvents {
  /** Keeps the response open as an event stream for this person. */
  open(person: string, response: ServerResponse): void;
  tell(person: string, event: PageEvent): void;
  close(): void;
}

const heartbeatMs = 15_000;

export function openPageEvents(): PageEvents {
  const streams = new Map<string, Set<ServerResponse>>();
  const all = () => [...streams.values()].flatMap((ofPerson) => [...ofPerson]);
  const heartbeat = setInterval(() => {
    for (const stream of all()) stream.write(': still here\n\n');
  }, heartbeatMs);
  heartbeat.unref();
  return {
    open(person, response) {
      const ofPerson = streams.get(person) ?? new Set();
      streams.set(person, ofPerson.add(response));
      response.on('close', () => ofPerson.delete(response));
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
      response.write('retry: 1000\n\n');
    },
    tell(person, event) {
      for (const stream of streams.get(person) ?? []) stream.write(`data: ${JSON.stringify(event)}\n\n`);
    },
    close() {
      clearInterval(heartbeat);
      for (const stream of all()) stream.end();
    },
  };
}
