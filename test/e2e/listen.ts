import type { TabEvent } from '../../bot/http/contract/events.ts';
import { tabEvent } from '../../bot/http/contract/events.ts';
import type { Person } from '../teams/people.ts';
import type { App } from './app.ts';

/** An open stream of changes, as a tab has it. */
export interface Listening {
  heard(): TabEvent[];
  stop(): void;
}

/** Resolves when the stream is open. */
export async function listen(app: App, person: Person): Promise<Listening> {
  const stop = new AbortController();
  const response = await fetch(`${app.bot.address}/api/tab/events`, {
    headers: { Authorization: `Bearer ${await app.simulator.tabToken(person)}` },
    signal: stop.signal,
  });
  const reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined = response.body?.getReader();
  if (!response.ok || reader === undefined) throw new Error(`no stream: ${response.status}`);
  let text = '';
  const decoder = new TextDecoder();
  const read = async (): Promise<void> => {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      text += decoder.decode(next.value, { stream: true });
    }
  };
  read().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  return {
    heard: () =>
      [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => tabEvent.parse(JSON.parse(data ?? ''))),
    stop: () => stop.abort(),
  };
}
