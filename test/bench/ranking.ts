import { execFile } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Chance } from '../../bot/domain/ranking/chance.ts';
import { chanceFrom } from '../../bot/domain/ranking/chance.ts';
import { fairMean } from '../../bot/domain/ranking/fair-mean.ts';
import { rankRound } from '../../bot/domain/ranking/rank-round.ts';
import type { RankedSheet, RankingInput } from '../../bot/domain/ranking/ranking-input.ts';
import { usualSettings } from '../../bot/domain/ranking/ranking-input.ts';
import { createRankingThread } from '../../bot/views/ranking-thread.ts';

/**
 * What ranking a round costs beside a plain mean of the same sheets, in turns in one run: time of this thread, then
 * the delay of the main thread's event loop with the ranking in a worker, as the server has it, and the memory of a
 * process that does nothing else. `node test/bench/ranking.ts [name]`
 */

interface Size {
  name: string;
  submissions: number;
  judges: number;
  perSubmission: number;
  times: number;
}

const sizes: Size[] = [
  { name: '100x7', submissions: 100, judges: 7, perSubmission: 7, times: 11 },
  { name: '300x20', submissions: 300, judges: 20, perSubmission: 20, times: 11 },
  { name: '10000x5', submissions: 10_000, judges: 300, perSubmission: 5, times: 3 },
  { name: '20000x5', submissions: 20_000, judges: 300, perSubmission: 5, times: 3 },
  { name: '40000x5', submissions: 40_000, judges: 300, perSubmission: 5, times: 3 },
  { name: '100000x5', submissions: 100_000, judges: 1_000, perSubmission: 5, times: 1 },
];
const criteria = [
  { id: 'success', weight: 2 },
  { id: 'value', weight: 1 },
  { id: 'reuse', weight: 1 },
];

/** Set in the process that measures memory. */
const memoryKey = 'BENCH_RANKING_MEMORY';

const alone = process.env[memoryKey];
if (alone === undefined) await measureAll();
else process.stdout.write(`${String(memoryOfRanking(alone))}\n`);

async function measureAll(): Promise<void> {
  process.stdout.write(
    `${cpus()[0]?.model ?? '?'} (${String(availableParallelism())} cores), node ${process.version}\n`,
  );
  const only = process.argv[2];
  const measured: Measured[] = [];
  for (const size of sizes.filter(({ name }) => only === undefined || name === only)) {
    measured.push({ size, time: await measure(size) });
  }
  reportGrowth(measured);
}

interface Measured {
  size: Size;
  /** Milliseconds of a core. */
  time: number;
}

/** From one size to the next where only the submissions grow; with more judges their matrix grows by the cube. */
function reportGrowth(measured: readonly Measured[]): void {
  measured.forEach(({ size, time }, index) => {
    const before = measured[index - 1];
    if (before === undefined) return;
    if (before.size.judges !== size.judges || before.size.perSubmission !== size.perSubmission) return;
    const sheets = size.submissions / before.size.submissions;
    process.stdout.write(
      `${before.size.name} to ${size.name}: ${sheets.toFixed(1)} times the sheets, ${(time / before.time).toFixed(2)} times the time\n`,
    );
  });
}

/** @returns the milliseconds of a core that ranking takes */
async function measure(size: Size): Promise<number> {
  const input = roundOf(size);
  const plain: Spent[] = [];
  const full: Spent[] = [];
  const first = timed(() => rankRound(input));
  for (let time = 0; time < size.times; time += 1) {
    // Often enough for the clock of the thread, that ticks slowly.
    plain.push(timed(() => plainMeans(input), Math.ceil(100_000 / input.sheets.length)));
    full.push(timed(() => rankRound(input)));
  }
  const [mean, ranking] = [middle(plain), middle(full)];
  const delay = await delayOf(input);
  const memory = await memoryOf(size);
  process.stdout.write(
    `${size.name.padEnd(9)} ${String(input.sheets.length).padStart(7)} sheets, ${String(size.judges)} judges: ` +
      `ranking ${shown(ranking)} (first time ${shown(first)}), ` +
      `plain mean ${shown(mean)} (${(ranking.processor / mean.processor).toFixed(0)}x); ` +
      `in its thread: event loop p99 ${ms(delay.p99)}, at most ${ms(delay.most)}, memory ${(memory / 2 ** 20).toFixed(0)} MB at most\n`,
  );
  return ranking.processor;
}

