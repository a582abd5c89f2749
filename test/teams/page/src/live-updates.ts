import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import type { PageEvent } from '../../page-api.ts';
import { api } from './api.ts';

/** A jury that scores at once gives tens of events a second; one fetch for all of them is enough. */
const GATHER_MS = 40;

/** Keeps what the person sees fresh; true while the line to the simulator is open. */
export function useLiveUpdates(person: string): boolean {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const gather = gatherer(client, person);
    const source = new EventSource(api.eventsAddress(person));
    source.onopen = () => {
      setConnected(true);
      // What happened while the line was down came with no event.
      void client.invalidateQueries();
    };
    source.onerror = () => setConnected(false);
    source.onmessage = ({ data }: MessageEvent<string>) => gather.add(eventOf(data));
    return () => {
      source.close();
      gather.stop();
    };
  }, [client, person]);
  return connected;
}

function eventOf(data: string): PageEvent {
  // @NOTE page and server are one program, built together from page-api.ts: that contract is the check.
  return JSON.parse(data) as PageEvent;
}

function gatherer(client: QueryClient, person: string) {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    for (const conversation of waiting) {
      void client.invalidateQueries({ queryKey: ['messages', person, conversation] });
    }
    waiting.clear();
    void client.invalidateQueries({ queryKey: ['conversations', person] });
  };
  return {
    add: (event: PageEvent) => {
      if (event.kind === 'message') waiting.add(event.conversation);
      timer ??= setTimeout(flush, GATHER_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
