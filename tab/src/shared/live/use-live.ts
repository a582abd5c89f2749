import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../api/api-context.ts';
import { askAgain } from './ask-again.ts';
import type { LiveState } from './follow-events.ts';
import { followEvents } from './follow-events.ts';

/** Keeps all answers fresh while mounted, and says whether that works. */
export function useLive(): LiveState {
  const api = useApi();
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    const stop = new AbortController();
    void followEvents({
      open: (signal) => api.events(signal),
      onOpen: () => askAgain(client, undefined),
      onEvent: (event) => askAgain(client, event),
      onState: setState,
      onBreak: (reason) => console.info('the stream of changes broke off', reason),
      wait: waitOrOnline,
      signal: stop.signal,
    });
    return () => stop.abort();
  }, [api, client]);
  return state;
}

/** Waits; a network that comes back is a reason to try at once. */
function waitOrOnline(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