/** What an app without this would do. */
function plainMeans({ submissions, sheets }: RankingInput): (number | undefined)[] {
  const perSubmission = new Map<string, RankedSheet['scores'][]>(submissions.map((id) => [id, []]));
  for (const { submissionId, scores } of sheets) perSubmission.get(submissionId)?.push(scores);
  return submissions.map((id) => fairMean(perSubmission.get(id) ?? [], criteria));
}

function roundOf({ submissions, judges, perSubmission }: Size): RankingInput {
  const chance = chanceFrom(1);
  const strictness = Array.from({ length: judges }, () => chance.normal());
  const ids = Array.from({ length: submissions }, (_, index) => `submission-${String(index)}`);
  const sheets = ids.flatMap((submissionId) => {
    const quality = chance.normal();
    return judgesFor(chance, judges, perSubmission).map((judge): RankedSheet => {
      const level = 6 + quality + (strictness[judge] ?? 0);
      const score = () => Math.min(10, Math.max(1, Math.round(level + chance.normal())));
      return {
        submissionId,
        judge: `judge-${String(judge)}`,
        scores: { success: score(), value: score(), reuse: score() },
      };
    });
  });
  return { submissions: ids, sheets, criteria, settings: { ...usualSettings, cut: { size: 10 } }, seed: 1 };
}

function judgesFor(chance: Chance, judges: number, count: number): number[] {
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(Math.floor(chance.uniform() * judges));
  return [...chosen];
}

/** Ranks as the server does, in a thread that has begun, while this one has nothing to do but be on time. */
async function delayOf(input: RankingInput): Promise<{ p99: number; most: number }> {
  const thread = createRankingThread();
  const { signal } = new AbortController();
  await thread.run({ ...input, submissions: [], sheets: [] }, signal);
  const resolution = 5;
  const histogram = monitorEventLoopDelay({ resolution });
  histogram.enable();
  await thread.run(input, signal);
  // What the result took to come in is seen at the next turn.
  await sleep(2 * resolution);
  histogram.disable();
  await thread.stop();
  // The timer itself waits its resolution.
  const delay = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolution);
  return { p99: delay(histogram.percentile(99)), most: delay(histogram.max) };
}

/** In a process of its own: what this one has freed before would hide what ranking takes. */
async function memoryOf({ name }: Size): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url)], {
    env: { ...process.env, [memoryKey]: name },
  });
  return Number(stdout);
}

/** How far the process grew, at its largest, beyond what it held with only the sheets. */
function memoryOfRanking(name: string): number {
  const size = sizes.find((each) => each.name === name);
  if (size === undefined) throw new Error(`no size ${name}`);
  const input = roundOf(size);
  const before = process.memoryUsage().rss;
  rankRound(input);
  return process.resourceUsage().maxRSS * 1024 - before;
}

/** Milliseconds: of this thread on a core, and on the clock, which counts what others do with the core too. */
interface Spent {
  processor: number;
  clock: number;
}

function timed(run: () => unknown, times = 1): Spent {
  const clock = performance.now();
  const before = process.threadCpuUsage();
  for (let time = 0; time < times; time += 1) run();
  const { user, system } = process.threadCpuUsage(before);
  return { processor: (user + system) / 1000 / times, clock: (performance.now() - clock) / times };
}

function middle(values: readonly Spent[]): Spent {
  const half = Math.floor(values.length / 2);
  const of = (key: keyof Spent) => values.map((each) => each[key]).sort((a, b) => a - b)[half] ?? Number.NaN;
  return { processor: of('processor'), clock: of('clock') };
}

function shown({ processor, clock }: Spent): string {
  return `${ms(processor)} (clock ${ms(clock)})`;
}

function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}
