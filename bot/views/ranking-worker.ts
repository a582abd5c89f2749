import { parentPort } from 'node:worker_threads';
import { rankRound } from '../domain/ranking/rank-round.ts';
import type { RankingInput } from '../domain/ranking/ranking-input.ts';

/**
 * A thread that ranks rounds, one after the other: an input comes in, its result goes out. What can't be ranked ends
 * the thread, with the error.
 */

parentPort?.on('message', (input: RankingInput) => parentPort?.postMessage(rankRound(input)));
