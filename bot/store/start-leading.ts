import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { Lease } from './lease.ts';
import type { DocumentStore } from './port.ts';
import { tokenType } from './token-keeper.ts';

/** Work that goes on until it is told to stop. */
export interface Led {
  stop(): Promise<void>;
}

/** The lead, as whoever has it sees it. */
interface Lead {
  /** Whether it is certainly still ours, at this moment: to be asked last before what must not be done by two. */
  held(): boolean;
}

export interface LeadingOptions {
  store: DocumentStore;
  /** What is led: one process at a time does work of this name. */
  name: string;
  /** Begins the work; done again each time that the lead comes (back) to this process. */
  start: (lead: Lead) => Led | Promise<Led>;
  /** How long a process may give no sign of life before another takes over; 20,000 unless told. */
  termMs?: number;
  /** Fits pino. */
  log?: { info(details: object, message: string): void; error(details: object, message: string): void };
}

/**
 * Does work in one of several processes that share a store, and in another when that one has died.
 *
 * @NOTE A process that could not reach the store for nine tenths of a term stops its work; the last tenth is what it
 * has for that. Work that takes longer to stop must itself be of a kind that may be done twice.
 *
 * @returns what stops the work, when it is done here, and lets go of the lead
 */
export function startLeading(options: LeadingOptions): Led {
  const stopping = new AbortController();
  const { store, name, termMs = 20_000 } = options;
  const lease = new Lease({
    store,
    place: { partition: `leader:${name}`, id: 'lease' },
    type: tokenType,
    owner: crypto.randomUUID(),
    termMs,
    report: (error) => report(options, error),
    stop: stopping.signal,
  });
  const done = lead(options, lease, termMs, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

async function lead(options: LeadingOptions, lease: Lease, termMs: number, stop: AbortSignal): Promise<void> {
  while (!stop.aborted && (await lease.claim(() => undefined))) {
    try {
      await work(options, lease, termMs, stop);
    } catch (error) {
      report(options, error);
    }
    await lease.release();
  }
}

async function work(
  { name, start, log }: LeadingOptions,
  lease: Lease,
  termMs: number,
  stop: AbortSignal,
): Promise<void> {
  log?.info({ lead: name }, 'leads');
  const led = await start({ held: () => lease.held() });
  try {
    while (!stop.aborted && lease.held()) await rest(termMs / 20, stop);
  } finally {
    await led.stop();
    log?.info({ lead: name }, 'leads no more');
  }
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function report({ name, log }: LeadingOptions, error: unknown): void {
  if (log) log.error({ err: error, lead: name }, 'leading failed and is tried again');
  else process.emitWarning(inspect(error));
}
