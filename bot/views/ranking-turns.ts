import type { RankingInput } from '../domain/ranking/ranking-input.ts';
import type { RankingResult } from '../domain/ranking/ranking-result.ts';
import { dueFirst } from './due-first.ts';

/** Ranks elsewhere; rejects when that failed or was cut off. */
export type RunRanking = (input: RankingInput, cutOff: AbortSignal) => Promise<RankingResult>;

/** Takes what there is to rank now, and what to do with the result; `undefined` when there is nothing (any more). */
type RankingJob = () => { input: RankingInput; done(result: RankingResult): void } | undefined;

/** Who is ranked when. */
export interface RankingTurns {
  /** Asks for a turn soon: one, however often it is asked for until then. */
  want(key: string, job: RankingJob): void;
  /** Before this nothing is ranked: what comes in at the start is best ranked once. */
  begin(): void;
  /** Resolves when what was being ranked has been cut off. */
  stop(): Promise<void>;
}

export interface RankingTurnsOptions {
  run: RunRanking;
  /** Fits pino. */
  log: { error(details: object, message: string): void };
  timings?: Partial<RankingTimings>;
}

/** In milliseconds. */
export interface RankingTimings {
  /** Scores that come close together are ranked at once. */
  settle: number;
  /** A ranking rests so many times as long as it took, so that a large round takes a fifth of a core at most. */
  restsFor: number;
  mostRest: number;
  /** What is overtaken by newer scores is cut off when it is likely to take so much longer. */
  worthCutting: number;
  /** What takes longer is cut off as failed. */
  mostRun: number;
  /** After a failure; doubles with each one after it. */
  firstRetry: number;
  mostRetry: number;
}

const usual: RankingTimings = {
  settle: 150,
  restsFor: 4,
  mostRest: 60_000,
  worthCutting: 1_000,
  mostRun: 600_000,
  firstRetry: 1_000,
  mostRetry: 60_000,
};

interface Turn {
  job: RankingJob;
  /** When it is to be ranked; absent while nothing is asked. Instants here are those of `performance.now`. */
  dueAt?: number;
  restsUntil: number;
  /** How long it took last. */
  took?: number;
  failures: number;
  /** A result comes at least every second time: who was cut off is not cut off again. */
  wasCutOff: boolean;
}

interface Running {
  turn: Turn;
  since: number;
  overtaken: AbortController;
  ended: Promise<void>;
}

/** One at a time for all, so that ranking never takes more than one core. */
export function createRankingTurns({ run, log, timings }: RankingTurnsOptions): RankingTurns {
  const times = { ...usual, ...timings };
  const turns = new Map<string, Turn>();
  const stopping = new AbortController();
  let begun = false;
  let running: Running | undefined;
  let timer: NodeJS.Timeout | undefined;

  const schedule = () => {
    clearTimeout(timer);
    if (!begun || running !== undefined || stopping.signal.aborted) return;
    const next = dueFirst(turns.values());
    if (next !== undefined)
      timer = setTimeout(() => start(next), Math.max(0, next.dueAt - performance.now()));
  };

  const start = (turn: Turn) => {
    turn.dueAt = undefined;
    const overtaken = new AbortController();
    const since = performance.now();
    const ended = take(turn, overtaken.signal).then(() => {
      running = undefined;
      schedule();
    });
    running = { turn, since, overtaken, ended };
  };

  const take = async (turn: Turn, overtaken: AbortSignal) => {
    const begunAt = performance.now();
    try {
      const work = turn.job();
      if (work === undefined) return;
      const late = AbortSignal.timeout(times.mostRun);
      const result = await run(work.input, AbortSignal.any([overtaken, late, stopping.signal]));
      succeed(turn, performance.now() - begunAt);
      work.done(result);
    } catch (error) {
      if (stopping.signal.aborted) return;
      if (overtaken.aborted) turn.wasCutOff = true;
      else fail(turn, error);
    }
  };

  const succeed = (turn: Turn, took: number) => {
    const restsUntil = performance.now() + Math.min(times.mostRest, took * times.restsFor);
    Object.assign(turn, { took, restsUntil, failures: 0, wasCutOff: false });
    if (turn.dueAt !== undefined) turn.dueAt = Math.max(turn.dueAt, restsUntil);
  };

  const fail = (turn: Turn, error: unknown) => {
    const wait = Math.min(times.mostRetry, times.firstRetry * 2 ** turn.failures);
    turn.failures += 1;
    turn.restsUntil = turn.dueAt = performance.now() + wait;
    log.error({ err: error, failures: turn.failures }, 'ranking failed and is tried again');
  };

  const overtake = ({ turn, since, overtaken }: Running) => {
    const now = performance.now();
    // Of what was never ranked before, only that it may take as long again as it has taken.
    const left = turn.took === undefined ? now - since : since + turn.took - now;
    if (!turn.wasCutOff && left >= times.worthCutting) overtaken.abort(new Error('overtaken'));
  };

  return {
    want(key, job) {
      const known = turns.get(key);
      const turn = known ?? { job, restsUntil: 0, failures: 0, wasCutOff: false };
      turns.set(key, turn);
      turn.job = job;
      turn.dueAt ??= Math.max(performance.now() + times.settle, turn.restsUntil);
      if (running?.turn === turn) overtake(running);
      schedule();
    },
    begin() {
      begun = true;
      schedule();
    },
    async stop() {
      stopping.abort(new Error('stopping'));
      clearTimeout(timer);
      await running?.ended;
    },
  };
}
