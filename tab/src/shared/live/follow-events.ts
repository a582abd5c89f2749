import { createParser } from 'eventsource-parser';
import type { TabEvent } from '../../../../bot/http/contract/events.ts';

export type LiveState = 'connecting' | 'live' | 'reconnecting';

export interface LiveOptions {
  /** Opens the stream; throws when it can't. */
  open: (signal: AbortSignal) => Promise<Response>;
  /** The stream is open: whatever changed before may have been missed. */
  onOpen: () => void;
  /** `undefined` for an event of a kind that this version doesn't know. */
  onEvent: (event: TabEvent | undefined) => void;
  onState: (state: LiveState) => void;
  /** Why the stream could not be opened, or broke off. */
  onBreak: (reason: unknown) => void;
  /** Waits, unless there is a reason to hurry. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  signal: AbortSignal;
  timings?: LiveTimings;
}

export interface LiveTimings {
  firstDelayMs: number;
  mostDelayMs: number;
  /** The server says something at least every 20 seconds; longer silence is a broken line. */
  silenceMs: number;
  /** A stream that lived this long and ended (its token did) is opened anew at once. */
  soundAfterMs: number;
}

const usual: LiveTimings = {
  firstDelayMs: 1_000,
  mostDelayMs: 30_000,
  silenceMs: 50_000,
  soundAfterMs: 5_000,
};

/** Follows the stream of changes until `signal`: opens it again whenever it ends, with growing delays. */
export async function followEvents(options: LiveOptions): Promise<void> {
  const timings = options.timings ?? usual;
  const stopped = () => options.signal.aborted;
  options.onState('connecting');
  for (let failures = 0; !stopped();) {
    const livedMs = await followOnce(options, timings.silenceMs);
    if (stopped()) return;
    if (livedMs >= timings.soundAfterMs) {
      failures = 0;
      continue;
    }
    options.onState('reconnecting');
    await options.wait(delayAfter(failures, timings), options.signal);
    failures += 1;
  }
}

/** Between half and the whole of a delay that doubles, so that a thousand tabs don't come back in the same second. */
function delayAfter(failures: number, { firstDelayMs, mostDelayMs }: LiveTimings): number {
  return Math.min(firstDelayMs * 2 ** failures, mostDelayMs) * (0.5 + Math.random() / 2);
}

/** @returns how long the stream was open, in ms; 0 when it didn't open */
async function followOnce(options: LiveOptions, silenceMs: number): Promise<number> {
  const line = new AbortController();
  const signal = AbortSignal.any([options.signal, line.signal]);
  let silence = setTimeout(() => line.abort(), silenceMs);
  let openedAt: number | undefined;
  try {
    const response = await options.open(signal);
    openedAt = performance.now();
    options.onState('live');
    options.onOpen();
    await readEvents(response, options.onEvent, () => {
      clearTimeout(silence);
      silence = setTimeout(() => line.abort(), silenceMs);
    });
  } catch (error) {
    if (!options.signal.aborted) options.onBreak(error);
  } finally {
    clearTimeout(silence);
  }
  return openedAt === undefined ? 0 : performance.now() - openedAt;
}

async function readEvents(
  response: Response,
  onEvent: LiveOptions['onEvent'],
  onChunk: () => void,
): Promise<void> {
  if (response.body === null) return;
  const parser = createParser({ onEvent: ({ data }) => onEvent(eventOf(data)) });
  const decoder = new TextDecoder();
  const reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> = response.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    onChunk();
    parser.feed(decoder.decode(next.value, { stream: true }));
  }
}

function eventOf(data: string): TabEvent | undefined {
  const event: unknown = JSON.parse(data);
  if (typeof event !== 'object' || event === null || !('kind' in event)) return undefined;
  switch (event.kind) {
    case 'leaderboard':
      return 'categoryId' in event && typeof event.categoryId === 'string'
        ? { kind: 'leaderboard', categoryId: event.categoryId }
        : undefined;
    case 'discussion':
    case 'sheet':
      return 'submissionId' in event && typeof event.submissionId === 'string'
        ? { kind: event.kind, submissionId: event.submissionId }
        : undefined;
    case 'cut':
      return 'roundId' in event &&
        typeof event.roundId === 'string' &&
        'categoryId' in event &&
        typeof event.categoryId === 'string'
        ? { kind: 'cut', roundId: event.roundId, categoryId: event.categoryId }
        : undefined;
    case 'feedback':
      return 'roundId' in event && typeof event.roundId === 'string'
        ? { kind: 'feedback', roundId: event.roundId }
        : undefined;
    case 'progress':
    case 'own-submissions':
    case 'edition':
    case 'me':
      return { kind: event.kind };
    default:
      return undefined;
  }
}
