import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import type { PageEvent } from '../../page-api.ts';
import { api } from './api.ts';

/** A jury that scores at once gives tens of events a second; one fetch for all of them is enough. */
const GATHER_MS = 40;
const REOPEN_MS = 2_000;

/** Keeps what the person sees fresh; true while the line to the simulator is open. */
export function useLiveUpdates(person: string): boolean {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const gather = gatherer(client, person);
    const line = openLine(api.eventsAddress(person), {
      heard: (data) => gather.add(eventOf(data)),
      connected: (isConnected) => {
        setConnected(isConnected);
        // What happened while the line was down came with no event.
        if (isConnected) void client.invalidateQueries();
      },
    });
    return () => {
      line.close();
      gather.stop();
    };
  }, [client, person]);
  return connected;
}

interface LineEvents {
  heard: (data: string) => void;
  connected: (isConnected: boolean) => void;
}

/** An event stream that is opened again also where the browser gives up: on an answer other than 200. */
function openLine(address: string, events: LineEvents): { close: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source = open();
  function open(): EventSource {
    const opened = new EventSource(address);
    opened.onopen = () => events.connected(true);
    opened.onmessage = ({ data }: MessageEvent<string>) => events.heard(data);
    opened.onerror = () => {
      events.connected(false);
      if (opened.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(() => {
        source = open();
      }, REOPEN_MS);
    };
    return opened;
  }
  return {
    close: () => {
      clearTimeout(timer);
      source.close();
    },
  };
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
